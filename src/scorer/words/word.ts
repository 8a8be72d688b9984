/**
 * A word as the scorer knows it: read once, alone, and met again in many texts.
 *
 * @module
 */
import type { NumberedWord } from "../../rules/word_numbers.ts";
import type { Part } from "./contractions.ts";

const QUESTION_MARK = 63;
const EXCLAMATION_MARK = 33;

/** What is known of a word before any text is read. */
export interface WordEntry {
  /** In small letters. */
  readonly normal: string;
  /** What wink-nlp reads in its place: itself, or a stand-in where it does not know it. */
  readonly feed: string;
  readonly known: boolean;
  /** Stands for a run of some kind ("xnum", "xurl", …), not for itself. */
  readonly kind: boolean;
  /** Dictionary form, read out of context. */
  readonly lemma: string;
  /** Universal part of speech, read out of context. */
  readonly pos: string;
  /** What a short form is spelt out to. */
  readonly parts?: readonly Part[];
}

/** What a note is before it is taken. */
export const NOT_NOTED = -2;

/** A word, with notes: numbers that others look up once and find here when they meet it again. */
export class Word implements WordEntry, NumberedWord {
  readonly normal: string;
  readonly feed: string;
  readonly known: boolean;
  readonly kind: boolean;
  readonly lemma: string;
  readonly pos: string;
  readonly parts: readonly Part[] | undefined;
  /** Neither a mark nor a kind. */
  readonly lettered: boolean;
  /** Its dictionary form may be a term: a word, a number, or a mark that asks or exclaims. */
  readonly countable: boolean;
  readonly asks: boolean;
  readonly exclaims: boolean;
  /** The rules': numbers of both forms. */
  numbers_known = -1;
  normal_number = -1;
  lemma_number = -1;
  /** The concerns' and the emptiness test's. */
  trigger = NOT_NOTED;
  sense = NOT_NOTED;
  /** Its number in the vocabulary of the feature space that looked it up last. */
  vocabulary: unknown = null;
  vocabularyNumber = -1;

  constructor({ normal, feed, known, kind, lemma, pos, parts }: WordEntry) {
    this.normal = normal;
    this.feed = feed;
    this.known = known;
    this.kind = kind;
    this.lemma = lemma;
    this.pos = pos;
    this.parts = parts;
    const initial = lemma.charCodeAt(0);
    this.lettered = !kind && isLetter(normal.charCodeAt(0));
    this.asks = initial === QUESTION_MARK;
    this.exclaims = initial === EXCLAMATION_MARK;
    this.countable = isLetter(initial) || isDigit(initial) || this.asks || this.exclaims;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code >= 0xc0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
