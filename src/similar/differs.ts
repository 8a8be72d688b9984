/**
 * Says what keeps two cases apart however much they share: "crashes when I open
 * the map" and "crashes when I sign in" are two faults, told alike but for what
 * matters. The probability alone does not tell that, least of all where a
 * product has few cases. In other words altogether the same may be told.
 *
 * @module
 */
import type { Gist } from "../triage/domain/gist.ts";
import { CODES_DIFFER } from "../triage/domain/similar.ts";
import type { PreparedGist } from "./prepared_gist.ts";
import { isNearAny } from "./word_meanings.ts";

/**
 * How much two cases must share to be told alike: of the rarity of the shorter one's words. They
 * differ then where of each more than `lone` of its weight has no counterpart in the other, a word
 * as near in meaning as `near` (cosine). Where all the rest is the same word for word, a near word
 * is no counterpart: humidity is not temperature. Chosen 2026-11-30 on fixtures/same_matter.jsonl
 * (products left out, together from .9 on: precision .93, recall .19; .96 and .10 where any two with
 * so many lone words differed) and on 150 pairs of one sentence with two fillings that the
 * probability alone takes for one thing: 147 differ.
 */
const TOLD_ALIKE = [
  { shared: 0.6, near: 0.65, lone: 0.15 },
  { shared: 0.35, near: 0.45, lone: 0.25 },
] as const;
/** Words of how and when, and for the whole product: which thing it is, none of them says. */
const SAYS_NOT_WHICH: ReadonlySet<string> = new Set(
  ("app application program software keep start soon once whenever immediately suddenly constantly " +
    "instantly sometimes often usually again today yesterday currently try happen seem")
    .split(" "),
);

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
    differs.push(CODES_DIFFER + told(codes, others));
  }
  const shared = sharedRarity(one.gist, other.gist);
  for (const alike of TOLD_ALIKE) {
    if (shared <= alike.shared) continue;
    const own = loneWords(one, other, alike.near);
    if (own.share <= alike.lone) continue;
    const lone = loneWords(other, one, alike.near);
    if (lone.share <= alike.lone) continue;
    differs.push(`words ${told(own.words, lone.words)}`);
    break;
  }
  return differs;
}

/** The words of one that nothing in the other is near to, the most telling first. */
function loneWords(one: PreparedGist, other: PreparedGist, near: number) {
  const { words } = other.gist;
  const lone = one.gist.words.map((word, place) => ({ word, weight: one.weights[place] ?? 0 }))
    .filter(({ word }) =>
      !words.includes(word) && !SAYS_NOT_WHICH.has(word) && !isNearAny(word, words, near)
    ).sort((some, others) => others.weight - some.weight);
  const weight = lone.reduce((sum, { weight }) => sum + weight, 0);
  return {
    share: one.weight === 0 ? 0 : weight / one.weight,
    words: lone.slice(0, NAMED_WORDS).map(({ word }) => word),
  };
}

/** How much of the rarity of the shorter one's words stands in both, whatever the other cases say. */
function sharedRarity(one: Gist, other: Gist): number {
  const words = new Set(other.words);
  const sum = (rarities: readonly number[]) => rarities.reduce((all, rarity) => all + rarity, 0);
  const shorter = Math.min(sum(one.rarities), sum(other.rarities));
  return shorter === 0 ? 0 : sum(one.rarities.filter((_, at) => words.has(one.words[at] ?? ""))) /
    shorter;
}
