/**
 * Sentences that are true whatever a message is about: where no situation is
 * sure, a letter says back what was written, that it is read in full, and no
 * more.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

/** Whoever meant somebody else is not told that they will hear from us. */
const OURS = ["any", "trouble", "hazard"] as const;
const READ = { review: [true], aspect: OURS } as const;
const UNREAD = { review: [false], aspect: OURS } as const;
const TROUBLE = { aspect: ["trouble", "hazard"] } as const;
const HAZARD = { aspect: ["hazard"] } as const;
const MISDIRECTED = { aspect: ["misdirected"] } as const;
const ANY = { aspect: ["any"] } as const;

/** Where no situation is sure. */
export const PLAIN_ROWS: readonly SentenceRow[] = rowsOf("plain", { situation: ["plain"] }, [
  ["opening", "Thank you for writing to us: {told}", [], ANY],
  ["opening", "Thank you for your message; you write: {told}", [], ANY],
  ["opening", "Thank you for taking the time to write to us: {told}", [], ANY],
  ["opening", "We have read your message with care: {told}", [], ANY],
  ["opening", "Thank you for writing to us: {background} You ask: {question}", [], ANY],
  [
    "opening",
    "Your message seems to be meant for somebody else, and it has not reached them: it came to us instead.",
    [],
    MISDIRECTED,
  ],
  [
    "opening",
    "We think that this was meant for somebody else; it came to us, and they have not read it.",
    [],
    MISDIRECTED,
  ],
  [
    "advice",
    "Please [write to them directly|send it to them once more], so that nothing is missed.",
    [],
    MISDIRECTED,
  ],
  [
    "next",
    "If it was meant for us after all, [just reply here|a short reply is enough], and we take it up.",
    ["invites"],
    MISDIRECTED,
  ],
  ["opening", "We are sorry to [read|hear] this: {told}", ["sorry"], TROUBLE],
  ["opening", "Thank you for telling us, and we are sorry to read it: {told}", ["sorry"], {
    ...TROUBLE,
    mood: ["calm", "wants_person", "foreign", "unsure"],
  }],
  ["opening", "You have every reason to be annoyed, and we are sorry: {told}", ["sorry"], {
    ...TROUBLE,
    mood: ["upset"],
  }],
  ["opening", "We are sorry that you have to write to us about this: {told}", ["sorry"], TROUBLE],
  ["opening", "We are sorry about what you describe: {told}", ["sorry"], TROUBLE],
  ["opening", "We are sorry for the trouble[ that this gives you|]: {told}", ["sorry"], TROUBLE],
  [
    "opening",
    "We are sorry [to read|about] what you describe: {background} You ask: {question}",
    ["sorry"],
    TROUBLE,
  ],
  ["opening", "Thank you for writing to us about {thing}.", [], ANY],
  ["opening", "Thank you for your message, which we have read with care.", [], ANY],
  ["opening", "Thank you for taking the time to write to us.", [], ANY],
  ["opening", "We are sorry to read what you write.", ["sorry"], TROUBLE],
  [
    "advice",
    "If anybody is hurt or in danger, your local emergency number comes first; and please use nothing that could harm somebody until you have heard from us.",
    ["grave"],
    HAZARD,
  ],
  [
    "advice",
    "Should anybody be in danger or need a doctor, please do not wait for us: call your local emergency number, and leave alone what could do harm.",
    ["grave"],
    HAZARD,
  ],
  ["known", "[We look it up under|We go by] {given}."],
  [
    "next",
    "Next, it goes to those [who can do something about it|it concerns], and [you will hear from us|we will write to you with what they say].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "We bring it, [just as you wrote it|in your own words], to those [who know about it|who can act on it], and [you will hear from us|we will write back to you].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "It is now with [those it concerns|those who look after such things]; [they read all of it|they read it as you wrote it], and we will [write back to you|write to you with what they say].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "Those who look after this [take it up from here|read it next], and [you will hear from us|we write to you with what comes of it].",
    ["answer"],
    UNREAD,
  ],
  [
    "next",
    "A person will read all of it and [write back to you|write to you themselves].",
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
    "[One of us|Somebody here] will read it [from beginning to end|in full] and write back to you; you need not tell it a second time.",
    ["person", "answer"],
    READ,
  ],
]);
