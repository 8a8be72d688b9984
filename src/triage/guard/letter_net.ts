/**
 * How much a letter's sentence is like those that attack, by a small net that
 * reads its words in their order, each beside the message that is answered
 * (training/letters): two layers over three words each, and one look at the
 * message between them.
 *
 * @module
 */
import { type Layer, lookedUp, ones, rectified, threes } from "./net_layers.ts";
import { parseJson } from "../domain/json.ts";
// As bytes: read only where a model writes letters.
import stored from "./letter_net.json" with { type: "bytes" };

/** A word as the net reads it: itself, its part of speech; in a letter also whose it is and its role. */
export type NetWord = readonly [word: string, tag: string, whose?: number, role?: number];

/** A sentence as the net reads it. */
export interface NetSentence {
  readonly words: readonly NetWord[];
  readonly question: boolean;
  readonly type: string;
}

/** Weighs a sentence: the higher, the more like an attack. */
export type NetWeigher = (sentence: NetSentence) => number;

/** Trained numbers, as base64 of bytes and of 32-bit floats. training/letters/net.py writes them. */
export interface StoredNet {
  readonly words: string;
  /** By word: what its bytes are multiplied with. */
  readonly steps: string;
  readonly numbers: string;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly layers: Readonly<Record<LayerName, { readonly weights: string; readonly bias: string }>>;
}

type Mark = "tag" | "whose" | "role" | "ending" | "intent";
type LayerName = "first" | "beside" | "asked" | "key" | "value" | "second" | "last" | "out";

const WORD = 64, UNITS = 64;
/** Words of a sentence and of a message that are read: its beginning and a quarter from its end. */
const SENTENCE_WORDS = 40, MESSAGE_WORDS = 64;
const TAGS = "NOUN VERB ADJ PROPN ADP ADV AUX CCONJ DET INTJ NUM PART PRON PUNCT SCONJ SYM X"
  .split(" ");
const CONTENT_TAGS = 4;
const ENDINGS = "ed ing s ly er en ion ment able al y e t d".split(" ");
const ENDED_CHARACTERS = 5;
const TYPES = ["bug_report", "feature_request", "general_inquiry"];
/** Whose a word is, in training's numbers. */
const THEIRS = 2;

/** A net from its numbers: gives what weighs sentences beside a message. */
export function createLetterNet(
  text: StoredNet,
): (message: readonly NetWord[]) => NetWeigher {
  const numbers = new Int8Array(Uint8Array.fromBase64(text.numbers).buffer);
  const steps = floatsOf(text.steps);
  const places = new Map(text.words.split(" ").map((word, at) => [word, at]));
  const marks = mapped(text.marks, floatsOf);
  const layers: Record<LayerName, Layer> = mapped(
    text.layers,
    ({ weights, bias }) => ({ weights: floatsOf(weights), bias: floatsOf(bias) }),
  );

  function embedded(words: readonly NetWord[], type: number): Float32Array {
    const x = new Float32Array(words.length * WORD);
    for (const [at, [word, tag, whose = 0, role = 0]] of words.entries()) {
      const to = x.subarray(at * WORD, (at + 1) * WORD);
      const place = places.get(word);
      if (place !== undefined) {
        const step = steps[place] ?? 0, from = place * WORD;
        for (let i = 0; i < WORD; i++) to[i] = (numbers[from + i] ?? 0) * step;
      }
      add(to, marks.tag, tagOf(tag));
      add(to, marks.whose, whose);
      add(to, marks.role, role);
      add(to, marks.ending, endingOf(word));
      if (type >= 0) add(to, marks.intent, type);
    }
    return x;
  }

  return function beside(message) {
    const read = clipped(message, MESSAGE_WORDS);
    const z = rectified(threes(embedded(read, -1), WORD, layers.beside));
    const keys = ones(z, UNITS, layers.key), values = ones(z, UNITS, layers.value);
    return function weigh({ words: all, question, type }) {
      const words = clipped(all, SENTENCE_WORDS);
      const x = embedded(words, Math.max(0, TYPES.indexOf(type)));
      const y = rectified(threes(x, WORD, layers.first));
      const looked = lookedUp(ones(y, UNITS, layers.asked), keys, values, words.length);
      const joined = new Float32Array(2 * y.length);
      for (let at = 0; at < words.length; at++) {
        joined.set(y.subarray(at * UNITS, (at + 1) * UNITS), 2 * at * UNITS);
        joined.set(looked.subarray(at * UNITS, (at + 1) * UNITS), (2 * at + 1) * UNITS);
      }
      const second = rectified(threes(joined, 2 * UNITS, layers.second));
      const pooled = pool(second, words, question);
      return ones(
        rectified(ones(pooled, pooled.length, layers.last)),
        layers.last.bias.length,
        layers.out,
      )[0] ??
        0;
    };
  };
}

function mapped<K extends string, A, B>(of: Readonly<Record<K, A>>, make: (one: A) => B) {
  return Object.fromEntries(
    Object.entries<A>(of).map(([name, one]) => [name, make(one)]),
  ) as Record<K, B>;
}

function floatsOf(base64: string): Float32Array {
  return new Float32Array(Uint8Array.fromBase64(base64).buffer);
}

function clipped(words: readonly NetWord[], most: number): readonly NetWord[] {
  if (words.length === 0) return [["", "PUNCT"]];
  const head = Math.floor(most * 3 / 4);
  return words.length <= most ? words : [...words.slice(0, head), ...words.slice(head - most)];
}

function tagOf(tag: string): number {
  const at = TAGS.indexOf(tag);
  return at === -1 ? TAGS.length - 1 : at;
}

function endingOf(word: string): number {
  return word.length < ENDED_CHARACTERS
    ? 0
    : ENDINGS.findIndex((ending) => word.endsWith(ending)) + 1;
}

function add(to: Float32Array, table: Float32Array, row: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + (table[row * to.length + i] ?? 0);
}

/** The loudest and the mean of each unit, and how many words are the customer's. */
function pool(y: Float32Array, words: readonly NetWord[], question: boolean): Float32Array {
  const count = words.length;
  const pooled = new Float32Array(2 * UNITS + 4);
  for (let i = 0; i < UNITS; i++) {
    let most = 0, sum = 0;
    for (let at = 0; at < count; at++) {
      const value = y[at * UNITS + i] ?? 0;
      most = Math.max(most, value);
      sum += value;
    }
    pooled[i] = most;
    pooled[UNITS + i] = sum / count;
  }
  const content = words.filter(([, tag]) => tagOf(tag) < CONTENT_TAGS);
  const theirs = content.filter(([, , whose]) => whose === THEIRS).length;
  pooled.set(
    [content.length / 10, theirs / 10, theirs / Math.max(1, content.length), Number(question)],
    2 * UNITS,
  );
  return pooled;
}

let shipped: ReturnType<typeof createLetterNet> | null = null;

/** The net that is shipped, beside a message. */
export function shippedLetterNet(message: readonly NetWord[]): NetWeigher {
  shipped ??= createLetterNet(parseJson(stored) as StoredNet);
  return shipped(message);
}
