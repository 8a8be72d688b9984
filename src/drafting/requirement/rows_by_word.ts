/**
 * A table of patterns of which only those are tried that a text has a word for:
 * one look at its words instead of a try of each.
 *
 * @module
 */

/** A row and the words without which its pattern cannot match; none: it is always tried. */
export type WordedRow<Row> = readonly [words: string, row: Row];

const WORD = /[a-z]+/g;

/** Rows by their words. */
export class RowsByWord<Row> {
  readonly rows: readonly Row[];
  readonly #always: readonly number[];
  readonly #byWord = new Map<string, number[]>();

  /** Words stand one blank apart, in lower case and cut at apostrophes, as they are in a text. */
  constructor(table: readonly WordedRow<Row>[]) {
    this.rows = table.map(([, row]) => row);
    this.#always = table.flatMap(([words], at) => words === "" ? [at] : []);
    for (const [at, [words]] of table.entries()) {
      for (const word of words === "" ? [] : words.split(" ")) {
        const known = this.#byWord.get(word);
        if (known === undefined) this.#byWord.set(word, [at]);
        else known.push(at);
      }
    }
  }

  /** The rows that may match in a text, in order; no other can. */
  in(text: string): readonly Row[] {
    const tried = new Set(this.#always);
    for (const word of text.toLowerCase().match(WORD) ?? []) {
      for (const row of this.#byWord.get(word) ?? []) tried.add(row);
    }
    return [...tried].sort((one, other) => one - other).flatMap((at) => this.rows[at] ?? []);
  }
}
