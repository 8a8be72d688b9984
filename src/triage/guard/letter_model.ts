/**
 * How much a letter's sentence is like those that attack, by trained weights of
 * its named features; and how little like those of honest letters: what honest
 * letters never say counts against it, be it a thing no attack said either.
 *
 * @module
 */
import { LEVELS } from "./sentence_features.ts";
import { parseJson } from "../domain/json.ts";
// As bytes: read only where a model writes letters.
import stored from "./letter_weights.json" with { type: "bytes" };

/** Trained numbers. `deno task train --letters` writes them. */
export interface LetterWeights {
  readonly bias: number;
  /** From this weight on a sentence gives way. */
  readonly threshold: number;
  /** By level: what it weighs that features are strange, by share and by count. */
  readonly strange: Readonly<Record<string, readonly [share: number, count: number]>>;
  /** By feature that honest letters have. */
  readonly familiar: Readonly<Record<string, number>>;
  /** By feature that they do not have, or hardly. */
  readonly other: Readonly<Record<string, number>>;
}

/** Says what sentences weigh. */
export interface LetterModel {
  readonly threshold: number;
  /** The weight of a sentence with these features: the higher, the more like an attack. */
  readonly weigh: (features: readonly string[]) => number;
}

/** What every feature of a sentence of so many counts. */
export function featureValue(count: number): number {
  return 4 / Math.sqrt(Math.max(1, count));
}

const STRANGE_MAX = 10;

/** How strange a sentence is, by level: the share of features that are, and their number. */
export function strangeness(
  features: readonly string[],
  isFamiliar: (feature: string) => boolean,
): ReadonlyMap<string, readonly [share: number, count: number]> {
  const counts = new Map<string, { all: number; strange: number }>();
  for (const feature of features) {
    const end = feature.indexOf(" ");
    const level = end === -1 ? feature : feature.slice(0, end);
    if (!LEVEL_NAMES.has(level)) continue;
    let count = counts.get(level);
    if (count === undefined) counts.set(level, count = { all: 0, strange: 0 });
    count.all++;
    if (!isFamiliar(feature)) count.strange++;
  }
  return new Map(
    [...counts].map(([level, { all, strange }]) => [
      level,
      [2 * strange / all, Math.min(STRANGE_MAX, strange) / 4],
    ]),
  );
}

const LEVEL_NAMES: ReadonlySet<string> = new Set(LEVELS);

/** A model from its numbers. */
export function createLetterModel(weights: LetterWeights): LetterModel {
  const familiar = new Map(Object.entries(weights.familiar));
  const other = new Map(Object.entries(weights.other));
  return {
    threshold: weights.threshold,
    weigh(features) {
      let sum = 0;
      for (const feature of features) sum += familiar.get(feature) ?? other.get(feature) ?? 0;
      let weight = weights.bias + sum * featureValue(features.length);
      for (const [level, [share, count]] of strangeness(features, (name) => familiar.has(name))) {
        const [byShare, byCount] = weights.strange[level] ?? [0, 0];
        weight += byShare * share + byCount * count;
      }
      return weight;
    },
  };
}

let shipped: LetterModel | null = null;

/** The model that is shipped. */
export function shippedLetterModel(): LetterModel {
  return shipped ??= createLetterModel(parseJson(stored) as LetterWeights);
}
