/**
 * What a case is compared by: made once, when its message is read, and kept
 * beside the case. Holds words of the customer's: it goes when the case is erased.
 *
 * @module
 */
import type { Scores } from "./intent.ts";

/** Which way gists are made: those of another version cannot be compared, and are made anew. */
export const GIST_VERSION = 2;

/** Limits of a {@linkcode Gist}, in items and characters. */
export const GIST_LIMITS = {
  words: 32,
  word_characters: 24,
  codes: 4,
  versions: 4,
  detail_characters: 40,
  regions: 8,
} as const;

/** What a case is compared by. Plain data. */
export interface Gist {
  /** As {@linkcode GIST_VERSION} was. */
  readonly version: number;
  /** The product's name in small letters: only cases of one product are compared. */
  readonly product: string;
  /** How likely each type is. */
  readonly scores: Scores;
  /** Dictionary forms of the words that say what it is about, each once, in order. */
  readonly words: readonly string[];
  /** How rare each of the words is in English, from 0.3 (everywhere) to 1.8 (unknown). */
  readonly rarities: readonly number[];
  /** Error codes, in small letters. */
  readonly codes: readonly string[];
  /** Versions, devices and systems, in small letters. */
  readonly versions: readonly string[];
  /** What the words mean together: signed bytes as base64; "" where they mean nothing. */
  readonly meaning: string;
  /** Numbers of the regions of meaning that it lies in, nearest first. */
  readonly regions: readonly number[];
}
