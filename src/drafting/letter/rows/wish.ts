/**
 * Sentences for a wish: never a promise, and never thanks for an idea to
 * somebody who complains.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

/** A wish. */
export const WISH_ROWS: readonly SentenceRow[] = rowsOf("wish", {
  situation: ["wish"],
}, [
  ["opening", "Thank you for [telling us|writing to us] that you would like {wish}."],
  [
    "opening",
    "[As we understand it, you|You] would like {wish}[; it helps us to know what is missing|, and we thank you for saying so].",
  ],
  ["opening", "You would like {wish}; thank you for taking the time[ to tell us|]."],
  [
    "opening",
    "It's good to know [what is missing for you|what would help you]: you would like {wish}.",
  ],
  ["opening", "Thank you for telling us what [you would like|would help you]: {told}"],
  [
    "opening",
    "Thank you for taking the time to tell us what you [wish for|would like to see]: {told}",
  ],
  ["opening", "It's good to know what is missing for you: {told}"],
  [
    "opening",
    "Thank you for writing to us about [what you would like|what you're missing]: {told}",
  ],
  [
    "opening",
    "You have told us what [you miss|would make it better for you], and we're glad to know: {told}",
    ["pleased"],
  ],
  ["opening", "Thank you for telling us what would help you with {thing}."],
  ["opening", "Thank you for telling us what would help you."],
  [
    "record",
    "[We've recorded it|It's recorded|It's written down] as {id}[; please mention that number if you want to add something|, in case you want to come back to it|].",
  ],
  [
    "record",
    "[Its number is|Your wish has the number] {id}[, should you want to add to it|, in case you write to us again|].",
  ],
  ["record", "It's kept [with us |]as {id}."],
  [
    "record",
    "We've opened {id} for it.",
  ],
  [
    "next",
    "The people who plan the product [will read it|read it next] and weigh it against other wishes. [Whether and when it comes, we can't say yet|We can't say yet whether it will come], but we'll write to you [once that is decided|when there is a decision].",
    ["undecided", "answer"],
  ],
  [
    "next",
    "It [goes to|will be read by] the people who decide what is built; [that takes some thought|they look at how it fits with the rest], so we can't name a date, but you'll hear from us [when there is a decision|either way].",
    ["undecided", "answer"],
  ],
  [
    "next",
    "Next, [the people who plan the product|the people who plan what is built] look at how it fits with what others ask for, and we'll tell you what comes of it; [a promise would be too early|we can't promise anything before].",
    ["undecided", "answer"],
  ],
  [
    "next",
    "Before anything is built it is [held against|compared with] what else is wanted; [we make no promise|we can't promise it], and [you'll hear from us when it is decided|we'll write to you about the outcome].",
    ["undecided", "answer"],
  ],
]);
