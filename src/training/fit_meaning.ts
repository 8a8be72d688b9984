/**
 * Fits the net that reads meanings: its layers, and the meanings of the words
 * that its rows have, which begin where the sentence encoder put them.
 *
 * @module
 */
import {
  type MeaningNet,
  type NetSize,
  outputOf,
  plainMeaning,
  SUM_LENGTH,
  toSumLength,
  unitsOf,
} from "../scorer/model/meaning_net.ts";
import { Fitted } from "./adam.ts";
import { Chance } from "./chance.ts";

/** A message: the words of each of its sentences. */
export interface MeaningExample {
  readonly sentences: readonly (readonly string[])[];
  readonly target: number;
  readonly weight: number;
}

/** How a net is fitted. */
export interface MeaningOptions extends NetSize {
  /** How often each example is seen. */
  readonly rounds: number;
  /** Whether rows move what words mean: else the net has no words of its own, and is small. */
  readonly moves_words: boolean;
}

/** A word is fitted when so many rows have it. */
const LEAST_ROWS = 2;
const BATCH = 128;
/** How far a step goes at first, and what is left of that after each round. */
const WORD_RATE = 0.002, LAYER_RATE = 0.003, RATE_KEPT = 0.9;
/** Shares of words and of units that each message does without, so that none is relied upon. */
const WORDS_DROPPED = 0.15, UNITS_DROPPED = 0.3;
/** Share of the truth that is spread over all classes. */
const SMOOTHED = 0.02;
const PENALTY = 1e-4;

/** Fits a net; the same examples give the same net to the last bit. */
export function fitMeaning(
  examples: readonly MeaningExample[],
  classes: readonly string[],
  options: MeaningOptions,
): MeaningNet {
  const chance = new Chance();
  const fitting = new Fitting(examples, classes, options, chance);
  const order = examples.map((_, at) => at);
  for (let round = 0; round < options.rounds; round++) {
    chance.shuffle(order);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH).flatMap((at) => examples[at] ?? []);
      fitting.step(batch, RATE_KEPT ** round);
    }
  }
  return fitting.net;
}

/** A sum of meanings, as the net sees it. */
interface Sum {
  /** Numbers of its words among those that are fitted. */
  readonly words: readonly number[];
  readonly values: Float64Array;
  readonly length: number;
  readonly units: Float64Array;
}

class Fitting {
  readonly net: MeaningNet;
  readonly #size: NetSize;
  readonly #chance: Chance;
  readonly #plain = new Map<string, Float32Array | null>();
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #meanings: Fitted;
  readonly #layer: Fitted;
  readonly #bias: Fitted;
  readonly #weights: Fitted;
  readonly #outputBias: Fitted;

