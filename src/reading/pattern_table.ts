/**
 * Rows with patterns, of which only those are tried on a text whose gate it
 * passes. One pass over the text's letters finds them, so that a text that holds
 * nothing of them costs little, however many rows there are.
 *
 * @module
 */
import { GATE_LETTERS, gateOf } from "./pattern_gate.ts";

/** Places for stretches of three letters, by {@linkcode next}. */
const SLOTS = 1 << 15;

/** A table of rows that match by pattern. */
export class PatternTable<Row extends { readonly pattern: RegExp }> {
  readonly #rows: readonly Row[];
  /** By row: whether it is tried on every text. */
  readonly #ungated: readonly number[];
  /** By their first letters: stretches, and the number of the row whose gate each opens. */
  readonly #bySlot = new Map<number, { readonly stretch: string; readonly row: number }[]>();
  readonly #isOpen: Uint8Array;
  /** Tells most stretches from all gates without looking further. */
  readonly #known = new Uint8Array(SLOTS);

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
    this.#isOpen = new Uint8Array(rows.length);
    const ungated: number[] = [];
    rows.forEach(({ pattern }, number) => {
      const gate = gateOf(pattern);
      if (gate === null) ungated.push(number);
      for (const stretch of gate ?? []) {
        const slot = slotOf(stretch.slice(0, GATE_LETTERS));
        this.#bySlot.set(slot, [...this.#bySlot.get(slot) ?? [], { stretch, row: number }]);
        this.#known[slot] = 1;
      }
    });
    this.#ungated = ungated;
  }

  /** The rows that match, in their order. */
  matches(text: string): Row[] {
    this.#open(text);
    return this.#rows.filter(({ pattern }, number) =>
      this.#isOpen[number] === 1 && pattern.test(text)
    );
  }

  /** The first row that matches. */
  first(text: string): Row | undefined {
    this.#open(text);
    return this.#rows.find(({ pattern }, number) =>
      this.#isOpen[number] === 1 && pattern.test(text)
    );
  }

  /** Whether a text passes the gate of any row. */
  mayMatch(text: string): boolean {
    this.#open(text);
    return this.#isOpen.includes(1);
  }

  #open(text: string): void {
    const open = this.#isOpen;
    const known = this.#known;
    open.fill(0);
    for (const number of this.#ungated) open[number] = 1;
    let slot = 0;
    for (let at = 0; at < text.length; at++) {
      slot = next(slot, text.charCodeAt(at));
      if (known[slot] === 1 && at >= GATE_LETTERS - 1) this.#tryAt(text, at, slot);
    }
  }

  #tryAt(text: string, at: number, slot: number): void {
    for (const { stretch, row } of this.#bySlot.get(slot) ?? []) {
      if (this.#isOpen[row] === 0 && standsAt(text, at - GATE_LETTERS + 1, stretch)) {
        this.#isOpen[row] = 1;
      }
    }
  }
}

function standsAt(text: string, at: number, stretch: string): boolean {
  return text.slice(at, at + stretch.length).toLowerCase() === stretch;
}

/** The last three letters, whatever their case; what stood before them falls out. */
function next(slot: number, code: number): number {
  return ((slot << 5) ^ (code & 31)) & (SLOTS - 1);
}

function slotOf(gram: string): number {
  let slot = 0;
  for (let at = 0; at < gram.length; at++) slot = next(slot, gram.charCodeAt(at));
  return slot;
}
