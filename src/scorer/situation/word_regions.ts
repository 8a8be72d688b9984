/**
 * The regions of meaning that a reading's words lie in: a word that no row has
 * counts like others of its region.
 *
 * @module
 */
import { regionOf, REGIONS } from "../../similar/word_meanings.ts";
import type { Reading } from "../document/document.ts";
import { chooseSentences } from "../document/sentence_choice.ts";
import { tameCount } from "../model/features.ts";
import type { SparseRow } from "../model/linear.ts";

/** The regions of the words that terms are looked for in, as a vector of length 1. */
export function wordRegions(reading: Reading): SparseRow {
  const { words, firsts } = reading;
  const counts = new Uint16Array(REGIONS);
  for (const sentence of chooseSentences(reading)) {
    const next = firsts[sentence + 1] ?? 0;
    for (let at = firsts[sentence] ?? 0; at < next; at++) {
      const { countable, normal } = words.word(at);
      const region = countable ? regionOf(normal) : -1;
      if (region >= 0) counts[region] = (counts[region] ?? 0) + 1;
    }
  }
  const columns: number[] = [], values: number[] = [];
  let squares = 0;
  counts.forEach((count, region) => {
    if (count === 0) return;
    const value = tameCount(count);
    columns.push(region);
    values.push(value);
    squares += value * value;
  });
  const length = Math.sqrt(squares) || 1;
  return { columns, values: values.map((value) => value / length) };
}
