/**
 * Scores that only the true probabilities minimise.
 *
 * @module
 */
import { INTENTS } from "../triage/domain/intent.ts";
import type { Scored } from "./outcome.ts";

/** A probability enters the logarithm at least this high, so that one row cannot be infinite. */
const LEAST_PROBABILITY = 1e-12;

/**
 * Brier score over several classes: mean squared distance between the scores
 * and the right answer, in [0, 2] (Brier 1950, "Verification of Forecasts
 * Expressed in Terms of Probability", eq. 2). 0 is perfect, and 0 of no rows.
 */
export function brierScore(rows: readonly Scored[]): number {
  return mean(
    rows,
    ({ label, scores }) =>
      INTENTS.reduce((sum, intent) => sum + (scores[intent] - Number(intent === label)) ** 2, 0),
  );
}

/** Mean negative logarithm of the right class's probability, in nats (Good 1952). */
export function negativeLogLikelihood(rows: readonly Scored[]): number {
  return mean(rows, ({ label, scores }) => -Math.log(Math.max(scores[label], LEAST_PROBABILITY)));
}

function mean(rows: readonly Scored[], value: (row: Scored) => number): number {
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
}
