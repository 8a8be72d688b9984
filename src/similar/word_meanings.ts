/**
 * What words mean, as numbers: learnt from a sentence encoder, so that the sum
 * over a sentence lies where the encoder puts it (training/similar).
 *
 * @module
 */
import { parseJson } from "../triage/domain/json.ts";
import { signedBytes } from "./stored_bytes.ts";
import stored from "./word_meanings.json" with { type: "bytes" };

/** Numbers of a meaning. */
export const DIMENSIONS = 96;
/** Regions of meaning. */
export const REGIONS = 256;

/** Rarity of a word that the table does not have. */
const UNKNOWN_RARITY = 1.8;

const NOT_ASKED = -1;

/** The stored words, read. */
interface Meanings {
  readonly numbers: ReadonlyMap<string, number>;
  /** By number of a word, {@linkcode DIMENSIONS} each. */
  readonly meanings: Int8Array;
  readonly rarities: Int8Array;
  /** By region, {@linkcode DIMENSIONS} each. */
  readonly centres: Int8Array;
  /** Lengths of the words' meanings; 0 until asked for. */
  readonly lengths: Float64Array;
  /** Regions that the words lie in; {@linkcode NOT_ASKED} until asked for. */
  readonly nearest: Int16Array;
}

let read: Meanings | null = null;

/** The JSON form: words parted by blanks, and base64 of signed bytes. */
type StoredMeanings =
  & { readonly dimensions: number }
  & Readonly<Record<"words" | "meanings" | "rarities" | "regions", string>>;

/** Read on first use, for not every thread compares. */
function readStored(): Meanings {
  const table = parseJson(stored) as StoredMeanings;
  if (table.dimensions !== DIMENSIONS) {
    throw new Error(`Word meanings: want ${DIMENSIONS} numbers a word, got ${table.dimensions}`);
  }
  const words = table.words.split(" ");
  read = {
    numbers: new Map(words.map((word, number) => [word, number])),
    meanings: signedBytes(table.meanings),
    rarities: signedBytes(table.rarities),
    centres: signedBytes(table.regions),
    lengths: new Float64Array(words.length),
    nearest: new Int16Array(words.length).fill(NOT_ASKED),
  };
  return read;
}

/** What a word means, its most telling numbers first; `null` where that is not known. */
export function meaningOf(word: string): Int8Array | null {
  const { numbers, meanings } = read ?? readStored();
  const number = numbers.get(word);
  return number === undefined
    ? null
    : meanings.subarray(number * DIMENSIONS, (number + 1) * DIMENSIONS);
}

/**
 * Adds what a word means to a sum; a word that is not known adds nothing.
 *
 * @param weight How many times it is added.
 */
export function addMeaning(word: string, sum: Int32Array, weight = 1): void {
  const { numbers, meanings } = read ?? readStored();
  const number = numbers.get(word);
  if (number === undefined) return;
  const from = number * DIMENSIONS;
  for (let at = 0; at < DIMENSIONS; at++) {
    sum[at] = ((sum[at] ?? 0) + Math.imul(weight, meanings[from + at] ?? 0)) | 0;
  }
}

/**
 * Adds the first numbers of what a word means to a sum of fractions, each times `scale`; a word that
 * is not known adds nothing.
 */
export function addScaledMeaning(word: string, sum: Float64Array, scale: number): void {
  const { numbers, meanings } = read ?? readStored();
  const number = numbers.get(word);
  if (number === undefined) return;
  const from = number * DIMENSIONS;
  for (let at = 0; at < sum.length; at++) {
    sum[at] = (sum[at] ?? 0) + (meanings[from + at] ?? 0) * scale;
  }
}

/**
 * Whether any of the other words is as near to a word in meaning, as a cosine; words that are not
 * known are near to none.
 */
export function isNearAny(word: string, others: Iterable<string>, near: number): boolean {
  const { numbers } = read ?? readStored();
  const one = numbers.get(word);
  if (one === undefined) return false;
  for (const other of others) {
    const another = numbers.get(other);
    if (another !== undefined && nearnessOf(one, another) >= near) return true;
  }
  return false;
}

function nearnessOf(one: number, another: number): number {
  const { meanings } = read ?? readStored();
  const from = one * DIMENSIONS, other = another * DIMENSIONS;
  let shared = 0;
  for (let at = 0; at < DIMENSIONS; at++) {
    shared = (shared + Math.imul(meanings[from + at] ?? 0, meanings[other + at] ?? 0)) | 0;
  }
  return shared / (lengthOf(one) * lengthOf(another) || Infinity);
}

function lengthOf(number: number): number {
  const { meanings, lengths } = read ?? readStored();
  let length = lengths[number] ?? 0;
  if (length !== 0) return length;
  for (let at = 0; at < DIMENSIONS; at++) length += (meanings[number * DIMENSIONS + at] ?? 0) ** 2;
  return lengths[number] = Math.sqrt(length);
}

/** How rare a word is among customers' words, from 0.3 to 1.8, in steps of a tenth. */
export function rarityOf(word: string): number {
  const { numbers, rarities } = read ?? readStored();
  const number = numbers.get(word);
  return number === undefined ? UNKNOWN_RARITY : (rarities[number] ?? 0) / 10;
}

/** The regions of meaning that a meaning lies in, nearest first; of equally near ones the first. */
export function regionsOf(meaning: Int8Array, most: number): number[] {
  const { centres } = read ?? readStored();
  const regions: number[] = [], nearness: number[] = [];
  for (let region = 0, from = 0; from < centres.length; region++, from += DIMENSIONS) {
    let near = 0;
    // Whole numbers of 32 bits: sums of bytes' products are exact, and quick.
    for (let at = 0; at < DIMENSIONS; at++) {
      near = (near + Math.imul(centres[from + at] ?? 0, meaning[at] ?? 0)) | 0;
    }
    let place = regions.length;
    while (place > 0 && (nearness[place - 1] ?? 0) < near) place--;
    if (place === most) continue;
    regions.splice(place, 0, region);
    nearness.splice(place, 0, near);
    if (regions.length > most) regions.pop(), nearness.pop();
  }
  return regions;
}

/** The region that a word lies in; -1 where its meaning is not known. */
export function regionOf(word: string): number {
  const { numbers, meanings, nearest } = read ?? readStored();
  const number = numbers.get(word);
  if (number === undefined) return -1;
  const known = nearest[number] ?? NOT_ASKED;
  if (known !== NOT_ASKED) return known;
  const from = number * DIMENSIONS;
  const [region = -1] = regionsOf(meanings.subarray(from, from + DIMENSIONS), 1);
  return nearest[number] = region;
}
