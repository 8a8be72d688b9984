/**
 * Whether a word of a wish is its verb: "filter by size", not "filter button".
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import { baseForm } from "../english/base_form.ts";
import { isWishVerb } from "./subject.ts";
import { WISH_WORDS } from "./wish_words.ts";

const NOMINAL = new Set(["NOUN", "PROPN"]);
const OPENS_OBJECT = new Set(["DET", "PRON", "NUM", "ADP"]);

/** Whether a word of a wish is the verb that tells what to do. */
export function isVerbal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = lower(tokens[at - 1]), next = tokens[at + 1];
  if (isTold(tokens, at)) {
    return token !== undefined && token.pos !== "DET" && baseForm(lower(token)) === lower(token);
  }
  if (!isBaseVerb(token)) return false;
  // "export of the log": a thing.
  if (lower(next) === "of" && !/^(?:think|know|hear|learn|dispose|make|take)$/.test(lower(token))) {
    return false;
  }
  if (before === "a" || before === "an" || before === "the") return false;
  // "dark mode", "map view": a noun follows; "filter by size", "mute them": it does not.
  if (WISH_WORDS.things.has(lower(next)) || lower(next) === "that" && at === 0) return false;
  // "show dew point on the widget": told as done by the product.
  if (at === 0 && WISH_WORDS.showing.has(lower(token))) return true;
  if (token?.pos === "VERB") {
    return next === undefined || next.pos !== "NOUN" || isWishVerb(lower(token));
  }
  return isWishVerb(lower(token)) && next !== undefined && OPENS_OBJECT.has(next.pos);
}

/** Whether what stands in front wants a verb: "to", "could", "let me". */
export function isTold(tokens: readonly Token[], at: number): boolean {
  const before = lower(tokens[at - 1]);
  // "one mail for all three": how many.
  if (before === "one" && !WISH_WORDS.letting.has(lower(tokens[at - 2]))) return false;
  return before === "to" || WISH_WORDS.modals.has(before) || WISH_WORDS.me.has(before);
}

/** "ring", "bring", "feed": no endings. */
const SHORT_LETTERS = 5;

/** Whether a word is a verb in its base form. */
export function isBaseVerb(token: Token | undefined): boolean {
  if (token === undefined || NOMINAL.has(token.pos) && !isWishVerb(lower(token))) return false;
  const word = lower(token);
  return (token.pos === "VERB" || token.pos === "AUX" || isWishVerb(word)) &&
    baseForm(word) === word &&
    (!/(?:ing|ed)$/.test(word) || word.length <= SHORT_LETTERS) && !WISH_WORDS.modals.has(word);
}

/** "merging two tickets", not "recurring invoices". */
export function isGerund(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at]), next = tokens[at + 1];
  return /^\p{L}{2,}ing$/u.test(word) && word !== "coming" && isWishVerb(baseForm(word)) &&
    next !== undefined &&
    (OPENS_OBJECT.has(next.pos) || lower(next) === "my");
}
