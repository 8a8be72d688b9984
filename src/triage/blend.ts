/**
 * Pools what the words say and what the model says into one distribution.
 *
 * @module
 */
import { mapScores, normalize, type Scores } from "./domain/intent.ts";

/**
 * How loud each part speaks in the pool. Above 1 together, so that agreement
 * makes surer; below 2, because the parts err on the same messages.
 *
 * Evidence: `deno task bench:cascade` on 8,690 labelled messages of sources
 * that the local scorer had not seen, with simulated opinions of 70 to 90 %
 * accuracy that share a quarter or half of the scorer's errors. The mean Brier
 * score is flat around the best: 0.198 here, 0.197 at (0.85, 0.7), 0.200 at
 * (1, 1), 0.207 at (0.7, 1). No live model could be asked.
 */
export const POOL_WEIGHTS = { local: 0.85, model: 0.85 } as const;

/** No part may rule an intent out: probabilities enter the pool at least this high. */
const FLOOR = 1e-4;

/**
 * Logarithmic opinion pool (Genest & Zidek 1986, "Combining Probability
 * Distributions: A Critique and an Annotated Bibliography"): each intent's
 * probability is proportional to the weighted product of the parts'.
 *
 * @param weight How much the opinion counts, in [0, 1]: what the model has shown of itself. The
 * local exponent goes from 1, where the scorer stands alone, to its weight in the full pool.
 * @returns `local` itself where there is no opinion, or none that counts.
 */
export function blend(local: Scores, opinion: Scores | null, weight = 1): Scores {
  if (opinion === null || weight <= 0) return local;
  const local_weight = 1 - weight * (1 - POOL_WEIGHTS.local);
  const model_weight = weight * POOL_WEIGHTS.model;
  return normalize(mapScores((intent) =>
    Math.max(local[intent], FLOOR) ** local_weight *
    Math.max(opinion[intent], FLOOR) ** model_weight
  ));
}
