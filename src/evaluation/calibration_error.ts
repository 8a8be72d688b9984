/**
 * Whether a confidence of 0.8 is right 8 times in 10.
 *
 * @module
 */
import { confidenceOf, type Scored } from "./outcome.ts";

/** Bins of equal width over [0, 1]. */
export const CALIBRATION_BINS = 15;

/** Rows whose confidence falls between two bounds. */
export interface CalibrationBin {
  /** Bounds of the confidence: above `from` (the first bin: from it on), up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  /** Mean confidence of the rows; 0 of no rows. */
  readonly confidence: number;
  /** Share of the rows that were right; 0 of no rows. */
  readonly accuracy: number;
}

/** Sorts rows into bins by the probability of their most probable class. */
export function calibrationBins(rows: readonly Scored[]): CalibrationBin[] {
  const sums = Array.from({ length: CALIBRATION_BINS }, () => ({ rows: 0, sure: 0, right: 0 }));
  for (const row of rows) {
    const { right, confidence } = confidenceOf(row);
    const index = Math.min(
      CALIBRATION_BINS - 1,
      Math.max(0, Math.ceil(confidence * CALIBRATION_BINS) - 1),
    );
    const bin = sums[index];
    if (bin === undefined) continue; // NaN only
    bin.rows++;
    bin.sure += confidence;
    bin.right += Number(right);
  }
  return sums.map(({ rows, sure, right }, index) => ({
    from: index / CALIBRATION_BINS,
    to: (index + 1) / CALIBRATION_BINS,
    rows,
    confidence: rows === 0 ? 0 : sure / rows,
    accuracy: rows === 0 ? 0 : right / rows,
  }));
}

/**
 * Expected calibration error: the mean gap between confidence and accuracy,
 * bins weighted by their rows (Guo et al. 2017, "On Calibration of Modern
 * Neural Networks", eq. 3). 0 is perfect, and 0 of no rows.
 */
export function calibrationError(rows: readonly Scored[]): number {
  if (rows.length === 0) return 0;
  return calibrationBins(rows).reduce(
    (error, bin) => error + bin.rows / rows.length * Math.abs(bin.accuracy - bin.confidence),
    0,
  );
}
