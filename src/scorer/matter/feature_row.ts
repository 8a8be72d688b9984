/**
 * Where features of segments are put as they are found, one column behind the
 * other: into lists, for a fit, or straight into a model's logits.
 *
 * @module
 */
import type { LinearModel } from "../model/linear.ts";

/** Loudness of all terms of a segment together, and of what it means. */
const TERMS_LOUDNESS = 1.5, MEANING_LOUDNESS = 1.5;

/** Takes features; what is 0 is left out. */
export abstract class FeatureRow {
  #next = 0;

  /** Takes the value of a column. */
  protected abstract put(column: number, value: number): void;

  /** The next column. */
  add(value: number | boolean): this {
    const number = Number(value);
    if (number !== 0) this.put(this.#next, number);
    this.#next++;
    return this;
  }

  /** The next columns. */
  addAll(values: ArrayLike<number>, loudness = 1): this {
    for (let at = 0; at < values.length; at++) this.add((values[at] ?? 0) * loudness);
    return this;
  }

  /** What a segment means. */
  addMeaning(meaning: Float64Array): this {
    for (let at = 0; at < meaning.length; at++) {
      const value = meaning[at] ?? 0;
      if (value !== 0) this.put(this.#next + at, value * MEANING_LOUDNESS);
    }
    this.#next += meaning.length;
    return this;
  }

  /** The terms of a segment, each of which has `step` columns, in that of number `shift`. */
  addTerms(terms: readonly number[], loudness: number, step = 1, shift = 0): this {
    const value = loudness * TERMS_LOUDNESS / Math.sqrt(Math.max(1, terms.length));
    for (const term of terms) this.put(this.#next + term * step + shift, value);
    return this;
  }
}

/** Features in lists. */
export class ListedRow extends FeatureRow {
  readonly columns: number[] = [];
  readonly values: number[] = [];

  protected put(column: number, value: number): void {
    this.columns.push(column);
    this.values.push(value);
  }
}

/** What a model says of features, summed up as they come. */
export class SummedRow extends FeatureRow {
  /** Logits in the order of the model's classes. */
  readonly logits: Float64Array;
  readonly #weights: Float32Array;

  constructor({ weights, bias }: LinearModel) {
    super();
    this.#weights = weights;
    this.logits = new Float64Array(bias);
  }

  protected put(column: number, value: number): void {
    const { logits } = this, weights = this.#weights;
    for (let k = 0, at = column * logits.length; k < logits.length; k++, at++) {
      logits[k] = (logits[k] ?? 0) + value * (weights[at] ?? 0);
    }
  }
}
