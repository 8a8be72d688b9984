/**
 * What words are by grammar alone, their tags and dictionary forms: whether
 * they hold a verb of their own, whether they are one thing.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { isVerbTag } from "../english/words.ts";

const OPENS_THING = new Set(["DET", "NOUN", "PROPN", "ADJ", "NUM"]);
const POSSESSIVE = new Set("my our your no more fewer less".split(" "));
/** Behind them a verb belongs to a clause inside. */
export const SUBORDINATING: ReadonlySet<string> = new Set(
  ("that which who whom whose where when whenever if while how what whether until till before after " +
    "than as i we you u they he she it").split(" "),
);
const NAMING = new Set(["DET", "ADJ", "ADP"]);
const COORDINATING = new Set(["and", "or", "but", "then", ","]);
const PAST_BEFORE = new Set(["DET", "PRON", "ADV"]);
const SPEAKERS = new Set(["i", "we"]);
const QUOTES = new Set(['"', "“", "”", "'", "‘", "’"]);

/** Whether words are one thing with what is said of it: no verb of their own. */
export function isThing(tokens: readonly Token[], first: number, last: number): boolean {
  const opening = tokens[first];
  if (opening === undefined) return false;
  const done = opening.pos === "VERB" && opening.normal.endsWith("ed");
  if (!OPENS_THING.has(opening.pos) && !POSSESSIVE.has(opening.normal) && !done) return false;
  if (opening.pos !== "DET" && first === last) return false;
  if (opening.normal === "no" && tokens[first + 1]?.normal !== "more") return false;
  // "next time I hope I can": no thing that I hope.
  const spoken = tokens.slice(first, last + 1).some(({ normal }) => SPEAKERS.has(normal));
  if (opening.pos === "ADJ" && spoken) return false;
  return !tokens.slice(first, last + 1).every(({ pos }) => pos !== "NOUN" && pos !== "PROPN") &&
    !holdsFinite(tokens, first + 1, last);
}

/** Whether a verb stands there that no "to", no "that", no "which" brings along. */
export function holdsFinite(tokens: readonly Token[], first: number, last: number): boolean {
  let quoted = false;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (QUOTES.has(token.text)) quoted = !quoted;
    if (quoted) continue;
    if (SUBORDINATING.has(token.normal)) return false;
    if (isFiniteAt(tokens, at)) return true;
  }
  return false;
}

/** Place of the last word of what is said to be good to have: "a list | would help". */
export function beforePraise(tokens: readonly Token[], first: number, last: number): number {
  const would = tokens.findIndex(({ normal }, at) =>
    at > first && at <= last && normal === "would"
  );
  const before = tokens[would - 1];
  if (would < 0 || before === undefined || SUBORDINATING.has(before.normal)) return last;
  // "List them one by one, would you?"
  if (tokens[would + 1]?.pos === "PRON") return last;
  return before.pos === "PUNCT" ? would - 2 : would - 1;
}

/** Whether words are no clause: none of them is a verb that has a subject. */
export function isVerbless(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (isFiniteAt(tokens, at)) return false;
  return true;
}

function isFiniteAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isVerbTag(token.pos) || tokens[at - 1]?.normal === "to") {
    return false;
  }
  if (token.pos === "AUX") return token.normal !== "being";
  // "sort the list and print it"
  if (COORDINATING.has(tokens[at - 1]?.normal ?? "") && isBaseVerb(token.normal)) return false;
  return (isFiniteForm(token.normal) || isPast(tokens, at)) && !isNamed(tokens, at);
}

/** "took away the list"; "totals sent as a text" are a thing. */
function isPast(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.normal ?? "", next = tokens[at + 1]?.pos ?? "";
  return !/(?:ing|ed|en)$/u.test(word) && isBaseVerb(baseForm(word)) &&
    PAST_BEFORE.has(next);
}

/** "the run", "on hold", "a rain map": a thing, whatever its tag. */
export function isNamed(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.pos ?? "";
  return NAMING.has(before) || before === "VERB" && isNamed(tokens, at - 1);
}

/** "shows", "have"; "shown", "added" and "showing" go with a thing. */
function isFiniteForm(word: string): boolean {
  return !word.endsWith("ing") && !word.endsWith("ed") && !word.endsWith("en") &&
    (isBaseVerb(word) || word.endsWith("s"));
}
