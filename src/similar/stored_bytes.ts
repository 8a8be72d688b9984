/**
 * Many small numbers as signed bytes in JSON.
 *
 * @module
 */

/** Numbers in JSON. */
export interface StoredBytes {
  /** What each byte is multiplied with. */
  readonly scale: number;
  /** Base64 of signed bytes. */
  readonly data: string;
}

/** Signed bytes from their base64. */
export function signedBytes(base64: string): Int8Array {
  return new Int8Array(Uint8Array.fromBase64(base64).buffer);
}

/** Reads numbers. */
export function decodeBytes({ scale, data }: StoredBytes): Float32Array {
  const bytes = signedBytes(data);
  const numbers = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) numbers[at] = (bytes[at] ?? 0) * scale;
  return numbers;
}

/** Writes numbers, each rounded to a multiple of `scale` within 127 of 0. */
export function encodeBytes(numbers: ArrayLike<number>, scale: number): StoredBytes {
  const bytes = Int8Array.from(numbers, (value) => Math.round(value / scale));
  return { scale, data: new Uint8Array(bytes.buffer).toBase64() };
}
