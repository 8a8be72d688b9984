/**
 * A small net over what words mean, for messages that tell of a situation or a
 * wish in words that no row has: each sentence is a sum of its words' meanings,
 * and what speaks loudest in any of them counts, beside the whole.
 *
 * @module
 */
import { addScaledMeaning, meaningOf } from "../../similar/word_meanings.ts";
import type { Reading } from "../document/document.ts";
import { chooseSentences } from "../document/sentence_choice.ts";
import type { LinearModel } from "./linear.ts";

/** Sizes of a net. */
export interface NetSize {
  /** Numbers of a word, the first of those that its meaning has. */
  readonly word: number;
  /** Hidden units. */
  readonly hidden: number;
}

/** Of a word's meaning in the table, so that an average one has length 1. */
const MEANING_SCALE = 1 / 280;
/** Length of a sentence's sum, whatever its words. */
export const SUM_LENGTH = 2;

/** Numbers of the net. */
export interface MeaningNet {
  /** Words whose meanings the rows moved, and these meanings, one behind the other. */
  readonly words: readonly string[];
  readonly meanings: Float32Array;
  /** `layer[number of a word * hidden + unit]`, and what is added to each unit. */
  readonly layer: Float32Array;
  readonly bias: Float32Array;
  /** Columns: the units of the loudest sentences, then those of the whole. */
  readonly output: LinearModel;
}

/** What the net says of a reading. */
export interface ReadMeaning {
  /** Logits in the order of its classes. */
  readonly sums: Float64Array;
  /** Units of the loudest sentences, then those of the whole. */
  readonly units: Float64Array;
  /** By unit the sentence that is loudest in it, -1 where none is. */
  readonly loudest: readonly number[];
}

/** How loud a net is beside the linear model that it joins. */
export const MEANING_LOUDNESS = 0.5;

/** Logits of a linear model and a net together. */
export function joinedSums(linear: Float64Array, meaning: Float64Array): Float64Array {
  const sums = new Float64Array(linear);
  for (let at = 0; at < sums.length; at++) {
    sums[at] = (sums[at] ?? 0) + MEANING_LOUDNESS * (meaning[at] ?? 0);
  }
  return sums;
}

/** The sizes that a net has. */
export function sizeOf({ layer, bias }: Pick<MeaningNet, "layer" | "bias">): NetSize {
  return { word: layer.length / bias.length, hidden: bias.length };
}

/** The first `numbers` of what a word means before any row moved it; `null` where that is not known. */
export function plainMeaning(word: string, numbers: number): Float32Array | null {
  const found = meaningOf(word);
  return found && Float32Array.from(found.subarray(0, numbers), (one) => one * MEANING_SCALE);
}

/** A sum brought to {@linkcode SUM_LENGTH}, in place. Gives its length before. */
export function toSumLength(sum: Float64Array): number {
  let squares = 0;
  for (let at = 0; at < sum.length; at++) squares += (sum[at] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  if (length === 0) return 0;
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) * SUM_LENGTH / length;
  return length;
}

/**
 * Units that a sum reaches; those that it does not reach are 0.
 *
 * @param units Where they are written.
 */
export function unitsOf(
  { layer, bias }: Pick<MeaningNet, "layer" | "bias">,
  sum: Float64Array,
  units: Float64Array = new Float64Array(bias.length),
): Float64Array {
  const hidden = bias.length;
  units.set(bias);
  // Four at a time: each unit is fetched and put back a quarter as often.
  for (let at = 0; at < sum.length; at += 4) {
    const one = sum[at] ?? 0, two = sum[at + 1] ?? 0;
    const three = sum[at + 2] ?? 0, four = sum[at + 3] ?? 0;
    for (let unit = 0, place = at * hidden; unit < hidden; unit++, place++) {
      units[unit] = (units[unit] ?? 0) + one * (layer[place] ?? 0) +
        two * (layer[place + hidden] ?? 0) + three * (layer[place + 2 * hidden] ?? 0) +
        four * (layer[place + 3 * hidden] ?? 0);
    }
  }
  for (let unit = 0; unit < hidden; unit++) units[unit] = Math.max(0, units[unit] ?? 0);
  return units;
}

