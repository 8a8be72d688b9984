/**
 * A meaning as a gist keeps it: signed bytes as base64, of length 127 together.
 *
 * @module
 */

/** Length of a meaning that is written. */
const LENGTH = 127;

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
  return new Uint8Array(meaning).toBase64();
}

/** A written meaning of length 1; of length 0 where nothing is known. */
export function readMeaning(text: string): Float64Array {
  return toUnit(new Float64Array(new Int8Array(Uint8Array.fromBase64(text).buffer)));
}

/** Makes the values of length 1, in place, where they have any. */
export function toUnit(values: Float64Array): Float64Array {
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += (values[at] ?? 0) ** 2;
  if (squares === 0) return values;
  const factor = 1 / Math.sqrt(squares);
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * factor;
  return values;
}