  constructor(
    examples: readonly MeaningExample[],
    classes: readonly string[],
    { word, hidden, moves_words }: MeaningOptions,
    chance: Chance,
  ) {
    this.#size = { word, hidden };
    this.#chance = chance;
    const words = moves_words ? frequentWords(examples) : [];
    this.#numbers = new Map(words.map((word, at) => [word, at]));
    const meanings = new Float32Array(words.length * word);
    words.forEach((one, at) => meanings.set(plainMeaning(one, word) ?? [], at * word));
    this.#meanings = new Fitted(meanings);
    this.#layer = new Fitted(chance.around(word * hidden, 1 / Math.sqrt(word)));
    this.#bias = new Fitted(chance.around(hidden, 1 / Math.sqrt(word)));
    const spread = 1 / Math.sqrt(2 * hidden);
    this.#weights = new Fitted(chance.around(2 * hidden * classes.length, spread));
    this.#outputBias = new Fitted(chance.around(classes.length, spread));
    this.net = {
      words,
      meanings,
      layer: this.#layer.values,
      bias: this.#bias.values,
      output: { classes, weights: this.#weights.values, bias: this.#outputBias.values },
    };
  }

  step(batch: readonly MeaningExample[], rate: number): void {
    const total = batch.reduce((sum, { weight }) => sum + weight, 0);
    for (const example of batch) this.#learn(example, example.weight / total);
    const { gradient, values } = this.#weights;
    for (let at = 0; at < values.length; at++) {
      gradient[at] = (gradient[at] ?? 0) + 2 * PENALTY * (values[at] ?? 0);
    }
    this.#meanings.step(WORD_RATE * rate);
    for (const fitted of [this.#layer, this.#bias, this.#weights, this.#outputBias]) {
      fitted.step(LAYER_RATE * rate);
    }
  }

  /** Adds what one example says to the gradients. */
  #learn({ sentences, target }: MeaningExample, weight: number): void {
    const { hidden } = this.#size;
    const plain = sentences.map((words) => this.#sumOf(words)).filter(({ length }) => length > 0);
    const whole = this.#wholeOf(plain);
    const units = new Float64Array(2 * hidden);
    const loudest = new Array<Sum | undefined>(hidden);
    for (const sum of plain) {
      for (let unit = 0; unit < hidden; unit++) {
        const value = sum.units[unit] ?? 0;
        if (value <= (units[unit] ?? 0)) continue;
        units[unit] = value;
        loudest[unit] = sum;
      }
    }
    units.set(whole.units, hidden);
    const kept = units.map(() => this.#chance.next() < UNITS_DROPPED ? 0 : 1 / (1 - UNITS_DROPPED));
    for (let at = 0; at < units.length; at++) units[at] = (units[at] ?? 0) * (kept[at] ?? 0);
    const slopes = this.#learnOutput(units, target, weight);
    const reached = new Map<Sum, number[]>();
    for (let at = 0; at < units.length; at++) {
      if ((units[at] ?? 0) === 0) continue;
      slopes[at] = (slopes[at] ?? 0) * (kept[at] ?? 0);
      const sum = at < hidden ? loudest[at] : whole;
      if (sum === undefined || slopes[at] === 0) continue;
      const of = reached.get(sum);
      if (of === undefined) reached.set(sum, [at]);
      else of.push(at);
    }
    for (const [sum, of] of reached) {
      const from = sum === whole ? hidden : 0;
      this.#learnSum(sum, of.map((at) => at - from), slopes.subarray(from));
    }
  }

  /** Gives the slopes of the loss along the units. */
  #learnOutput(units: Float64Array, target: number, weight: number): Float64Array {
    const { classes: { length } } = this.net.output;
    const errors = outputOf(this.net.output, units);
    const highest = Math.max(...errors);
    let total = 0;
    for (let k = 0; k < length; k++) total += errors[k] = Math.exp((errors[k] ?? 0) - highest);
    for (let k = 0; k < length; k++) {
      const wanted = SMOOTHED / length + (k === target ? 1 - SMOOTHED : 0);
      const error = errors[k] = weight * ((errors[k] ?? 0) / total - wanted);
      this.#outputBias.gradient[k] = (this.#outputBias.gradient[k] ?? 0) + error;
    }
    const { gradient, values } = this.#weights;
    return units.map((value, at) => {
      if (value === 0) return 0;
      let slope = 0;
      for (let k = 0; k < length; k++) {
        const error = errors[k] ?? 0, place = at * length + k;
        gradient[place] = (gradient[place] ?? 0) + value * error;
        slope += error * (values[place] ?? 0);
      }
      return slope;
    });
  }

  #learnSum(
    { words, values, length }: Sum,
    reached: readonly number[],
    slopes: Float64Array,
  ): void {
    const { word, hidden } = this.#size;
    for (const unit of reached) {
      this.#bias.gradient[unit] = (this.#bias.gradient[unit] ?? 0) + (slopes[unit] ?? 0);
    }
    if (length === 0) return;
    const { gradient: layerGradient, values: layer } = this.#layer;
    for (let at = 0; at < word; at++) {
      const value = values[at] ?? 0;
      for (const unit of reached) {
        const place = at * hidden + unit;
        layerGradient[place] = (layerGradient[place] ?? 0) + value * (slopes[unit] ?? 0);
      }
    }
    if (words.length === 0) return;
    const along = new Float64Array(word);
    let onward = 0;
    for (let at = 0; at < word; at++) {
      let slope = 0;
      for (const unit of reached) slope += (slopes[unit] ?? 0) * (layer[at * hidden + unit] ?? 0);
      along[at] = slope;
      onward += slope * (values[at] ?? 0) / SUM_LENGTH;
    }
    // The sum has a fixed length: what points along it changes nothing.
    for (let at = 0; at < word; at++) {
      along[at] = ((along[at] ?? 0) - onward * (values[at] ?? 0) / SUM_LENGTH) * SUM_LENGTH /
        length;
    }
    const { gradient } = this.#meanings;
    for (const number of words) {
      const from = number * word;
      for (let at = 0; at < word; at++) {
        gradient[from + at] = (gradient[from + at] ?? 0) + (along[at] ?? 0);
      }
    }
  }

  #sumOf(words: readonly string[]): Sum & { readonly raw: Float64Array } {
    const { word } = this.#size;
    const raw = new Float64Array(word);
    const fitted: number[] = [];
    for (const one of words) {
      if (this.#chance.next() < WORDS_DROPPED) continue;
      const number = this.#numbers.get(one);
      if (number !== undefined) fitted.push(number);
      const from = (number ?? 0) * word;
      const meaning = number === undefined
        ? this.#plainMeaningOf(one)
        : this.net.meanings.subarray(from, from + word);
      if (meaning === null) continue;
      for (let at = 0; at < word; at++) raw[at] = (raw[at] ?? 0) + (meaning[at] ?? 0);
    }
    return { ...this.#seen(fitted, raw.slice()), raw };
  }

  #plainMeaningOf(word: string): Float32Array | null {
    let meaning = this.#plain.get(word);
    if (meaning === undefined) {
      this.#plain.set(word, meaning = plainMeaning(word, this.#size.word));
    }
    return meaning;
  }

  #wholeOf(sums: readonly (Sum & { readonly raw: Float64Array })[]): Sum {
    const raw = new Float64Array(this.#size.word);
    for (const sum of sums) {
      for (let at = 0; at < raw.length; at++) raw[at] = (raw[at] ?? 0) + (sum.raw[at] ?? 0);
    }
    return this.#seen(sums.flatMap(({ words }) => words), raw);
  }

  #seen(words: readonly number[], values: Float64Array): Sum {
    const length = toSumLength(values);
    return { words, values, length, units: unitsOf(this.net, values) };
  }
}

function frequentWords(examples: readonly MeaningExample[]): string[] {
  const rows = new Map<string, number>();
  for (const { sentences } of examples) {
    for (const word of new Set(sentences.flat())) rows.set(word, (rows.get(word) ?? 0) + 1);
  }
  return [...rows.keys()].filter((word) => (rows.get(word) ?? 0) >= LEAST_ROWS).sort();
}
