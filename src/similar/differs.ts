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

/** Stands for what the other case says, where it is not to be told. */
const NOT_TOLD = "…";

/**
 * What each says that the other has nothing of: "codes e18 / e21", "words map / sign".
 *
 * @param tells_other Whether the other's words may be told: what is kept with the first case must
 * not outlive the other's erasure.
 */
export function differsOf(one: PreparedGist, other: PreparedGist, tells_other = true): string[] {
  const differs: string[] = [];
  const told = (own: readonly string[], others: readonly string[]) =>
    `${own.join(", ")} / ${tells_other ? others.join(", ") : NOT_TOLD}`;
  const { codes } = one.gist, { codes: others } = other.gist;
  if (codes.length > 0 && others.length > 0 && !codes.some((code) => others.includes(code))) {
    differs.push(`codes ${told(codes, others)}`);
  }
  const own = loneWords(one, other), lone = loneWords(other, one);
  if (own.share > LONE_SHARE && lone.share > LONE_SHARE) {
    differs.push(`words ${told(own.words, lone.words)}`);
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
