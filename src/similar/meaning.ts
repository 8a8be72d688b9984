/**
 * A meaning as a gist keeps it: signed bytes as base64, of length 127 together.
 *
 * @module
 */
import { signedBytes } from "./stored_bytes.ts";

/** Length of a meaning that is written. */
const LENGTH = 127;

/** A written meaning, read. */
export interface ReadMeaning {
  /** As bytes: cases that are compared are many, and seldom at hand in the processor's caches. */
  readonly meaning: Int8Array;
  /** What its bytes are multiplied with to be of length 1; 0 where nothing is known. */
  readonly scale: number;
}

/** A sum of words' meanings as bytes; `null` where nothing is known. */
export function roundedMeaning(sum: Int32Array): Int8Array | null {
  let squares = 0;
  for (let at = 0; at < sum.length; at++) squares += (sum[at] ?? 0) ** 2;
  if (squares === 0) return null;
  const length = Math.sqrt(squares);
  const meaning = new Int8Array(sum.length);
  for (let at = 0; at < sum.length; at++) {
    meaning[at] = Math.round((sum[at] ?? 0) / length * LENGTH);
  }
  return meaning;
}

/** Writes a meaning. */
export function writeMeaning(meaning: Int8Array): string {
  return new Uint8Array(meaning.buffer, meaning.byteOffset, meaning.length).toBase64();
}

/** Reads a written meaning. */
export function readMeaning(text: string): ReadMeaning {
  const meaning = signedBytes(text);
  const squares = productOf(meaning, meaning);
  return { meaning, scale: squares === 0 ? 0 : 1 / Math.sqrt(squares) };
}

/** The product of two meanings as bytes: whole numbers, and exact. */
export function productOf(one: Int8Array, other: Int8Array): number {
  const length = Math.min(one.length, other.length);
  let sum = 0;
  for (let at = 0; at < length; at++) sum = (sum + Math.imul(one[at] ?? 0, other[at] ?? 0)) | 0;
  return sum;
}

/** The product of a meaning as bytes and one that is none. */
export function dotOf(one: Int8Array, other: Float64Array): number {
  const length = Math.min(one.length, other.length);
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
