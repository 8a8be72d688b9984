/**
 * What two gists share, as numbers that a logistic model weighs.
 *
 * @module
 */
import { productOf } from "./meaning.ts";
import type { PreparedGist } from "./prepared_gist.ts";

/** Names of the features, in order. */
export const PAIR_FEATURES = [
  "meaning",
  "own_meaning",
  "words_of_shorter",
  "words_of_longer",
  "words",
  "type",
  "code",
  "other_code",
  "version",
  "shorter",
  "longer",
  "own_meaning_and_type",
  "own_meaning_and_words",
  "unlike_among",
  "common",
] as const;

/**
 * The features of two gists, by {@linkcode PAIR_FEATURES}; the same whichever comes first.
 *
 * @param features Where they are written: who weighs them at once needs no new place for each pair.
 */
export function pairFeatures(
  one: PreparedGist,
  other: PreparedGist,
  features: Float64Array = new Float64Array(PAIR_FEATURES.length),
): Float64Array {
  const shared = sharedWeight(one, other);
  const ofOne = one.weight === 0 ? 0 : shared / one.weight;
  const ofOther = other.weight === 0 ? 0 : shared / other.weight;
  const ofLonger = Math.min(ofOne, ofOther);
  const type = dot(one.types, other.types);
  const code = haveCommon(one.gist.codes, other.gist.codes);
  const meaning = one.scale * other.scale * productOf(one.meaning, other.meaning);
  const own = ownNearness(one, other, meaning);
  features[0] = meaning;
  features[1] = own;
  features[2] = Math.max(ofOne, ofOther);
  features[3] = ofLonger;
  features[4] = shared / 3;
  features[5] = type;
  features[6] = Number(code);
  features[7] = Number(!code && one.gist.codes.length > 0 && other.gist.codes.length > 0);
  features[8] = Number(haveCommon(one.gist.versions, other.gist.versions));
  features[9] = Math.min(one.log_length, other.log_length);
  features[10] = Math.max(one.log_length, other.log_length);
  features[11] = own * type;
  features[12] = own * ofLonger;
  // Of many cases of many matters two that are not told alike are seldom of one.
  features[13] = one.background.log_among * (1 - own);
  features[14] = one.background.square;
  return features;
}

/**
 * How near two are without what all cases have in common, as a cosine: the product of two
 * differences, worked out from products that are known.
 */
function ownNearness(one: PreparedGist, other: PreparedGist, meaning: number): number {
  const lengths = one.own_length * other.own_length;
  return lengths === 0
    ? 0
    : (meaning - one.common - other.common + one.background.square) / lengths;
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && some.some((text) => others.includes(text));
}

/** What the words weigh that stand in both. */
export function sharedWeight(one: PreparedGist, other: PreparedGist): number {
  const fewer = one.marks.length < other.marks.length;
  const few = fewer ? one : other, many = fewer ? other : one;
  const { marks, weights } = few;
  let shared = 0;
  for (let at = 0; at < marks.length; at++) {
    if (holds(many, marks[at] ?? 0)) shared += weights[at] ?? 0;
  }
  return shared;
}

function holds({ marks, endings }: PreparedGist, mark: number): boolean {
  if ((endings & (1 << mark)) === 0) return false;
  for (let at = 0; at < marks.length; at++) if (marks[at] === mark) return true;
  return false;
}

/** Always of one kind of array: for several the compiled code is twice as slow. */
function dot(one: Float64Array, other: Float64Array): number {
  const length = Math.min(one.length, other.length);
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
