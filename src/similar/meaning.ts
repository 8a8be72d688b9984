/**
 * A meaning as a gist keeps it: signed bytes as base64, of length 127 together.
 *
 * @module
 */

/** Length of a meaning that is written. */
const LENGTH = 127;

/** A sum of words' meanings as bytes; `null` where nothing is known. */
export function roundedMeaning(sum: Float64Array): Int8Array | null {
  const length = Math.hypot(...sum);
  return length === 0 ? null : Int8Array.from(sum, (value) => Math.round(value / length * LENGTH));
}

/** Writes a meaning. */
export function writeMeaning(meaning: Int8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(meaning.buffer)));
}

/** A written meaning of length 1; of length 0 where nothing is known. */
export function readMeaning(text: string): Float64Array {
  const bytes = Int8Array.from(atob(text), (character) => character.charCodeAt(0));
  return unit(Float64Array.from(bytes));
}

/** The same direction, of length 1; unchanged where it has none. */
export function unit(values: Float64Array): Float64Array {
  let squares = 0;
  for (const value of values) squares += value * value;
  if (squares === 0) return values;
  const length = Math.sqrt(squares);
  return values.map((value) => value / length);
}
