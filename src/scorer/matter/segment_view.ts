/**
 * What is looked at in a segment besides its terms: how far each type leads in
 * it and in its neighbours, where it stands, and what it means.
 *
 * @module
 */
import { addMeaning, addScaledMeaning, DIMENSIONS, rarityOf } from "../../similar/word_meanings.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import type { Segment } from "./segments.ts";

/** A segment, read. */
export class SegmentView {
  readonly segment: Segment;
  readonly words: readonly string[];
  /** Columns of its terms. */
  readonly terms: readonly number[];
  /** By type how far it is before all others, in logits; below 0 it is behind. */
  readonly margins: readonly number[];
  /** What it means, of length 1; of no known words all 0. */
  readonly meaning: Float64Array;
  #topic: Float64Array | undefined;

  /** Reads a segment of these words and terms. */
  constructor(segment: Segment, words: readonly string[], terms: readonly number[]) {
    this.segment = segment;
    this.words = words;
    this.terms = terms;
    this.margins = INTENTS.map((_, kind) => marginOf(segment, kind));
    this.meaning = meaningOf(words);
  }

  /**
   * What it is about, of length 1: the sum of its words' meanings, rare ones counting more. Asked
   * for only where there may be a second matter, and then for each.
   */
  get topic(): Float64Array {
    return this.#topic ??= topicOf(this.words);
  }
}

/** The sum that is just made: to ask for memory takes longer than to fill it. */
const sum = new Int32Array(DIMENSIONS);

function meaningOf(words: readonly string[]): Float64Array {
  sum.fill(0);
  for (const word of words) addMeaning(word, sum);
  return toUnitLength(new Float64Array(sum));
}

function topicOf(words: readonly string[]): Float64Array {
  const topic = new Float64Array(DIMENSIONS);
  for (const word of words) addScaledMeaning(word, topic, rarityOf(word));
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
  for (let at = 0; at < sum.length; at++) {
    const value = sum[at] ?? 0;
    squares += value * value;
  }
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
