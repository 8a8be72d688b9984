/**
 * A text read once. The scorer's reader makes it; scoring and drafting both
 * work on this one reading and never parse the text again.
 *
 * @module
 */
import type { OwnWords } from "./own_words.ts";

/** A word or a mark. Offsets count UTF-16 code units of {@linkcode Document.text}. */
export interface Token {
  /** As written. */
  readonly text: string;
  /** Lower case, contractions spelt out ("ca" of "can't" is "can"). */
  readonly normal: string;
  /** Dictionary form; equal to `normal` where the text was read cheaply. */
  readonly lemma: string;
  /** Universal part of speech ("NOUN", "VERB", …); "" where the text was read cheaply. */
  readonly pos: string;
  /** Whether a negation reaches this word. */
  readonly negated: boolean;
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

/** A rule that found something in a sentence. Offsets as those of its tokens. */
export interface Fired {
  /** Its id: "harm/outage". */
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  /** The stretch that it points at, where it points at one. */
  readonly captured: { readonly start: number; readonly end: number } | null;
}

/** A sentence or a line of its own (headings and list items are sentences too). */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** Asks something, by its mark or by its form. */
  readonly question: boolean;
  /** Starts on a new line of the text. */
  readonly line_start: boolean;
  /** What the rules find in it, each place once, in order of their first words. */
  readonly fired: readonly Fired[];
}

/** A text, read. */
export interface Document {
  /** The own words, untrimmed: `text.slice(start, end)` holds for every offset. */
  readonly text: string;
  /** The message that they were read from. */
  readonly own: OwnWords;
  readonly sentences: readonly Sentence[];
}
