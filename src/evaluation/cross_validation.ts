/**
 * Judges rows by scorers that have not seen them.
 *
 * @module
 */
import type { Scorer } from "../triage/domain/ports.ts";
import type { LabelledRow } from "./dataset.ts";
import type { Fold } from "./folds.ts";
import { judge, type Outcome } from "./outcome.ts";

/** Fits a scorer on rows. */
export type Fit = (rows: readonly LabelledRow[]) => Scorer | Promise<Scorer>;

/** A judged row, and the fold in which it was left out. */
export interface LeftOut extends Outcome {
  readonly fold: string;
}

/**
 * Fits once for each fold and judges the rows it leaves out.
 *
 * @param onFold Told before each fit, for progress.
 */
export async function crossValidate(
  folds: readonly Fold[],
  fit: Fit,
  onFold: (fold: Fold, index: number) => void = () => {},
): Promise<LeftOut[]> {
  const outcomes: LeftOut[] = [];
  for (const [index, fold] of folds.entries()) {
    onFold(fold, index);
    const scorer = await fit(fold.train);
    for (const outcome of judge(fold.test, scorer)) outcomes.push({ ...outcome, fold: fold.name });
  }
  return outcomes;
}
