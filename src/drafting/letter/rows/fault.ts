/**
 * Sentences for an ordinary fault.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const CALM = { mood: ["calm", "unsure"] } as const;
const UPSET = { mood: ["upset"] } as const;

/** An ordinary fault. */
export const FAULT_ROWS: readonly SentenceRow[] = [
  ...rowsOf("fault", { situation: ["fault"] }, [
    ["opening", "We're sorry that {bad}[, and thank you for telling us|].", ["sorry"], CALM],
    ["opening", "It shouldn't be that {bad}, and we're sorry[ about it|].", ["sorry"], CALM],
    ["opening", "Thank you for letting us know that {clause}.", [], CALM],
    ["opening", "We're sorry about this: {told}", ["sorry"], CALM],
    ["opening", "We're sorry for the trouble[ that this gives you|]: {told}", ["sorry"], CALM],
    [
      "opening",
      "Thank you for [telling us|writing], and we're sorry for the trouble: {told}",
      ["sorry"],
      CALM,
    ],
    ["opening", "That shouldn't happen, and we're sorry: {told}", ["sorry"], CALM],
    [
      "opening",
      "We're sorry that you have had [this|so much] trouble with it: {told}",
      ["sorry"],
      UPSET,
    ],
    ["opening", "We're sorry that something doesn't work as it should with {thing}.", ["sorry"]],
    ["opening", "We're sorry that something doesn't work as it should.", ["sorry"]],
    [
      "record",
      "[Your report has the number|Its number is] {id}[; please mention it if you write to us again|, in case you write to us again|].",
    ],
    ["record", "It's [recorded|noted|kept] [with us |]as {id}."],
    ["record", "We've opened {id} for it."],
    [
      "record",
      "[If you write to us about it again|If you want to add something later], please mention {id}.",
    ],
    ["record", "[It's recorded|We keep it] as {id}, together with {given}."],
    ["record", "Its number is {id}, and we've noted {given} with it."],
    [
      "next",
      "The people who look after this part [will look into it next|look for the cause now|take it up next], and [you'll hear from us when they have found it|we'll write to you once we know more|we'll tell you what they find].",
      ["cause", "answer"],
      { ahead: [false] },
    ],
    [
      "next",
      "Next, we [look into it|look for where it comes from|look for the cause] and [write to you with what we find|let you know what we find|tell you what it was].",
      ["cause", "answer"],
      { ahead: [false] },
    ],
    [
      "next",
      "It's now with the people who [can put it right|look after this part]; [they look for the cause|they go by what you wrote], and [you'll hear from us|we'll tell you what comes of it|we'll write to you once they know more].",
      ["cause", "answer"],
      { ahead: [false] },
    ],
    [
      "next",
      "[What you wrote goes to|Your report goes to] the people who can find the cause, and we'll [tell you|let you know] [what they find|where it came from|what comes of it].",
      ["cause", "answer"],
      { ahead: [false] },
    ],
    [
      "next",
      "Because of what it keeps you from, it goes ahead of other reports, and [we'll write to you once we know more|you'll hear from us when we've found the cause].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
    [
      "next",
      "It goes ahead of other reports, because [of what is at stake for you|of what it costs you]; [we'll tell you what we find|you'll hear from us once we know the cause].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
    [
      "next",
      "We put it before other reports and [look for the cause|look into it], and [write to you with what we find|let you know what it was].",
      ["cause", "answer"],
      { ahead: [true] },
    ],
  ]),
];
