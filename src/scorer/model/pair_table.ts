/**
 * Columns by pairs of word numbers: a hash table with open addressing (Knuth,
 * TAOCP 6.4, algorithm L) in an array of numbers, a pair beside its column. Each word of a message
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
  /** By slot: a pair, and its column. */
  readonly #slots: Int32Array;

  /** @param pairs How many it will hold at most. */
  constructor(pairs: number) {
    const slots = 2 ** Math.ceil(Math.log2(pairs * SLOTS_PER_PAIR + 1));
    this.#slots = new Int32Array(2 * slots).fill(FREE);
  }

  /** @throws {RangeError} If a number takes more than 16 bits. */
  set(first: number, second: number, column: number): void {
    if (first >= WORDS || second >= WORDS) {
      throw new RangeError(
        `Cannot keep pair: want numbers below ${WORDS}, got ${first}, ${second}`,
      );
    }
    this.#slots.set([keyOf(first, second), column], this.#slotOf(first, second));
  }

  /** The column of a pair; -1 if it has none. */
  get(first: number, second: number): number {
    return this.#slots[this.#slotOf(first, second) + 1] ?? FREE;
  }

  /** Where a pair lies, or the free slot where it would. */
  #slotOf(first: number, second: number): number {
    const key = keyOf(first, second), slots = this.#slots;
    const mask = slots.length - 1;
    let slot = ((Math.imul(key, 0x9e37_79b1) >>> 12) << 1) & mask;
    while (slots[slot + 1] !== FREE && slots[slot] !== key) slot = (slot + 2) & mask;
    return slot;
  }
}

function keyOf(first: number, second: number): number {
  return (first << 16) | second;
}
