/**
 * Tells a stretch that holds a clause of its own from one that names a thing or
 * a doing: "the gauge gives me the total", "chapter marks exist".
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import { baseForm } from "../english/base_form.ts";

const FINITE = set("ca wo is are was were can could will would has does did should must may might");
const RELATIVE = set(
  "that which who whose where when what how whether if as than while why until unless till once because after before so",
);
const MANY = set("half most many some all our both");
const PRONOUNS = set("i we you he she they it");

/** Whether a verb stands in a stretch that only a clause has: it begins with what is no part of the wish. */
export function holdsFinite(tokens: readonly Token[], first: number, last: number): boolean {
  const many = MANY.has(lower(tokens[first]));
  let quoted = false;
  for (let at = first; at <= last; at++) {
    const word = lower(tokens[at]);
    // 'an "are you sure" before it is gone'
    if (/^["“”]$/u.test(word)) quoted = !quoted;
    if (quoted) continue;
    if (RELATIVE.has(word) || /^[^\p{L}\p{N}'"“]/u.test(word)) return false;
    const after = at > first && !PRONOUNS.has(lower(tokens[at - 1]));
    if (after && (FINITE.has(word) || isFinite(tokens, at))) return true;
    // "half of my customers pay with two cards"
    const plural = tokens[at - 1]?.pos === "NOUN" && lower(tokens[at - 1]).endsWith("s");
    if (many && after && plural && tokens[at]?.pos === "VERB" && baseForm(word) === word) {
      return true;
    }
  }
  return false;
}

/** "the gauge gives me the total", "chapter marks exist": a noun that meets its verb. */
function isFinite(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at]);
  if (word === "exist" || word === "exists") return true;
  if (
    (PAST.has(word) || word === "have" || word === "ought") &&
    NOMINAL.has(tokens[at - 1]?.pos ?? "")
  ) return true;
  return tokens[at]?.pos === "VERB" && NOMINAL.has(tokens[at - 1]?.pos ?? "") &&
    word.endsWith("s") && baseForm(word) !== word && HAS_OBJECT.has(tokens[at + 1]?.pos ?? "");
}

/** Pasts that are no participles. */
const PAST = set(
  "took went gave came saw did wrote broke began drove grew knew spoke threw chose froze fell",
);
const NOMINAL = set("NOUN PROPN");
const HAS_OBJECT = set("DET PRON NUM");

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
