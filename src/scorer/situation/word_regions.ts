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

/** How many words of the reading that is just looked at lie in each region; all 0 between two. */
const counts = new Uint16Array(REGIONS);

/** The regions of the words that terms are looked for in, as a vector of length 1. */
export function wordRegions(reading: Reading): SparseRow {
  const { words, firsts } = reading;
  const columns: number[] = [], values: number[] = [];
  for (const sentence of chooseSentences(reading)) {
    const next = firsts[sentence + 1] ?? 0;
    for (let at = firsts[sentence] ?? 0; at < next; at++) {
      const { countable, normal } = words.word(at);
      const region = countable ? regionOf(normal) : -1;
      if (region < 0) continue;
      const count = counts[region] ?? 0;
      if (count === 0) columns.push(region);
      counts[region] = count + 1;
    }
  }
  let squares = 0;
  for (const region of columns.sort((one, other) => one - other)) {
    const value = tameCount(counts[region] ?? 0);
    counts[region] = 0;
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return { columns, values: values.map((value) => value / length) };
}
