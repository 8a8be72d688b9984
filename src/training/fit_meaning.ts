/**
 * Fits the net that reads meanings: its layers, and the meanings of the words
 * that its rows have, which begin where the sentence encoder put them.
 *
 * @module
 */
import {
  type MeaningNet,
  NET_SIZE,
  outputOf,
  plainMeaning,
  SUM_LENGTH,
  toSumLength,
  unitsOf,
} from "../scorer/situation/meaning_net.ts";
import { Fitted } from "./adam.ts";
import { Chance } from "./chance.ts";

/** A message: the words of each of its sentences. */
export interface MeaningExample {
  readonly sentences: readonly (readonly string[])[];
  readonly target: number;
  readonly weight: number;
}

/** A word is fitted when so many rows have it. */
const LEAST_ROWS = 2;
const ROUNDS = 8, BATCH = 128;
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
): MeaningNet {
  const chance = new Chance();
  const fitting = new Fitting(examples, classes, chance);
  const order = examples.map((_, at) => at);
  for (let round = 0; round < ROUNDS; round++) {
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
  readonly #chance: Chance;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #meanings: Fitted;
  readonly #layer: Fitted;
  readonly #bias: Fitted;
  readonly #weights: Fitted;
  readonly #outputBias: Fitted;

  constructor(
    examples: readonly MeaningExample[],
    classes: readonly string[],
    chance: Chance,
  ) {
    this.#chance = chance;
    const words = frequentWords(examples);
    this.#numbers = new Map(words.map((word, at) => [word, at]));
    const { word, hidden } = NET_SIZE;
    const meanings = new Float32Array(words.length * word);
    words.forEach((one, at) => meanings.set(plainMeaning(one) ?? [], at * word));
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
    const { hidden } = NET_SIZE;
    const plain = sentences.map((words) => this.#sumOf(words)).filter(({ length }) => length > 0);
    const whole = this.#wholeOf(plain);
    const units = new Float64Array(2 * hidden);
    const loudest = new Array<Sum | undefined>(hidden);
    for (const sum of plain) {
      sum.units.forEach((value, unit) => {
        if (value <= (units[unit] ?? 0)) return;
        units[unit] = value;
        loudest[unit] = sum;
      });
    }
    units.set(whole.units, hidden);
    const kept = units.map(() => this.#chance.next() < UNITS_DROPPED ? 0 : 1 / (1 - UNITS_DROPPED));
    units.forEach((value, at) => units[at] = value * (kept[at] ?? 0));
    const slopes = this.#learnOutput(units, target, weight).map((slope, at) =>
      (units[at] ?? 0) > 0 ? slope * (kept[at] ?? 0) : 0
    );
    for (const sum of plain) {
      this.#learnSum(
        sum,
        slopes.subarray(0, hidden).map((one, at) => loudest[at] === sum ? one : 0),
      );
    }
    this.#learnSum(whole, slopes.subarray(hidden));
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

  #learnSum({ words, values, length }: Sum, slopes: Float64Array): void {
    const { word, hidden } = NET_SIZE;
    const reached = [...slopes.keys()].filter((unit) => slopes[unit] !== 0);
    if (reached.length === 0) return;
    for (const unit of reached) {
      this.#bias.gradient[unit] = (this.#bias.gradient[unit] ?? 0) + (slopes[unit] ?? 0);
    }
    if (length === 0) return;
    const along = new Float64Array(word);
    let onward = 0;
    for (let at = 0; at < word; at++) {
      let slope = 0;
      const value = values[at] ?? 0;
      for (const unit of reached) {
        const place = at * hidden + unit, one = slopes[unit] ?? 0;
        this.#layer.gradient[place] = (this.#layer.gradient[place] ?? 0) + value * one;
        slope += one * (this.#layer.values[place] ?? 0);
      }
      along[at] = slope;
      onward += slope * value / SUM_LENGTH;
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
    const raw = new Float64Array(NET_SIZE.word);
    const fitted: number[] = [];
    for (const one of words) {
      if (this.#chance.next() < WORDS_DROPPED) continue;
      const number = this.#numbers.get(one);
      if (number !== undefined) fitted.push(number);
      const from = (number ?? 0) * NET_SIZE.word;
      const meaning = number === undefined
        ? plainMeaning(one)
        : this.net.meanings.subarray(from, from + NET_SIZE.word);
      meaning?.forEach((value, at) => raw[at] = (raw[at] ?? 0) + value);
    }
    return { ...this.#seen(fitted, raw.slice()), raw };
  }

  #wholeOf(sums: readonly (Sum & { readonly raw: Float64Array })[]): Sum {
    const raw = new Float64Array(NET_SIZE.word);
    for (const sum of sums) sum.raw.forEach((value, at) => raw[at] = (raw[at] ?? 0) + value);
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
