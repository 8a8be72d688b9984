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

/** The features of two of the cases, the same whichever comes first. */
export type StandingOf = (one: number, other: number) => Float64Array;

/**
 * How each two cases stand.
 *
 * @param odds Log-odds of every case with every other, as known so far.
 */
export function standingFeatures(odds: readonly Float64Array[]): StandingOf {
  const held = odds.map((row, one) =>
    row.map((value, other) => one === other ? ITSELF : hold(value))
  );
  const at = (one: number, other: number) => held[one]?.[other] ?? LEAST;
  const best = held.map((row, one) =>
    row.reduce((most, value, other) => other === one ? most : Math.max(most, value), LEAST)
  );
  const mates = held.map((row, one) => viaMates(row, one, held));
  return (one, other) => {
    const alone = at(one, other);
    const gap = (best[one] ?? 0) - alone, other_gap = (best[other] ?? 0) - alone;
    const via = mates[one]?.[other] ?? 0, other_via = mates[other]?.[one] ?? 0;
    return Float64Array.of(
      Math.max(0, alone - 2),
      Math.max(gap, other_gap),
      Math.min(gap, other_gap),
      Math.min(via, other_via),
      Math.max(via, other_via),
    );
  };
}

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
      if (across) line[other] = across[one] = hold(logOdds(model, features(one, other)));
    }
  });
  return judged;
}

function hold(odds: number): number {
  return Math.max(LEAST, Math.min(MOST, odds));
}

/** Log-odds of the cases near to one with each other one: their mean, the nearest counting most. */
function viaMates(
  row: Float64Array,
  one: number,
  held: readonly Float64Array[],
): Float64Array {
  const sums = new Float64Array(row.length);
  let total = 0;
  held.forEach((line, mate) => {
    const near = mate === one ? 1 : fromLogOdds(row[mate] ?? LEAST) ** 2;
    total += near;
    for (let other = 0; other < sums.length; other++) {
      sums[other] = (sums[other] ?? 0) + near * (line[other] ?? 0);
    }
  });
  return sums.map((sum) => sum / total);
}
