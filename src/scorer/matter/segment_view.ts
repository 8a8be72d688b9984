/**
 * What is looked at in a segment besides its terms: how far each type leads in
 * it and in its neighbours, where it stands, and what it means.
 *
 * @module
 */
import { addMeaning, DIMENSIONS, meaningOf, rarityOf } from "../../similar/word_meanings.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import type { Segment } from "./segments.ts";

/** A segment, read. */
export interface SegmentView {
  readonly segment: Segment;
  readonly words: readonly string[];
  /** Columns of its terms. */
  readonly terms: readonly number[];
  /** By type how far it is before all others, in logits; below 0 it is behind. */
  readonly margins: readonly number[];
  /** What it means, of length 1; of no known words all 0. */
  readonly meaning: Float64Array;
}

/** Reads a segment of these words and terms. */
export function viewOf(
  segment: Segment,
  words: readonly string[],
  terms: readonly number[],
): SegmentView {
  const sum = new Int32Array(DIMENSIONS);
  for (const word of words) addMeaning(word, sum);
  return {
    segment,
    words,
    terms,
    margins: INTENTS.map((_, kind) => marginOf(segment, kind)),
    meaning: toUnitLength(Float64Array.from(sum)),
  };
}

/** What a segment is about, of length 1: the sum of its words' meanings, rare ones counting more. */
export function topicOf({ words }: SegmentView): Float64Array {
  const topic = new Float64Array(DIMENSIONS);
  for (const word of words) {
    const meaning = meaningOf(word);
    if (meaning === null) continue;
    const rarity = rarityOf(word);
    for (let at = 0; at < DIMENSIONS; at++) {
      topic[at] = (topic[at] ?? 0) + rarity * (meaning[at] ?? 0);
    }
  }
  return toUnitLength(topic);
}

/** How near two of length 1 are. */
export function nearness(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Brings a sum to length 1, in place. */
export function toUnitLength(sum: Float64Array): Float64Array {
  let squares = 0;
  for (const value of sum) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) / length;
  return sum;
}

function marginOf({ logits }: Segment, kind: number): number {
  let most = -Infinity;
  for (let at = 0; at < logits.length; at++) {
    if (at !== kind) most = Math.max(most, logits[at] ?? 0);
  }
  return (logits[kind] ?? 0) - most;
}
