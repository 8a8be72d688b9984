/**
 * Turns a reading into named feature values: dictionary-form words and pairs
 * of neighbours, and the lexicon's cues with where they stand. Nothing that
 * tells one source of text from another (length, layout) is a feature.
 *
 * @module
 */
import { addCues, CUE_COLUMNS } from "./cue_features.ts";
import { type CueMatch, matchCues } from "../document/cue_matcher.ts";
import type { Reading } from "../document/document.ts";
import { PairTable } from "./pair_table.ts";
import { chooseSentences } from "../document/sentence_choice.ts";
import type { Word } from "../words/word.ts";

/** Columns and their values; and what they were made of, for evidence. */
export interface Features {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly matches: readonly CueMatch[];
  /** How many of the columns, from the first on, are terms. */
  readonly term_features: number;
  /** Where terms were found, three numbers each: place in `columns`, first and last token. */
  readonly occurrences: readonly number[];
  /** Share of words that are not among the terms, in [0, 1]. */
  readonly unknown_share: number;
  /** Tokens looked at. */
  readonly token_count: number;
}

/** What a term that occurs so often counts: the second time adds less than the first. */
export function tameCount(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/** Terms that count, and how rare each is. */
export interface Vocabulary {
  /** Words, and pairs of words separated by a blank; a term's place is its column. */
  readonly terms: readonly string[];
  /** Inverse document frequencies, by column. */
  readonly idf: ArrayLike<number>;
}

/** Makes features of readings, for one vocabulary. */
export class FeatureSpace {
  /** Number of columns: terms first, then {@linkcode CUE_COLUMNS}. */
  readonly columns: number;
  /** Columns that are terms. */
  readonly termCount: number;
  readonly #idf: ArrayLike<number>;
  /** Numbers of all words in terms; and by number the column of the word alone, -1 for none. */
  readonly #numbers = new Map<string, number>();
  readonly #singles: Int32Array;
  readonly #pairs: PairTable;
  /** Per column, while one reading is counted: how often, and its place among the features. */
  readonly #counts: Uint16Array;
  readonly #places: Uint16Array;

  constructor({ terms, idf }: Vocabulary) {
    this.#idf = idf;
    this.termCount = terms.length;
    this.columns = terms.length + CUE_COLUMNS.length;
    this.#counts = new Uint16Array(terms.length);
    this.#places = new Uint16Array(terms.length);
    const numberOf = (word: string) => {
      let number = this.#numbers.get(word);
      if (number === undefined) this.#numbers.set(word, number = this.#numbers.size);
      return number;
    };
    const singles: [number, number][] = [];
    this.#pairs = new PairTable(terms.length);
    terms.forEach((term, column) => {
      const blank = term.indexOf(" ");
      if (blank < 0) singles.push([numberOf(term), column]);
      else this.#pairs.set(numberOf(term.slice(0, blank)), numberOf(term.slice(blank + 1)), column);
    });
    this.#singles = new Int32Array(this.#numbers.size).fill(-1);
    for (const [number, column] of singles) this.#singles[number] = column;
  }

  /** The features of a reading: all of a short text, the opening and the close of a long one. */
  extract(reading: Reading): Features {
    const columns: number[] = [];
    const values: number[] = [];
    const sentences = chooseSentences(reading);
    const terms = this.#countTerms(reading, sentences, columns);
    this.#weigh(columns, values);
    const matches = matchCues(reading, sentences);
    addCues(reading, sentences, matches, this.termCount, columns, values);
    return { columns, values, matches, ...terms };
  }

  /** What of a reading's features one of its sentences has, as if it stood alone. */
  ofSentence(
    { occurrences, columns, matches }: Features,
    reading: Reading,
    sentence: number,
  ): Pick<Features, "columns" | "values"> {
    const first = reading.firsts[sentence] ?? 0;
    const next = reading.firsts[sentence + 1] ?? first;
    const found: number[] = [];
    const values: number[] = [];
    for (let at = 0; at < occurrences.length; at += 3) {
      const token = occurrences[at + 1] ?? 0;
      if (token < first || token >= next) continue;
      const column = columns[occurrences[at] ?? 0] ?? 0;
      found.push(column);
      values.push(this.#idf[column] ?? 1);
    }
    scaleToUnitLength(values);
    const inside = matches.filter((match) => match.sentence === sentence);
    addCues(reading, [sentence], inside, this.termCount, found, values);
    return { columns: found, values };
  }

  #countTerms(
    { words: list, firsts }: Reading,
    sentences: readonly number[],
    columns: number[],
  ): Pick<Features, "occurrences" | "term_features" | "unknown_share" | "token_count"> {
    const occurrences: number[] = [];
    let words = 0, unknown = 0, seen = 0;
    for (const sentence of sentences) {
      const first = firsts[sentence] ?? 0;
      const next = firsts[sentence + 1] ?? first;
      seen += next - first;
      let before = -1, beforeAt = -1;
      for (let at = first; at < next; at++) {
        const word = list.word(at);
        if (!word.countable) continue;
        words++;
        const number = word.vocabulary === this ? word.vocabularyNumber : this.#note(word);
        const single = number < 0 ? -1 : this.#singles[number] ?? -1;
        if (single < 0) unknown++;
        else this.#count(single, at, at, columns, occurrences);
        const pair = number < 0 || before < 0 ? -1 : this.#pairs.get(before, number);
        if (pair >= 0) this.#count(pair, beforeAt, at, columns, occurrences);
        before = number;
        beforeAt = at;
      }
    }
    return {
      occurrences,
      term_features: columns.length,
      unknown_share: words === 0 ? 1 : unknown / words,
      token_count: seen,
    };
  }

  #note(word: Word): number {
    word.vocabulary = this;
    return word.vocabularyNumber = this.#numbers.get(word.lemma) ?? -1;
  }

  #count(column: number, first: number, last: number, columns: number[], occurrences: number[]) {
    const count = this.#counts[column] ?? 0;
    if (count === 0) this.#places[column] = columns.push(column) - 1;
    this.#counts[column] = count + 1;
    occurrences.push(this.#places[column] ?? 0, first, last);
  }

  /** Values of the columns that were counted, which are forgotten. */
  #weigh(columns: readonly number[], values: number[]): void {
    for (const column of columns) {
      values.push(tameCount(this.#counts[column] ?? 1) * (this.#idf[column] ?? 1));
      this.#counts[column] = 0;
    }
    scaleToUnitLength(values);
  }
}

function scaleToUnitLength(values: number[]): void {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
}
