/**
 * Columns by pairs of word numbers: a hash table with open addressing (Knuth,
 * TAOCP 6.4, algorithm L) in two arrays of numbers. Each word of a message
 * asks it once; a map would want a key made for every pair.
 *
 * @module
 */

/** A pair is kept in one 32-bit number. */
const WORDS = 65_536;
/** Slots for each pair at least, so that a look for what is not there ends soon. */
const SLOTS_PER_PAIR = 2;
const FREE = -1;

/** From pairs of numbers below 65,536 to numbers from 0 on. */
export class PairTable {
  readonly #keys: Uint32Array;
  readonly #columns: Int32Array;

  /** @param pairs How many it will hold at most. */
  constructor(pairs: number) {
    const slots = 2 ** Math.ceil(Math.log2(pairs * SLOTS_PER_PAIR + 1));
    this.#keys = new Uint32Array(slots);
    this.#columns = new Int32Array(slots).fill(FREE);
  }

  /** @throws {RangeError} If a number takes more than 16 bits. */
  set(first: number, second: number, column: number): void {
    if (first >= WORDS || second >= WORDS) {
      throw new RangeError(
        `Cannot keep pair: want numbers below ${WORDS}, got ${first}, ${second}`,
      );
    }
    const slot = this.#slotOf(first, second);
    this.#keys[slot] = keyOf(first, second);
    this.#columns[slot] = column;
  }

  /** The column of a pair; -1 if it has none. */
  get(first: number, second: number): number {
    return this.#columns[this.#slotOf(first, second)] ?? FREE;
  }

  /** Where a pair lies, or the free slot where it would. */
  #slotOf(first: number, second: number): number {
    const key = keyOf(first, second);
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e37_79b1) >>> 12) & mask;
    while (this.#columns[slot] !== FREE && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

function keyOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}
