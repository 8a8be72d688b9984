/**
 * A linear model: feature values times weights give logits.
 *
 * @module
 */
import type { Features } from "./features.ts";

/** Weights of one decision, class by class within each column. */
export interface LinearModel {
  readonly classes: readonly string[];
  /** `weights[column * classes.length + class]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A vector most of whose values are 0: the columns of the others, and these. */
export type SparseRow = Pick<Features, "columns" | "values">;

/** Logits of a model, in the order of its classes. */
export function logits(
  { weights, bias, classes }: LinearModel,
  { columns, values }: SparseRow,
): Float64Array {
  const count = classes.length;
  const sums = new Float64Array(bias);
  // Each value is read once: read from lists of several kinds V8 makes an object of it each time.
  for (let at = 0; at < columns.length; at++) {
    const value = values[at] ?? 0, from = (columns[at] ?? 0) * count;
    for (let k = 0; k < count; k++) {
      sums[k] = (sums[k] ?? 0) + value * (weights[from + k] ?? 0);
    }
  }
  return sums;
}
