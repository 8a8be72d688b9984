/**
 * How well the own words of messages are found: F1 over their characters,
 * blanks not counted.
 *
 * @module
 */

/** Characters found, too many and missed. */
export interface Overlap {
  readonly found: number;
  readonly extra: number;
  readonly missed: number;
}

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Compares stretches of a text. */
export function overlapOf(
  text: string,
  wanted: readonly Stretch[],
  got: readonly Stretch[],
): Overlap {
  const isWanted = marksOf(text, wanted), isGot = marksOf(text, got);
  let found = 0, extra = 0, missed = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at).trim() === "") continue;
    if (isWanted[at] && isGot[at]) found++;
    else if (isGot[at]) extra++;
    else if (isWanted[at]) missed++;
  }
  return { found, extra, missed };
}

function marksOf(text: string, stretches: readonly Stretch[]): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const { start, end } of stretches) marks.fill(1, start, end);
  return marks;
}

/** Harmonic mean of precision and recall over several texts, in [0, 1]; 1 where nothing was wanted nor found. */
export function overlapF1(overlaps: readonly Overlap[]): number {
  let found = 0, wrong = 0;
  for (const overlap of overlaps) {
    found += overlap.found;
    wrong += overlap.extra + overlap.missed;
  }
  return found + wrong === 0 ? 1 : 2 * found / (2 * found + wrong);
}
