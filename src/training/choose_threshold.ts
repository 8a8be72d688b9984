/**
 * Chooses the confidence below which a second opinion is asked, on the
 * risk-coverage curve of sources left out of training.
 *
 * @module
 */
import { riskCoverage } from "../evaluation/risk_coverage.ts";
import type { Scored } from "../evaluation/outcome.ts";

/** Share of answers given without a second opinion that must be right. */
export const WANTED_ACCURACY = 0.92;
/** Thresholds are whole hundredths: finer ones would be noise. */
const STEPS = 100;

/** A threshold with what it does on the rows it was chosen on. */
export interface Threshold {
  readonly escalate_below: number;
  /** Share of rows answered without a second opinion. */
  readonly coverage: number;
  /** Share of those that are right. */
  readonly accuracy: number;
}

/** The lowest threshold above which {@linkcode WANTED_ACCURACY} is reached; the highest if none does. */
export function chooseThreshold(rows: readonly Scored[]): Threshold {
  const curve = riskCoverage(rows);
  let best: Threshold = { escalate_below: 1, coverage: 0, accuracy: 1 };
  for (let step = STEPS; step > 0; step--) {
    const threshold = step / STEPS;
    const point = curve.findLast((point) => point.threshold >= threshold);
    if (point === undefined) continue;
    if (1 - point.risk < WANTED_ACCURACY) break;
    best = { escalate_below: threshold, coverage: point.coverage, accuracy: 1 - point.risk };
  }
  return best;
}
