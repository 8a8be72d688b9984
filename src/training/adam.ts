/**
 * Moves numbers against their gradient: Adam (Kingma & Ba 2015, "Adam: A
 * Method for Stochastic Optimization"), with the constants given there.
 *
 * @module
 */
const FIRST = 0.9, SECOND = 0.999, LEAST = 1e-8;

/** Numbers being fitted, with their gradient. */
export class Fitted {
  readonly values: Float32Array;
  /** Added to by who computes it; set to 0 by each step. */
  readonly gradient: Float32Array;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  #steps = 0;

  constructor(values: Float32Array) {
    this.values = values;
    this.gradient = new Float32Array(values.length);
    this.#mean = new Float32Array(values.length);
    this.#square = new Float32Array(values.length);
  }

  /** Moves all numbers by about `rate` at most. */
  step(rate: number): void {
    this.#steps++;
    const { values, gradient } = this, mean = this.#mean, square = this.#square;
    const ofMean = rate / (1 - FIRST ** this.#steps);
    const ofSquare = 1 / (1 - SECOND ** this.#steps);
    for (let at = 0; at < values.length; at++) {
      const slope = gradient[at] ?? 0;
      const first = mean[at] = FIRST * (mean[at] ?? 0) + (1 - FIRST) * slope;
      const second = square[at] = SECOND * (square[at] ?? 0) + (1 - SECOND) * slope * slope;
      values[at] = (values[at] ?? 0) - ofMean * first / (Math.sqrt(second * ofSquare) + LEAST);
    }
    gradient.fill(0);
  }
}
