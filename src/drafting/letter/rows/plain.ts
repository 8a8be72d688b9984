/**
 * Sentences that are true whatever a message is about: where no situation is
 * sure, a letter says back what was written, that it is read in full, and no
 * more.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

/** Whoever meant somebody else is not told that they will hear from us. */
const OURS = ["any", "trouble"] as const;
const READ = { review: [true], aspect: OURS } as const;
const UNREAD = { review: [false], aspect: [...OURS, "hazard"] } as const;
const TROUBLE = { aspect: ["trouble"] } as const;
const CALM_TROUBLE = { ...TROUBLE, mood: ["calm", "unsure"] } as const;
const UPSET_TROUBLE = { ...TROUBLE, mood: ["upset"] } as const;
const HAZARD = { aspect: ["hazard"] } as const;
const MISDIRECTED = { aspect: ["misdirected"] } as const;
/** Perhaps praise: what is said is true of praise and of anything beside it. */
const WARM = { aspect: ["warm"] } as const;
const ANY = { aspect: ["any"] } as const;

/** Where no situation is sure. */
export const PLAIN_ROWS: readonly SentenceRow[] = rowsOf("plain", { situation: ["plain"] }, [
  ["opening", "Thank you for [your message|getting in touch]; you write: {told}", [], ANY],
  [
    "opening",
    "[Thank you|Thanks] for [writing to us|taking the time to write]; you tell us: {told}",
    [],
    ANY,
  ],
  ["opening", "We've read your message[ with care|], and thank you for it: {told}", [], ANY],
  ["opening", "Thank you for taking the time to write this: {told}", [], WARM],
  ["opening", "Thank you for telling us: {told}", [], WARM],
  ["opening", "Thank you for taking the time to write this.", [], WARM],
  [
    "opening",
    "[We think that your message is meant for somebody else|Your message seems to be meant for somebody else]: this reached us, and not them: {told}",
    [],
    MISDIRECTED,
  ],
  [
    "opening",
    "Your message reached us, though it seems to be meant for somebody else: {told}",
    [],
    MISDIRECTED,
  ],
  [
    "opening",
    "Your message seems to be meant for somebody else, and it has not reached them: it came to us instead.",
    [],
    MISDIRECTED,
  ],
  [
    "advice",
    "Please [write to them directly|send it to them once more], so that nothing is missed; we do nothing about it here.",
    [],
    MISDIRECTED,
  ],
  [
    "next",
    "If it was meant for us after all, [just reply here|a short reply is enough], and we take it up.",
    ["invites"],
    MISDIRECTED,
  ],
  [
    "opening",
    "We're sorry [to read this|to hear this|about this]: {told}",
    ["sorry"],
    CALM_TROUBLE,
  ],
  ["opening", "Thank you for telling us, and we're sorry about it: {told}", [
    "sorry",
  ], CALM_TROUBLE],
  [
    "opening",
    "We're sorry for the trouble[ that this gives you|]: {told}",
    ["sorry"],
    CALM_TROUBLE,
  ],
  [
    "opening",
    "We're sorry that [it has come to this|you've had so much trouble with this]: {told}",
    ["sorry"],
    UPSET_TROUBLE,
  ],
  ["opening", "Thank you for writing to us about {thing}.", [], ANY],
  ["opening", "Thank you for your message, which we've read with care.", [], ANY],
  ["opening", "Thank you for taking the time to write to us.", [], ANY],
  ["opening", "We're sorry to read what you write.", ["sorry"], TROUBLE],
  ["opening", "We've read what you write with care: {told}", [], HAZARD],
  ["opening", "We've read your message carefully; you write: {told}", [], HAZARD],
  ["opening", "We've read your message with care.", [], HAZARD],
  [
    "advice",
    "If anybody is in danger, which we can't tell from here, please don't wait for our answer: your local emergency number comes first.",
    ["grave"],
    HAZARD,
  ],
  [
    "advice",
    "Should anybody's safety hang on it, which we can't tell from here, please call your local emergency number and don't wait for us.",
    ["grave"],
    HAZARD,
  ],
  ["known", "[We look it up under|We go by] {given}."],
  [
    "next",
    "It goes to the people [who can do something about it|it concerns] next, and [you'll hear from us|we'll write to you with what they say].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "We're passing it on, [just as you wrote it|in your own words], to the people [who know about it|who can act on it], and [you'll hear from us|we'll write back to you].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "It's now with the people [it concerns|who look after this]; [they read all of it|they read it as you wrote it], and we'll [write back to you|write to you with what they say].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "The people who look after this [take it up from here|read it next], and [you'll hear from us|we'll write to you with what comes of it].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "We're passing it on to the people it's about, and where something is to be done you'll hear from us.",
    ["answer"],
    { ...WARM, review: [false] },
  ],
  [
    "next",
    "A person will read it, pass it on to the people it's about, and write to you where something is to be done.",
    ["person", "answer"],
    { ...WARM, review: [true] },
  ],
  [
    "next",
    "A person here reads it before the ordinary messages and writes back to you.",
    ["person", "answer"],
    { ...HAZARD, review: [true] },
  ],
  [
    "next",
    "It goes to a person here ahead of the ordinary messages, and you'll hear from them.",
    ["person", "answer"],
    { ...HAZARD, review: [true] },
  ],
  [
    "next",
    "A person will read all of it and [write back to you|answer you].",
    ["person", "answer"],
    READ,
  ],
  [
    "next",
    "It goes to a person [who will read it in full|who will take it up] and write to you.",
    ["person", "answer"],
    READ,
  ],
  [
    "next",
    "[One of us|Somebody here] will read it [from beginning to end|in full] and write back to you.",
    ["person", "answer"],
    READ,
  ],
]);
