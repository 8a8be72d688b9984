/**
 * Fits a linear model that gives class probabilities: multinomial logistic
 * regression with an L2 penalty on all weights but the bias.
 *
 * @module
 */
import type { LinearModel } from "../scorer/model/linear.ts";
import { minimize } from "./lbfgs.ts";

/** One example: a sparse vector, its class, and how much it counts. */
export interface Example {
  readonly columns: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** Number of the class. */
  readonly target: number;
  readonly weight: number;
}

/** Settings of {@linkcode fitSoftmax}. */
export interface SoftmaxOptions {
  readonly classes: readonly string[];
  readonly columns: number;
  /** Factor of the penalty: half of it times the sum of squared weights is added to the loss. */
  readonly penalty: number;
  readonly steps: number;
}

/** Fits a model; the same examples give the same model to the last bit. */
export function fitSoftmax(examples: readonly Example[], options: SoftmaxOptions): LinearModel {
  const { classes, columns, penalty, steps } = options;
  const count = classes.length;
  const size = columns * count;
  const matrix = pack(examples);
  const scores = new Float64Array(count);

  const fitted = minimize(
    (point, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let row = 0; row < matrix.targets.length; row++) {
        const from = matrix.starts[row] ?? 0;
        const to = matrix.starts[row + 1] ?? 0;
        for (let k = 0; k < count; k++) scores[k] = point[size + k] ?? 0;
        for (let at = from; at < to; at++) {
          const offset = (matrix.columns[at] ?? 0) * count;
          const value = matrix.values[at] ?? 0;
          for (let k = 0; k < count; k++) {
            scores[k] = (scores[k] ?? 0) +
              value * (point[offset + k] ?? 0);
          }
        }
        const weight = matrix.weights[row] ?? 0;
        const target = matrix.targets[row] ?? 0;
        loss += weight * toErrors(scores, target);
        for (let k = 0; k < count; k++) {
          const error = (scores[k] = (scores[k] ?? 0) * weight);
          gradient[size + k] = (gradient[size + k] ?? 0) + error;
        }
        for (let at = from; at < to; at++) {
          const offset = (matrix.columns[at] ?? 0) * count;
          const value = matrix.values[at] ?? 0;
          for (let k = 0; k < count; k++) {
            gradient[offset + k] = (gradient[offset + k] ?? 0) + value * (scores[k] ?? 0);
          }
        }
      }
      for (let at = 0; at < size; at++) {
        const weight = point[at] ?? 0;
        loss += 0.5 * penalty * weight * weight;
        gradient[at] = (gradient[at] ?? 0) + penalty * weight;
      }
      return loss;
    },
    new Float64Array(size + count),
    { steps },
  );

  return {
    classes,
    weights: Float32Array.from(fitted.subarray(0, size)),
    bias: Float32Array.from(fitted.subarray(size)),
  };
}

/** Turns scores into probabilities minus the truth, in place; gives the loss. */
function toErrors(scores: Float64Array, target: number): number {
  let highest = -Infinity;
  for (let k = 0; k < scores.length; k++) highest = Math.max(highest, scores[k] ?? 0);
  let total = 0;
  for (let k = 0; k < scores.length; k++) {
    total += scores[k] = Math.exp((scores[k] ?? 0) - highest);
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / total;
  const probability = scores[target] ?? 0;
  scores[target] = probability - 1;
  return -Math.log(Math.max(probability, 1e-300));
}

interface Matrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

function pack(examples: readonly Example[]): Matrix {
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ columns }, row) => starts[row + 1] = (starts[row] ?? 0) + columns.length);
  const total = starts[examples.length] ?? 0;
  const columns = new Int32Array(total);
  const values = new Float64Array(total);
  examples.forEach((example, row) => {
    columns.set(example.columns, starts[row]);
    values.set(example.values, starts[row]);
  });
  return {
    starts,
    columns,
    values,
    targets: Int32Array.from(examples, ({ target }) => target),
    weights: Float64Array.from(examples, ({ weight }) => weight),
  };
}
