/**
 * The words and pairs of neighbours that tell situations: those that writers'
 * rows have. Words and pairs are two vectors of length 1 each, so that a
 * word's pairs do not drown it.
 *
 * @module
 */
import type { Reading } from "../document/document.ts";
import { chooseSentences } from "../document/sentence_choice.ts";
import { tameCount, type Vocabulary } from "../model/features.ts";
import { PairTable } from "../model/pair_table.ts";
import type { RawFeatures } from "../model/raw_features.ts";

/** Terms found in a reading. */
export interface FoundTerms {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  /** Where they were found, three numbers each: place in `columns`, first and last token. */
  readonly occurrences: readonly number[];
}

/** A word is a term when so many rows have it … */
const LEAST_ROWS = 2;
/** … and a pair when so many have it. */
const LEAST_ROWS_OF_PAIR = 3;

/** Chooses the terms of rows, with inverse document frequencies. */
export function chooseTerms(rows: readonly Pick<RawFeatures, "terms">[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const { terms } of rows) {
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const terms = [...counts.keys()]
    .filter((term) => (counts.get(term) ?? 0) >= (isPair(term) ? LEAST_ROWS_OF_PAIR : LEAST_ROWS))
    .sort();
  const idf = terms.map((term) => 1 + Math.log((1 + rows.length) / (1 + (counts.get(term) ?? 0))));
  return { terms, idf: Float32Array.from(idf) };
}

function isPair(term: string): boolean {
  return term.includes(" ");
}

/** Finds the terms of one vocabulary in readings. */
export class TermSpace {
  readonly vocabulary: Vocabulary;
  /** Numbers of all words in terms; by number the column of the word alone, -1 for none. */
  readonly #numbers = new Map<string, number>();
  readonly #singles: number[] = [];
  readonly #pairs: PairTable;
  /** By column: whether it is a pair; and its place among those of the reading looked at last. */
  readonly #isPair: Uint8Array;
  readonly #places: Uint16Array;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#pairs = new PairTable(vocabulary.terms.length);
    this.#isPair = Uint8Array.from(vocabulary.terms, (term) => isPair(term) ? 1 : 0);
    this.#places = new Uint16Array(vocabulary.terms.length);
    vocabulary.terms.forEach((term, column) => {
      const [first = "", second] = term.split(" ");
      const number = this.#numberOf(first);
      if (second === undefined) this.#singles[number] = column;
      else this.#pairs.set(number, this.#numberOf(second), column);
    });
  }

  get columns(): number {
    return this.vocabulary.terms.length;
  }

  /** The terms of a reading: of all of a short text, of the opening and the close of a long one. */
  find(reading: Reading): FoundTerms {
    const { words, firsts } = reading;
    const columns: number[] = [], counts: number[] = [], occurrences: number[] = [];
    const places = this.#places;
    const note = (column: number, first: number, last: number) => {
      let place = places[column] ?? 0;
      // One that was left by an earlier reading is of another column, or of none.
      if (columns[place] !== column) places[column] = place = columns.push(column) - 1;
      counts[place] = (counts[place] ?? 0) + 1;
      occurrences.push(place, first, last);
    };
    for (const sentence of chooseSentences(reading)) {
      const next = firsts[sentence + 1] ?? 0;
      let before = -1, beforeAt = -1;
      for (let at = firsts[sentence] ?? 0; at < next; at++) {
        const word = words.word(at);
        if (!word.countable) continue;
        const number = this.#numbers.get(word.lemma) ?? -1;
        const single = this.#singles[number] ?? -1;
        if (single >= 0) note(single, at, at);
        const pair = number < 0 || before < 0 ? -1 : this.#pairs.get(before, number);
        if (pair >= 0) note(pair, beforeAt, at);
        before = number;
        beforeAt = at;
      }
    }
    return { columns, values: this.#weigh(columns, counts), occurrences };
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      this.#numbers.set(word, number = this.#numbers.size);
      this.#singles.push(-1);
    }
    return number;
  }

  #weigh(columns: readonly number[], counts: readonly number[]): number[] {
    const { idf } = this.vocabulary;
    const values: number[] = [];
    let words = 0, pairs = 0;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] ?? 0;
      const value = tameCount(counts[at] ?? 1) * (idf[column] ?? 1);
      values.push(value);
      if (this.#isPair[column] === 1) pairs += value * value;
      else words += value * value;
    }
    const ofWords = Math.sqrt(words) || 1, ofPairs = Math.sqrt(pairs) || 1;
    for (let at = 0; at < columns.length; at++) {
      const length = this.#isPair[columns[at] ?? 0] === 1 ? ofPairs : ofWords;
      values[at] = (values[at] ?? 0) / length;
    }
    return values;
  }
}