/** Adds the meanings of a sentence's words, by its place, to a sum. */
type AddSentence = (sentence: number, sum: Float64Array) => void;

/** Reads meanings with one net. */
export class MeaningReader {
  readonly #net: MeaningNet;
  /** By word where its meaning begins in the net's own. */
  readonly #starts: ReadonlyMap<string, number>;
  // Numbers of the sentence that is read and of the whole: asking for memory takes longer than to fill it.
  readonly #sum: Float64Array;
  readonly #whole: Float64Array;
  readonly #reached: Float64Array;

  constructor(net: MeaningNet) {
    const { word, hidden } = sizeOf(net);
    this.#net = net;
    this.#starts = new Map(net.words.map((name, at) => [name, at * word]));
    this.#sum = new Float64Array(word);
    this.#whole = new Float64Array(word);
    this.#reached = new Float64Array(hidden);
  }

  /** What a reading means. */
  read(reading: Reading): ReadMeaning {
    const { words, firsts } = reading;
    const chosen = chooseSentences(reading);
    const { sums, units, loudest } = this.#readSentences(chosen.length, (place, sum) => {
      const sentence = chosen[place] ?? 0;
      const next = firsts[sentence + 1] ?? 0;
      for (let at = firsts[sentence] ?? 0; at < next; at++) {
        const { countable, normal } = words.word(at);
        if (countable) this.#add(normal, sum);
      }
    });
    return { sums, units, loudest: loudest.map((place) => place < 0 ? -1 : chosen[place] ?? -1) };
  }

  /** Logits of a text that is given as the words of its sentences. */
  sumsOf(sentences: readonly (readonly string[])[]): Float64Array {
    return this.#readSentences(sentences.length, (place, sum) => {
      for (const word of sentences[place] ?? []) this.#add(word, sum);
    }).sums;
  }

  #readSentences(count: number, addSentence: AddSentence): ReadMeaning {
    const sum = this.#sum, whole = this.#whole.fill(0), reached = this.#reached;
    const hidden = reached.length;
    const units = new Float64Array(2 * hidden);
    const loudest = new Array<number>(hidden).fill(-1);
    let told = 0;
    for (let sentence = 0; sentence < count; sentence++) {
      addSentence(sentence, sum.fill(0));
      for (let at = 0; at < sum.length; at++) whole[at] = (whole[at] ?? 0) + (sum[at] ?? 0);
      if (toSumLength(sum) === 0) continue;
      told++;
      unitsOf(this.#net, sum, reached);
      for (let unit = 0; unit < hidden; unit++) {
        const value = reached[unit] ?? 0;
        if (value <= (units[unit] ?? 0)) continue;
        units[unit] = value;
        loudest[unit] = sentence;
      }
    }
    // A single sentence is the whole.
    if (told !== 1) {
      toSumLength(whole);
      unitsOf(this.#net, whole, reached);
    }
    units.set(reached, hidden);
    return { sums: outputOf(this.#net.output, units), units, loudest };
  }

  #add(word: string, sum: Float64Array): void {
    const start = this.#starts.get(word);
    if (start !== undefined) {
      const { meanings } = this.#net;
      for (let at = 0; at < sum.length; at++) {
        sum[at] = (sum[at] ?? 0) + (meanings[start + at] ?? 0);
      }
      return;
    }
    addScaledMeaning(word, sum, MEANING_SCALE);
  }
}

/** Logits of units. */
export function outputOf(
  { weights, bias, classes: { length } }: LinearModel,
  units: Float64Array,
): Float64Array {
  const sums = new Float64Array(bias);
  for (let at = 0; at < units.length; at++) {
    const value = units[at] ?? 0;
    if (value === 0) continue;
    for (let k = 0; k < length; k++) {
      sums[k] = (sums[k] ?? 0) + value * (weights[at * length + k] ?? 0);
    }
  }
  return sums;
}
