/**
 * Numbers by name, for names that come in pieces ("b", "the", " ", "app"): a
 * map would want each name put together first, which takes longer than all that
 * is then done with its number. A hash table with open addressing (Knuth, TAOCP
 * 6.4, algorithm L); a name is known by 64 bits of it.
 *
 * @module
 */

/** Slots for each name at least, so that a look for what is not there ends soon. */
const SLOTS_PER_NAME = 2;
/** Fowler, Noll and Vo's offset and prime; and of the polynomial that tells apart what they do not. */
const OFFSET = 0x811c_9dc5 | 0, PRIME = 0x0100_0193, FACTOR = 0x0019_660d;
const FREE = -1;
/**
 * A slot: the number, both halves of its name's hash, and one that is left empty, so that it lies
 * in one line of the processor's cache.
 */
const SLOT = 4;

/** From names to their places in the list that it was made of. */
export class NameTable {
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** Both halves of the hash of what was read last. */
  #one = 0;
  #other = 0;

  /** @throws {Error} If two of the names cannot be told apart. */
  constructor(names: readonly string[]) {
    const slots = 2 ** Math.ceil(Math.log2(names.length * SLOTS_PER_NAME + 1));
    this.#mask = SLOT * slots - 1;
    this.#slots = new Int32Array(SLOT * slots).fill(FREE);
    for (const [number, name] of names.entries()) {
      const slot = this.#slotOf(name, "", "", "");
      if (this.#slots[slot] !== FREE) throw new Error(`Cannot tell a name apart: ${name}`);
      this.#slots.set([number, this.#one, this.#other], slot);
    }
  }

  /** The number of the name that the pieces make together; -1 if it has none. */
  find(first: string, second = "", third = "", fourth = ""): number {
    return this.#slots[this.#slotOf(first, second, third, fourth)] ?? FREE;
  }

  /** Where a name lies, or the free slot where it would. */
  #slotOf(first: string, second: string, third: string, fourth: string): number {
    this.#one = OFFSET;
    this.#other = 0;
    this.#read(first);
    this.#read(second);
    this.#read(third);
    this.#read(fourth);
    const one = this.#one, other = this.#other, slots = this.#slots;
    let slot = Math.imul(SLOT, one ^ (one >>> 15)) & this.#mask;
    while (slots[slot] !== FREE && (slots[slot + 1] !== one || slots[slot + 2] !== other)) {
      slot = (slot + SLOT) & this.#mask;
    }
    return slot;
  }

  #read(piece: string): void {
    let one = this.#one, other = this.#other;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      one = Math.imul(one ^ code, PRIME);
      other = (Math.imul(other, FACTOR) + code + 1) | 0;
    }
    this.#one = one;
    this.#other = other;
  }
}
