/**
 * What a case is compared by: made once, when its message is read, and kept
 * beside the case. Holds words of the customer's: it goes when the case is erased.
 *
 * @module
 */
import type { Scores } from "./intent.ts";

/** Limits of a {@linkcode Gist}, in items, characters and numbers. */
export const GIST_LIMITS = {
  words: 48,
  word_characters: 32,
  codes: 6,
  code_characters: 40,
  places: 4,
} as const;

/** What a case is compared by. Plain data. */
export interface Gist {
  /** Which way it was made: gists of another version are made anew. */
  readonly version: number;
  /** The product's name in small letters: only cases of one product are compared. */
  readonly product: string;
  /** How likely each type was held to be when it was read. */
  readonly scores: Scores;
  /** Dictionary forms of the words that say what it is about, each once, in order. */
  readonly words: readonly string[];
  /** Error codes and versions, as written, in small letters. */
  readonly codes: readonly string[];
  /** Devices, systems and browsers that it names. */
  readonly platforms: readonly string[];
  /** What the words mean together: numbers from -127 to 127, as base64; "" where none is known. */
  readonly meaning: string;
  /** The nearest of the stretches of meaning that the index knows, nearest first. */
  readonly places: readonly number[];
}
