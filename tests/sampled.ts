/**
 * A few of many rows for a test, picked by what they say: rows added before or
 * behind them change nothing in which of them are read.
 *
 * @module
 */

// FNV-1a of 32 bits (RFC 9923): its constants.
const BASIS = 0x811c9dc5, PRIME = 0x01000193, HASHES = 2 ** 32;

/** Some one in `every` of the rows. */
export function sampled<Row>(rows: readonly Row[], every: number): Row[] {
  return rows.filter((row) => hashOf(JSON.stringify(row)) < HASHES / every);
}

function hashOf(text: string): number {
  let hash = BASIS;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, PRIME) >>> 0;
  return hash;
}
