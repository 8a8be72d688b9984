/**
 * How two cases stand among the others: whether each is the other's nearest,
 * and whether the ones near to one are near to the other too. Of three tellings
 * of one fault the first and the last may share no word, and both the second's.
 * It is judged several times over, each time by what the time before said: of
 * five tellings the ends meet by way of those between.
 *
 * @module
 */
import { fromLogOdds } from "../triage/domain/log_odds.ts";
import { type LogisticModel, logOdds } from "./similar_model.ts";

/** Names of the features, in order. */
export const STANDING_FEATURES = ["plain", "gap", "other_gap", "mates", "other_mates"] as const;

/** Log-odds are held within these: beyond, more of it says nothing more. */
const LEAST = -8, MOST = 5;
/** Log-odds of a case with itself. */
const ITSELF = 3;

/**
 * The features of two of the cases, the same whichever comes first.
 *
 * @param features Where they are written: who weighs them at once needs no new place for each pair.
 */
export type StandingOf = (one: number, other: number, features?: Float64Array) => Float64Array;

/**
 * How each two cases stand.
 *
 * @param odds Log-odds of every case with every other, as known so far.
 */
export function standingFeatures(odds: readonly Float64Array[]): StandingOf {
  const count = odds.length;
  const held = heldOf(odds), best = bestOf(held, count), mates = matesOf(held, count);
  return (one, other, features = new Float64Array(STANDING_FEATURES.length)) => {
    const alone = held[one * count + other] ?? LEAST;
    const gap = (best[one] ?? 0) - alone, other_gap = (best[other] ?? 0) - alone;
    const via = mates[one * count + other] ?? 0, other_via = mates[other * count + one] ?? 0;
    features[0] = Math.max(0, alone - 2);
    features[1] = Math.max(gap, other_gap);
    features[2] = Math.min(gap, other_gap);
    features[3] = Math.min(via, other_via);
    features[4] = Math.max(via, other_via);
    return features;
  };
}

/** The features of the pair that is just weighed. */
const weighed = new Float64Array(STANDING_FEATURES.length);

/** Log-odds of every case with every other, judged anew by how they stand. */
export function standingOdds(
  odds: readonly Float64Array[],
  model: LogisticModel,
): Float64Array[] {
  const features = standingFeatures(odds);
  const judged = odds.map(({ length }) => new Float64Array(length));
  judged.forEach((line, one) => {
    for (let other = 0; other < one; other++) {
      const across = judged[other];
      if (across) line[other] = across[one] = hold(logOdds(model, features(one, other, weighed)));
    }
  });
  return judged;
}

function hold(odds: number): number {
  return Math.max(LEAST, Math.min(MOST, odds));
}

/** All within bounds, row behind row. */
function heldOf(odds: readonly Float64Array[]): Float64Array {
  const count = odds.length;
  const held = new Float64Array(count * count);
  for (let one = 0; one < count; one++) {
    const row = odds[one] ?? held;
    for (let other = 0; other < count; other++) {
      held[one * count + other] = one === other ? ITSELF : hold(row[other] ?? LEAST);
    }
  }
  return held;
}

/** By case, the log-odds with the one nearest to it. */
function bestOf(held: Float64Array, count: number): Float64Array {
  const best = new Float64Array(count).fill(LEAST);
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < count; other++) {
      if (other === one) continue;
      best[one] = Math.max(best[one] ?? LEAST, held[one * count + other] ?? LEAST);
    }
  }
  return best;
}

/** By case, log-odds of the cases near to it with each other one: their mean, the nearest counting most. */
function matesOf(held: Float64Array, count: number): Float64Array {
  const mates = new Float64Array(count * count);
  for (let one = 0; one < count; one++) {
    const row = one * count;
    let total = 0;
    for (let mate = 0; mate < count; mate++) {
      const near = mate === one ? 1 : fromLogOdds(held[row + mate] ?? LEAST) ** 2;
      total += near;
      for (let other = 0; other < count; other++) {
        mates[row + other] = (mates[row + other] ?? 0) + near * (held[mate * count + other] ?? 0);
      }
    }
    for (let other = 0; other < count; other++) {
      mates[row + other] = (mates[row + other] ?? 0) / total;
    }
  }
  return mates;
}
