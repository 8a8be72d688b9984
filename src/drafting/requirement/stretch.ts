/**
 * A stretch of words inside a sentence, and where it ends as a clause.
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/text/document.ts";
import { isBaseVerb } from "../english/base_form.ts";
import { isVerbTag } from "../english/words.ts";
import { holdsFinite, isVerbless } from "./grammar.ts";

/** From the first to the last of a sentence's tokens, and in offsets of the text. */
export interface Stretch {
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** The stretch from a token to another. */
export function stretchOf(sentence: Sentence, first: number, last: number): Stretch {
  const start = sentence.tokens[first]?.start ?? sentence.start;
  return { sentence, first, last, start, end: sentence.tokens[last]?.end ?? start };
}

/** Pronouns that are subjects. */
const SUBJECTS = new Set("i we you u he she they it this that there".split(" "));
/** What follows says why, or is told beside it. */
const CLOSING = new Set("because cos bc so but otherwise rn atm".split(" "));
const ENDING_MARKS = new Set([";", "–", "—", "-", "(", "?", "!", "..."]);
/** Behind them a subject belongs to what stands before. */
const OPENS = new Set("that which who what how where when if whether".split(" "));
/** "Territories: reps who …": less does not name a thing in front of a colon. */
const NAMED_WORDS = 3;
const WISHERS = new Set(["i", "we"]);
const OURS = new Set(["my", "our"]);
const FACE = /\p{Extended_Pictographic}/u;
const OPENS_CLAUSE = new Set(["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"]);
const JOINING = new Set([",", "and", "or", "then"]);

/** Place of the last token before another clause begins: "sort the list | and I would be happy". */
export function clauseEnd({ sentence: { tokens }, last }: Stretch, from: number): number {
  for (let at = from + 1; at <= last; at++) {
    const word = tokens[at]?.normal ?? "";
    if (word === "in" && tokens[at + 1]?.normal === "order") {
      return withoutMarks(tokens, from, at - 1);
    }
    const counted = word === "so" && tokens[at - 1]?.normal === "or" ||
      word === "but" && tokens[at + 1]?.pos === "VERB";
    // "since a given hour" is no reason, "since it is lost" is; "two pulses: a buzz is what he needs"
    const opening = word === "since" || word === ":" && at - from >= NAMED_WORDS;
    if (opening && !isVerbless(tokens, at + 1, last)) return withoutMarks(tokens, from, at - 1);
    if (ENDING_MARKS.has(word) || FACE.test(word) || CLOSING.has(word) && !counted) {
      return withoutMarks(tokens, from, at - 1);
    }
    // "flick between two people | it would be perfect"
    if (
      SUBJECTS.has(word) && tokens[at + 1]?.normal === "would" &&
      !OPENS.has(tokens[at - 1]?.normal ?? "")
    ) {
      return withoutMarks(tokens, from, at - 1);
    }
    if (!JOINING.has(word)) continue;
    if (
      word === "," && OPENS_CLAUSE.has(tokens[at + 1]?.pos ?? "") &&
      holdsFinite(tokens, at + 1, last)
    ) {
      return withoutMarks(tokens, from, at - 1);
    }
    // "my partner and I would love": who wishes.
    if (word === "and" && WISHERS.has(tokens[at + 1]?.normal ?? "") && isOurs(tokens, from, at)) {
      continue;
    }
    const next = JOINING.has(tokens[at + 1]?.normal ?? "") ? at + 2 : at + 1;
    // "seat a table of 13 | or does the limit have a reason"
    if (tokens[next]?.pos === "AUX" && !isBaseVerb(tokens[next]?.normal ?? "")) {
      return withoutMarks(tokens, from, at - 1);
    }
    if (SUBJECTS.has(tokens[next]?.normal ?? "") && isVerbTag(tokens[next + 1]?.pos)) {
      return withoutMarks(tokens, from, at - 1);
    }
  }
  return withoutMarks(tokens, from, last);
}

function isOurs(tokens: readonly Token[], from: number, to: number): boolean {
  return OURS.has(tokens[from]?.normal ?? "") && isVerbless(tokens, from, to - 1);
}

/** Said to us, at the end of a wish. */
const POLITE = new Set("please pls plz too also thanks".split(" "));

function withoutMarks(tokens: readonly Token[], from: number, last: number): number {
  let at = last;
  while (
    at > from &&
    (POLITE.has(tokens[at]?.normal ?? "") || /^[,;:.!?–—-]+$/u.test(tokens[at]?.text ?? ""))
  ) at--;
  return at;
}
