/**
 * The words and pairs of neighbours of a segment, its beginning and its end
 * among them, and the words of a short segment before it ("More pressing:"),
 * which say what weight or place the segment has.
 *
 * @module
 */
import type { WordList } from "../words/word_list.ts";
import { PairTable } from "../model/pair_table.ts";
import type { Segment } from "./segments.ts";

/** Stand for where a segment begins and where it ends. */
const BEGIN = "^", END = "$";
/** Stands before a word of the segment before. */
const BEFORE = "<";
/** A segment of fewer words says something of the one behind it. */
const SHORT_WORDS = 8;
/** A term counts when so many messages have it. */
const LEAST_MESSAGES = 5;

/** The terms of a segment, each once. */
export function termsOf(words: readonly string[], before: readonly string[]): Set<string> {
  const terms = new Set(words);
  const edged = [BEGIN, ...words, END];
  for (let at = 1; at < edged.length; at++) terms.add(`${edged[at - 1]} ${edged[at]}`);
  if (before.length < SHORT_WORDS) { for (const word of before) terms.add(`${BEFORE} ${word}`); }
  return terms;
}

/** The words of a segment that may be terms. */
export function wordsOf(words: WordList, { first, next }: Segment): string[] {
  const found: string[] = [];
  for (let at = first; at < next; at++) {
    const { countable, normal } = words.word(at);
    if (countable) found.push(normal);
  }
  return found;
}

/** The terms that enough messages have, each given as its segments' words. */
export function chooseSegmentTerms(
  messages: readonly (readonly (readonly string[])[])[],
): string[] {
  const counts = new Map<string, number>();
  for (const segments of messages) {
    const seen = new Set<string>();
    segments.forEach((words, at) => {
      for (const term of termsOf(words, segments[at - 1] ?? [])) seen.add(term);
    });
    for (const term of seen) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts.keys()].filter((term) => (counts.get(term) ?? 0) >= LEAST_MESSAGES).sort();
}

/** Finds the terms of one vocabulary in segments. */
export class SegmentTerms {
  readonly #numbers = new Map<string, number>();
  readonly #singles: number[] = [];
  readonly #pairs: PairTable;

  constructor(terms: readonly string[]) {
    this.#pairs = new PairTable(terms.length);
    terms.forEach((term, column) => {
      const blank = term.indexOf(" ");
      if (blank < 0) this.#singles[this.#numberOf(term)] = column;
      else {
        const first = this.#numberOf(term.slice(0, blank));
        this.#pairs.set(first, this.#numberOf(term.slice(blank + 1)), column);
      }
    });
  }

  /** Columns of the terms of each segment, given as its words. */
  find(segments: readonly (readonly string[])[]): number[][] {
    let before: readonly number[] = [];
    return segments.map((words) => {
      const numbers = words.map((word) => this.#numbers.get(word) ?? -1);
      const columns = new Set<number>();
      let last = this.#numbers.get(BEGIN) ?? -1;
      for (const number of numbers) {
        columns.add(this.#singles[number] ?? -1).add(this.#pair(last, number));
        last = number;
      }
      columns.add(this.#pair(last, this.#numbers.get(END) ?? -1));
      if (before.length < SHORT_WORDS) {
        const mark = this.#numbers.get(BEFORE) ?? -1;
        for (const number of before) columns.add(this.#pair(mark, number));
      }
      before = numbers;
      columns.delete(-1);
      return [...columns];
    });
  }

  #pair(first: number, second: number): number {
    return first < 0 || second < 0 ? -1 : this.#pairs.get(first, second);
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, number = this.#numbers.size);
    return number;
  }
}
