/**
 * Fits the steps of a phrase to the words of a sentence.
 *
 * @module
 */
import { note, type NumberedWord, numberOf } from "./word_numbers.ts";

/** The words of a text, as a rule sees them. */
export interface RuleText {
  word(at: number): NumberedWord;
  /** Universal part of speech. */
  pos(at: number): string;
}

/**
 * A step of a phrase: an element with its words as numbers. All have the same
 * fields, whatever their kind: V8 reads them twice as fast as those of several shapes.
 */
export interface Step {
  readonly kind: "word" | "not" | "gap" | "rest" | "end" | "open" | "close";
  /** Number of the word that fits; -1 where several do or any. */
  readonly word: number;
  readonly any: boolean;
  readonly words: ReadonlySet<number>;
  readonly written: ReadonlySet<number>;
  readonly tags: ReadonlySet<string>;
  readonly optional: boolean;
  /** Words that a gap spans at most. */
  readonly most: number;
}

/** Where a phrase ends, and what it captured. */
export interface Fit {
  /** Index of its last word. */
  readonly last: number;
  /** First captured word, and the one after the last; -1 where it captures nothing. */
  readonly from: number;
  readonly to: number;
}

/** Numbers of the marks that end a clause. */
const CLAUSE_ENDS = new Set(
  [",", ";", ":", ".", "!", "?", "(", ")", "-", "–", "—", "...", "…"].map(numberOf),
);
const MARK = /^[^\p{L}\p{N}]/u;
const LEAST_ROOM_WORDS = 256;

let normals = new Int32Array(LEAST_ROOM_WORDS);
let lemmas = new Int32Array(LEAST_ROOM_WORDS);

/** The words of the sentence that is searched: one at a time. */
export class SentenceWords {
  readonly first: number;
  readonly next: number;
  readonly #text: RuleText;

  /** Words from `first` up to `next`. Only the sentence made last can be searched. */
  constructor(text: RuleText, first: number, next: number) {
    this.#text = text;
    this.first = first;
    this.next = next;
    const length = next - first;
    if (length >= normals.length) {
      normals = new Int32Array(length * 2);
      lemmas = new Int32Array(length * 2);
    }
    for (let at = 0; at < length; at++) {
      const word = text.word(first + at);
      note(word);
      normals[at] = word.normal_number;
      lemmas[at] = word.lemma_number;
    }
    normals[length] = lemmas[length] = -1;
  }

  /** Number of a word's written form; -1 where no rule names it. */
  normal(at: number): number {
    return normals[at - this.first] ?? -1;
  }

  /** Number of its dictionary form. */
  lemma(at: number): number {
    return lemmas[at - this.first] ?? -1;
  }

  is(at: number, number: number): boolean {
    return normals[at - this.first] === number || lemmas[at - this.first] === number;
  }

  pos(at: number): string {
    return this.#text.pos(at);
  }

  endsClause(at: number): boolean {
    return CLAUSE_ENDS.has(this.normal(at));
  }

  isMark(at: number): boolean {
    return MARK.test(this.#text.word(at).normal);
  }
}

let from = -1, to = -1;

/** Fits the steps from word `at` on; `null` where they do not fit. */
export function fits(words: SentenceWords, steps: readonly Step[], at: number): Fit | null {
  from = to = -1;
  const last = fit(words, steps, 0, at);
  return last < at ? null : { last, from, to };
}

/** Index of the last word that the steps from `step` on take, starting at `at`; -1: no fit. */
function fit(words: SentenceWords, steps: readonly Step[], step: number, at: number): number {
  const wanted = steps[step];
  if (wanted === undefined) return at - 1;
  switch (wanted.kind) {
    case "word": {
      if (at < words.next && takes(words, wanted, at)) {
        const last = fit(words, steps, step + 1, at + 1);
        if (last >= 0) return last;
      }
      return wanted.optional ? fit(words, steps, step + 1, at) : -1;
    }
    case "not":
      return at < words.next && takes(words, wanted, at) ? -1 : fit(words, steps, step + 1, at);
    case "gap":
      return within(words, steps, step + 1, at, at + wanted.most);
    case "rest": {
      if (at >= words.next || words.endsClause(at)) return -1;
      if (steps.slice(step + 1).every(({ kind }) => kind === "close")) {
        let end = at;
        while (end < words.next && !words.endsClause(end)) end++;
        return fit(words, steps, step + 1, end);
      }
      return within(words, steps, step + 1, at + 1, words.next);
    }
    case "end": {
      for (let after = at; after < words.next; after++) if (!words.isMark(after)) return -1;
      return fit(words, steps, step + 1, at);
    }
    case "open":
    case "close": {
      const last = fit(words, steps, step + 1, at);
      if (last >= 0 && wanted.kind === "open") from = at;
      else if (last >= 0) to = at;
      return last;
    }
  }
}

/** Tries the steps at every word from `at` to `most` that no clause's end is in front of. */
function within(
  words: SentenceWords,
  steps: readonly Step[],
  step: number,
  at: number,
  most: number,
): number {
  for (let next = at; next <= Math.min(most, words.next); next++) {
    const last = fit(words, steps, step, next);
    if (last >= 0) return last;
    if (next < words.next && words.endsClause(next)) return -1;
  }
  return -1;
}

function takes(words: SentenceWords, step: Step, at: number): boolean {
  if (step.word >= 0) return words.is(at, step.word);
  return step.any || step.words.has(words.normal(at)) || step.words.has(words.lemma(at)) ||
    step.written.has(words.normal(at)) || step.tags.size > 0 && step.tags.has(words.pos(at));
}
