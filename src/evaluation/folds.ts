/**
 * Ways to keep the rows measured apart from the rows fitted on. A random split
 * flatters: what matters to a user is a product that is in no training set.
 *
 * @module
 */
import type { LabelledRow } from "./dataset.ts";

/** Rows to fit on, and rows to measure on. */
export interface Fold {
  /** What is left out. */
  readonly name: string;
  readonly train: readonly LabelledRow[];
  readonly test: readonly LabelledRow[];
}

/**
 * One fold for each value of a key: its rows are measured, all others are
 * fitted on. A text that is also measured is never fitted on, whatever its key.
 *
 * @param rows Everything there is.
 * @param keyOf What is left out together; `null` keeps a row in training always.
 */
export function leaveOneOut(
  rows: readonly LabelledRow[],
  keyOf: (row: LabelledRow) => string | null,
): Fold[] {
  const keys = new Set(rows.map(keyOf).filter((key) => key !== null));
  return [...keys].sort().map((name) => {
    const test = rows.filter((row) => keyOf(row) === name);
    const measured = new Set(test.map(textKey));
    const train = rows.filter((row) => keyOf(row) !== name && !measured.has(textKey(row)));
    return { name, train, test };
  });
}

/**
 * Deals one source's rows into `count` folds by a hash of their text, so that
 * the same rows always fall the same way and equal texts fall together. Rows
 * of other sources are always fitted on.
 */
export function dealInto(count: number, rows: readonly LabelledRow[], source: string): Fold[] {
  return leaveOneOut(
    rows,
    (row) => row.source === source ? `${source} part ${hash(textKey(row)) % count + 1}` : null,
  );
}

/** Texts that differ in case, marks or blanks only are the same. */
function textKey({ text }: LabelledRow): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** 32-bit FNV-1a (Fowler, Noll & Vo 1991), over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
