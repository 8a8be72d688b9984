/**
 * Says what keeps two cases apart however much they share: "crashes when I open
 * the map" and "crashes when I sign in" are two faults. The probability alone
 * does not tell that, least of all where a product has few cases.
 *
 * @module
 */
import type { PreparedGist } from "./prepared_gist.ts";
import { nearnessOf } from "./word_meanings.ts";

/**
 * A word has a counterpart from this nearness (cosine) on, and cases differ from this share of
 * both their weights without one. Chosen by reading pairs, 2026-11-30: of fixtures/same_matter.jsonl
 * pairs from .9 on, recall falls from .22 to .10 at the same precision; what a newcomer met
 * ("crashes when …" told of two places) no longer joins.
 */
const COUNTERPART_FROM = 0.35, LONE_SHARE = 0.35;
/** Words named of each case. */
const NAMED_WORDS = 3;

/** What each says that the other has nothing of: "codes e18 / e21", "words map / sign". */
export function differsOf(one: PreparedGist, other: PreparedGist): string[] {
  const differs: string[] = [];
  const codes = [one.gist.codes, other.gist.codes];
  if (
    codes.every(({ length }) => length > 0) && !codes[0]?.some((code) => codes[1]?.includes(code))
  ) {
    differs.push(`codes ${codes.map((some) => some.join(", ")).join(" / ")}`);
  }
  const lone = [loneWords(one, other), loneWords(other, one)];
  if (lone.every(({ share }) => share > LONE_SHARE)) {
    differs.push(`words ${lone.map(({ words }) => words.join(", ")).join(" / ")}`);
  }
  return differs;
}

/** The words of one that nothing in the other is near to, the most telling first. */
function loneWords(one: PreparedGist, other: PreparedGist) {
  const lone = [...one.words].filter(([word]) =>
    !other.words.has(word) &&
    ![...other.words.keys()].some((another) => nearnessOf(word, another) >= COUNTERPART_FROM)
  ).sort(([, weight], [, another]) => another - weight);
  const weight = lone.reduce((sum, [, weighs]) => sum + weighs, 0);
  return {
    share: one.weight === 0 ? 0 : weight / one.weight,
    words: lone.slice(0, NAMED_WORDS).map(([word]) => word),
  };
}
