/**
 * Pools what the words say and what the model says into one distribution.
 *
 * @module
 */
import { mapScores, normalize, type Scores } from "./intent.ts";

/** How loud each part speaks in the pool. */
export const POOL_WEIGHTS = { local: 0.7, model: 1 } as const;

/** No part may rule an intent out: probabilities enter the pool at least this high. */
const FLOOR = 1e-4;

/**
 * Logarithmic opinion pool (Genest & Zidek 1986, "Combining Probability
 * Distributions: A Critique and an Annotated Bibliography"): each intent's
 * probability is proportional to the weighted product of the parts'.
 *
 * @returns `local` itself where there is no opinion.
 */
export function blend(local: Scores, opinion: Scores | null): Scores {
  if (opinion === null) return local;
  return normalize(mapScores((intent) =>
    Math.max(local[intent], FLOOR) ** POOL_WEIGHTS.local *
    Math.max(opinion[intent], FLOOR) ** POOL_WEIGHTS.model
  ));
}
