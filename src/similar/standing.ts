/**
 * How two cases stand among the others: whether each is the other's nearest,
 * and whether the ones near to one are near to the other too. Of three tellings
 * of one fault the first and the last may share no word, and both the second's.
 *
 * @module
 */
import { fromLogOdds } from "../triage/domain/log_odds.ts";

/** Names of the features, in order. */
export const STANDING_FEATURES = ["plain", "gap", "other_gap", "mates", "other_mates"] as const;

/** Log-odds are held within this: beyond, more of it says nothing more. */
const MOST = 8;
/** Log-odds of a case with itself. */
const ITSELF = 3;

/**
 * The features of the first case with each of the others.
 *
 * @param odds Log-odds of every case with every other, of two gists alone.
 */
export function standingFeatures(odds: readonly Float64Array[]): Float64Array[] {
  const count = odds.length;
  const at = (one: number, other: number) =>
    one === other ? ITSELF : Math.max(-MOST, Math.min(MOST, odds[one]?.[other] ?? -MOST));
  const nearness = (one: number, other: number) =>
    one === other ? 1 : fromLogOdds(at(one, other)) ** 2;
  const best = Array.from({ length: count }, (_, one) => {
    let highest = -MOST;
    for (let other = 0; other < count; other++) {
      if (other !== one) highest = Math.max(highest, at(one, other));
    }
    return highest;
  });
  const viaMatesOf = (one: number, other: number) => {
    let sum = 0, total = 0;
    for (let mate = 0; mate < count; mate++) {
      const near = nearness(one, mate);
      sum += near * at(mate, other);
      total += near;
    }
    return sum / total;
  };
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => {
    const other = index + 1;
    const alone = at(0, other);
    const gaps = [(best[0] ?? 0) - alone, (best[other] ?? 0) - alone];
    const mates = [viaMatesOf(0, other), viaMatesOf(other, 0)];
    return Float64Array.of(
      Math.max(0, alone - 2),
      Math.max(...gaps),
      Math.min(...gaps),
      Math.min(...mates),
      Math.max(...mates),
    );
  });
}
