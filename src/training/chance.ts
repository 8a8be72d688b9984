/**
 * Chance that is the same every time: a fit must give the same numbers again.
 * The generator is Mulberry32 (Tommy Ettinger, public domain).
 *
 * @module
 */
const SEED = 5;

/** Numbers that look drawn by chance. */
export class Chance {
  #state = SEED;

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Numbers from `-most` to `most`. */
  around(count: number, most: number): Float32Array {
    return Float32Array.from({ length: count }, () => (2 * this.next() - 1) * most);
  }

  /** Puts values in another order, in place (Fisher & Yates). */
  shuffle<Value>(values: Value[]): void {
    for (let at = values.length - 1; at > 0; at--) {
      const other = Math.floor(this.next() * (at + 1));
      const value = values[at] as Value;
      values[at] = values[other] as Value;
      values[other] = value;
    }
  }
}
