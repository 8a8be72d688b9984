/**
 * Training rows, read once and reduced to numbers, so that many fits (one for
 * each left-out source) cost little.
 *
 * @module
 */
import type { LabelledRow } from "../evaluation/dataset.ts";
import { type RawFeatures, rawFeatures } from "../scorer/model/raw_features.ts";
import { readDocument, type Reading } from "../scorer/document/document.ts";
import { readMessage } from "../reading/read_message.ts";
import { poolOf } from "../evaluation/pool.ts";

/** A row as training sees it. */
export interface CorpusRow {
  readonly row: LabelledRow;
  /** The sources that share texts count as one. */
  readonly pool: string;
  /** Numbers of its terms in {@linkcode Corpus.terms}, and how often each occurs. */
  readonly terms: Int32Array;
  readonly counts: Float32Array;
  readonly cueColumns: Int32Array;
  readonly cueValues: Float32Array;
  /** The words of each sentence that its features are made of, as they stand. */
  readonly sentences: readonly (readonly string[])[];
  readonly words: number;
  readonly tokens: number;
  /** Whether any of its sentences asks. */
  readonly asks: boolean;
}

/** Rows and the terms that occur in them. */
export interface Corpus {
  readonly terms: readonly string[];
  readonly rows: readonly CorpusRow[];
}

/** Reads rows. */
export function readCorpus(rows: readonly LabelledRow[]): Corpus {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const numberOf = (term: string) => {
    let number = numbers.get(term);
    if (number === undefined) {
      numbers.set(term, number = terms.length);
      terms.push(term);
    }
    return number;
  };
  return {
    terms,
    rows: rows.map((row) => {
      const reading = readDocument(readMessage(row.text));
      return reduce(row, reading, rawFeatures(reading), numberOf);
    }),
  };
}

function reduce(
  row: LabelledRow,
  reading: Reading,
  raw: RawFeatures,
  numberOf: (term: string) => number,
): CorpusRow {
  return {
    row,
    pool: poolOf(row.source),
    terms: Int32Array.from(raw.terms.keys(), numberOf),
    counts: Float32Array.from(raw.terms.values()),
    cueColumns: Int32Array.from(raw.columns),
    cueValues: Float32Array.from(raw.values),
    sentences: raw.sentences,
    words: raw.word_count,
    tokens: raw.token_count,
    asks: reading.sentences.some(({ question }) => question),
  };
}
