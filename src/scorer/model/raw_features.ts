/**
 * Features of a reading before a vocabulary is chosen: what training counts.
 *
 * @module
 */
import { addCues } from "./cue_features.ts";
import { matchCues } from "../document/cue_matcher.ts";
import type { Reading } from "../document/document.ts";
import { chooseSentences } from "../document/sentence_choice.ts";

/** What there is in a reading before a vocabulary is chosen: for training. */
export interface RawFeatures {
  /** All words and pairs of neighbours, with how often each occurs. */
  readonly terms: ReadonlyMap<string, number>;
  /** The same words by sentence, as they stand. */
  readonly sentences: readonly (readonly string[])[];
  /** Words among them, repeats included. */
  readonly word_count: number;
  /** Columns of {@linkcode CUE_COLUMNS} and their values. */
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly token_count: number;
}

/** Features of a reading for any vocabulary: {@linkcode FeatureSpace} gives the same for one. */
export function rawFeatures(reading: Reading): RawFeatures {
  const { words: list, firsts } = reading;
  const found = new Map<string, number>();
  const count = (term: string) => found.set(term, (found.get(term) ?? 0) + 1);
  const sentences = chooseSentences(reading);
  const said: string[][] = [];
  let words = 0, seen = 0;
  for (const sentence of sentences) {
    const first = firsts[sentence] ?? 0;
    const next = firsts[sentence + 1] ?? first;
    seen += next - first;
    const inSentence: string[] = [];
    said.push(inSentence);
    let before = "";
    for (let at = first; at < next; at++) {
      const { countable, lemma: term, normal } = list.word(at);
      if (!countable) continue;
      inSentence.push(normal);
      words++;
      count(term);
      if (before !== "") count(`${before} ${term}`);
      before = term;
    }
  }
  const columns: number[] = [];
  const values: number[] = [];
  addCues(reading, sentences, matchCues(reading, sentences), 0, columns, values);
  return {
    terms: found,
    sentences: said,
    word_count: words,
    columns,
    values,
    token_count: seen,
  };
}
