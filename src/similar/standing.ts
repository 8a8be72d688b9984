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
  const { held, best, near, total } = standingsOf(odds);
  const via = (one: number, other: number) => {
    let sum = 0;
    for (let mate = 0; mate < count; mate++) {
      sum += (near[one * count + mate] ?? 0) * (held[mate * count + other] ?? 0);
    }
    return sum / (total[one] ?? 1);
  };
  return (one, other, features = new Float64Array(STANDING_FEATURES.length)) => {
    const alone = held[one * count + other] ?? LEAST;
    const gap = (best[one] ?? 0) - alone, other_gap = (best[other] ?? 0) - alone;
    const mates = via(one, other), other_mates = via(other, one);
    features[0] = Math.max(0, alone - 2);
    features[1] = Math.max(gap, other_gap);
    features[2] = Math.min(gap, other_gap);
    features[3] = Math.min(mates, other_mates);
    features[4] = Math.max(mates, other_mates);
    return features;
  };
}

/** The features of the pair that is just weighed. */
const weighed = new Float64Array(STANDING_FEATURES.length);

/**
 * Log-odds of cases with every other, judged anew by how they stand.
 *
 * @param first So many cases are judged with all; the others only with these. @default all
 */
export function standingOdds(
  odds: readonly Float64Array[],
  model: LogisticModel,
  first = odds.length,
): Float64Array[] {
  const features = standingFeatures(odds);
  const judged = squareOf(odds.length);
  judged.forEach((line, one) => {
    for (let other = 0; other < Math.min(one, first); other++) {
      const across = judged[other];
      if (across) line[other] = across[one] = hold(logOdds(model, features(one, other, weighed)));
    }
  });
  return judged;
}

function hold(odds: number): number {
  return Math.max(LEAST, Math.min(MOST, odds));
}

/** Rows of as many numbers, in one piece of memory: to ask for a piece takes as long as to fill it. */
export function squareOf(count: number): Float64Array[] {
  const numbers = new Float64Array(count * count);
  const rows: Float64Array[] = [];
  for (let from = 0; from < numbers.length; from += count) {
    rows.push(numbers.subarray(from, from + count));
  }
  return rows;
}

/** What the features are made of, by case; squares lie row behind row. */
interface Standings {
  /** All log-odds, within bounds. */
  readonly held: Float64Array;
  /** Log-odds with the one nearest to it. */
  readonly best: Float64Array;
  /** How much each other counts as its mate. */
  readonly near: Float64Array;
  /** How much all of them do. */
  readonly total: Float64Array;
}

function standingsOf(odds: readonly Float64Array[]): Standings {
  const count = odds.length, square = count * count;
  const numbers = new Float64Array(2 * square + 2 * count);
  const held = numbers.subarray(0, square), near = numbers.subarray(square, 2 * square);
  const best = numbers.subarray(2 * square, 2 * square + count).fill(LEAST);
  const total = numbers.subarray(2 * square + count);
  for (let one = 0; one < count; one++) {
    const row = odds[one] ?? held;
    for (let other = 0; other < one; other++) {
      const odds = hold(row[other] ?? LEAST);
      held[one * count + other] = held[other * count + one] = odds;
      near[one * count + other] = near[other * count + one] = fromLogOdds(odds) ** 2;
      best[one] = Math.max(best[one] ?? LEAST, odds);
      best[other] = Math.max(best[other] ?? LEAST, odds);
    }
    held[one * count + one] = ITSELF;
    near[one * count + one] = 1;
  }
  for (let one = 0; one < count; one++) {
    for (let mate = 0; mate < count; mate++) {
      total[one] = (total[one] ?? 0) + (near[one * count + mate] ?? 0);
    }
  }
  return { held, best, near, total };
}
