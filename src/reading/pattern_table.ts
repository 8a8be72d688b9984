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
  readonly #bySlot: { readonly stretch: string; readonly row: number }[][] = [];
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
        (this.#bySlot[slot] ??= []).push({ stretch, row: number });
        this.#known[slot] = 1;
      }
    });
    this.#ungated = ungated;
  }

  /** The rows whose gate a text passes, in their order. */
  candidates(text: string): Row[] {
    const candidates: Row[] = [];
    if (!this.mayMatch(text)) return candidates;
    for (let number = 0; number < this.#rows.length; number++) {
      const row = this.#rows[number];
      if (this.#isOpen[number] === 1 && row !== undefined) candidates.push(row);
    }
    return candidates;
  }

  /** The rows that match, in their order. */
  matches(text: string): Row[] {
    return this.candidates(text).filter(({ pattern }) => pattern.test(text));
  }

  /** The first row that matches. */
  first(text: string): Row | undefined {
    if (!this.mayMatch(text)) return undefined;
    for (let number = 0; number < this.#rows.length; number++) {
      const row = this.#rows[number];
      if (this.#isOpen[number] === 1 && row?.pattern.test(text)) return row;
    }
    return undefined;
  }

  /** Whether a text passes the gate of any row. */
  mayMatch(text: string): boolean {
    const open = this.#isOpen;
    const known = this.#known;
    open.fill(0);
    for (const number of this.#ungated) open[number] = 1;
    let opened = this.#ungated.length;
    let slot = 0;
    for (let at = 0; at < text.length; at++) {
      slot = next(slot, text.charCodeAt(at));
      if (known[slot] === 1 && at >= GATE_LETTERS - 1) opened += this.#openAt(text, at, slot);
    }
    return opened > 0;
  }

  /** Opens the rows whose stretch ends its first letters at `at`; how many. */
  #openAt(text: string, at: number, slot: number): number {
    let opened = 0;
    for (const { stretch, row } of this.#bySlot[slot] ?? []) {
      if (this.#isOpen[row] === 1 || !standsAt(text, at - GATE_LETTERS + 1, stretch)) continue;
      this.#isOpen[row] = 1;
      opened++;
    }
    return opened;
  }
}

/** Whether a stretch in small letters stands in a text, in any case. */
function standsAt(text: string, from: number, stretch: string): boolean {
  for (let at = 0; at < stretch.length; at++) {
    const code = text.charCodeAt(from + at), wanted = stretch.charCodeAt(at);
    if (code === wanted || (code >= 65 && code <= 90 && code + 32 === wanted)) continue;
    return code >= 128 && text.slice(from, from + stretch.length).toLowerCase() === stretch;
  }
  return true;
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
