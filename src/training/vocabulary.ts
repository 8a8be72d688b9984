/**
 * Chooses the terms that count: those that several sources know, so that a
 * word of one product does not come to stand for an intent.
 *
 * @module
 */
import { tameCount, type Vocabulary } from "../scorer/model/features.ts";
import type { Corpus, CorpusRow } from "./corpus.ts";
import { isOwn } from "./row_weights.ts";

/** A term counts from so many messages on. */
const LEAST_DOCUMENTS = 3;
/** … and so many sources, each with at least {@linkcode LEAST_IN_SOURCE} messages. */
const LEAST_SOURCES = 2;
const LEAST_IN_SOURCE = 2;

/** A vocabulary, and the column of each of the corpus's terms (-1: not in it). */
export interface ChosenVocabulary extends Vocabulary {
  readonly columnOf: Int32Array;
}

/** Chooses the terms of the given rows of a corpus, in alphabetical order. */
export function chooseVocabulary(corpus: Corpus, rows: readonly CorpusRow[]): ChosenVocabulary {
  // What we wrote ourselves is one source, whoever wrote it.
  const sourceOf = (row: CorpusRow) => isOwn(row) ? "own" : row.pool;
  const pools = [...new Set(rows.map(sourceOf))].sort();
  const documents = new Int32Array(corpus.terms.length);
  const sources = new Int32Array(corpus.terms.length);
  for (const pool of pools) {
    const inPool = new Int32Array(corpus.terms.length);
    for (const row of rows) {
      if (sourceOf(row) !== pool) continue;
      for (const term of row.terms) inPool[term] = (inPool[term] ?? 0) + 1;
    }
    for (let term = 0; term < inPool.length; term++) {
      const count = inPool[term] ?? 0;
      documents[term] = (documents[term] ?? 0) + count;
      if (count >= LEAST_IN_SOURCE) sources[term] = (sources[term] ?? 0) + 1;
    }
  }
  const numbers = corpus.terms
    .map((_, number) => number)
    .filter((number) =>
      (documents[number] ?? 0) >= LEAST_DOCUMENTS && (sources[number] ?? 0) >= LEAST_SOURCES
    )
    .sort((a, b) => (corpus.terms[a] ?? "") < (corpus.terms[b] ?? "") ? -1 : 1);
  const columnOf = new Int32Array(corpus.terms.length).fill(-1);
  numbers.forEach((number, column) => columnOf[number] = column);
  return {
    columnOf,
    terms: numbers.map((number) => corpus.terms[number] ?? ""),
    idf: Float32Array.from(
      numbers,
      (number) => 1 + Math.log((1 + rows.length) / (1 + (documents[number] ?? 0))),
    ),
  };
}

/** Columns and values of a row, as {@linkcode FeatureSpace} would give them. */
export function featuresOf(row: CorpusRow, vocabulary: ChosenVocabulary, corpus: Corpus): {
  columns: number[];
  values: number[];
  unknown_share: number;
  token_count: number;
} {
  const columns: number[] = [];
  const values: number[] = [];
  let known = 0, squares = 0;
  for (let at = 0; at < row.terms.length; at++) {
    const term = row.terms[at] ?? 0;
    const column = vocabulary.columnOf[term] ?? -1;
    if (column < 0) continue;
    const count = row.counts[at] ?? 0;
    if (corpus.terms[term]?.includes(" ") === false) known += count;
    const value = tameCount(count) * (vocabulary.idf[column] ?? 1);
    columns.push(column);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
  for (let at = 0; at < row.cueColumns.length; at++) {
    columns.push(vocabulary.terms.length + (row.cueColumns[at] ?? 0));
    values.push(row.cueValues[at] ?? 0);
  }
  return {
    columns,
    values,
    unknown_share: row.words === 0 ? 1 : 1 - known / row.words,
    token_count: row.tokens,
  };
}
