/**
 * The trained numbers of the comparison: which type a gist is of, and
 * logistic models, one of two gists alone, then of how they stand among the others.
 *
 * @module
 */
import type { KindModel } from "./kind.ts";
import stored from "./similar_weights.json" with { type: "json" };

/** A logistic model: log-odds are the bias and the weighted features. */
export interface LogisticModel {
  readonly bias: number;
  /** In the order of the features. */
  readonly weights: readonly number[];
}

/** The numbers of the comparison. */
export interface SimilarModel {
  readonly kind: KindModel;
  readonly pair: LogisticModel;
  /** One after the other: each judges by what the one before said. */
  readonly standing: readonly LogisticModel[];
}

/** The shipped numbers. */
export const SIMILAR_MODEL: SimilarModel = stored;

/** From here on cases are taken for one matter: .96 of the pairs were, of writers left out. */
export const JOINING_PROBABILITY: number = stored.joining_probability;

/** Log-odds. */
export function logOdds({ bias, weights }: LogisticModel, features: Float64Array): number {
  let sum = bias;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (features[at] ?? 0);
  return sum;
}
