/**
 * Finds the lexicon's phrases in a reading, all in one pass over its tokens:
 * phrases are filed under their first word, so that most tokens cost one look.
 *
 * @module
 */
import type { Reading } from "./document.ts";
import { CUES } from "./lexicon.ts";
import type { CueNumbers, Word } from "./wink.ts";

/** A cue found in a reading. Indices count the reading's tokens. */
export interface CueMatch {
  /** Number of the cue in {@linkcode CUE_NAMES}. */
  readonly cue: number;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** Names of all cues; the negated form of cue `n` is number `n + CUES.length`. */
export const CUE_NAMES: readonly string[] = [
  ...CUES.map(({ name }) => name),
  ...CUES.map(({ name }) => `no_${name}`),
];

/** How far before a phrase the word that negates it may stand, in tokens. */
const NEGATION_REACH_TOKENS = 3;
const NEGATORS = new Set(["not", "no", "never", "without", "nor", "neither", "none", "hardly"]);

interface Element {
  /** Numbers of the words that fit; `null` fits any. */
  readonly words: ReadonlySet<number> | null;
  readonly optional: boolean;
}

interface Phrase {
  readonly cue: number;
  readonly elements: readonly Element[];
  readonly atStart: boolean;
}

const wordNumbers = new Map<string, number>();
const byFirstWord = new Map<number, Phrase[]>();
const cueNumbers = new Map(CUES.map(({ name }, number) => [name, number]));
CUES.forEach(({ phrases }, cue) => phrases.forEach((phrase) => file(cue, phrase)));

function numberOf(word: string): number {
  let number = wordNumbers.get(word);
  if (number === undefined) wordNumbers.set(word, number = wordNumbers.size);
  return number;
}

function numbersOf({ normal, lemma }: Word): CueNumbers {
  return { normal: wordNumbers.get(normal) ?? -1, lemma: wordNumbers.get(lemma) ?? -1 };
}

/** Files a phrase under every word it can start with. */
function file(cue: number, text: string): void {
  const parts = text.split(" ");
  const atStart = parts[0] === "^";
  const elements = (atStart ? parts.slice(1) : parts).map((part): Element => {
    const optional = part.startsWith("|");
    const words = (optional ? part.slice(1) : part).split("|");
    return { words: part === "*" ? null : new Set(words.map(numberOf)), optional };
  });
  for (let from = 0; from < elements.length; from++) {
    const first = elements[from];
    if (first === undefined || first.words === null) {
      throw new Error(`Cannot file cue phrase "${text}": want a word at its start`);
    }
    const phrase = { cue, elements: elements.slice(from), atStart };
    for (const word of first.words) {
      const filed = byFirstWord.get(word);
      if (filed === undefined) byFirstWord.set(word, [phrase]);
      else filed.push(phrase);
    }
    if (!first.optional) return;
  }
  throw new Error(`Cannot file cue phrase "${text}": want a part that is not optional`);
}

/** Finds every cue in the given sentences, in order of their first tokens. */
export function matchCues(reading: Reading, sentences: readonly number[]): CueMatch[] {
  return new Matcher(reading).run(sentences);
}

class Matcher {
  readonly #reading: Reading;
  /** Numbers of each token's written and dictionary form; -1 where no phrase has it. */
  readonly #normals: Int32Array;
  readonly #lemmas: Int32Array;
  readonly #matches: CueMatch[] = [];
  #sentence = 0;
  #next = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#normals = new Int32Array(reading.tokens.length);
    this.#lemmas = new Int32Array(reading.tokens.length);
  }

  run(sentences: readonly number[]): CueMatch[] {
    const { firsts, tokens, phrases } = this.#reading;
    for (const sentence of sentences) {
      const first = firsts[sentence] ?? 0;
      this.#sentence = sentence;
      this.#next = firsts[sentence + 1] ?? tokens.length;
      for (let at = first; at < this.#next; at++) {
        const word = tokens[at]?.word;
        if (word === undefined) continue;
        const numbers = word.cue_numbers ??= numbersOf(word);
        this.#normals[at] = numbers.normal;
        this.#lemmas[at] = numbers.lemma;
      }
      for (let at = first; at < this.#next; at++) {
        const normal = this.#normals[at] ?? -1;
        const lemma = this.#lemmas[at] ?? -1;
        if (normal >= 0) this.#tryAll(byFirstWord.get(normal), at, first);
        if (lemma >= 0 && lemma !== normal) this.#tryAll(byFirstWord.get(lemma), at, first);
      }
      for (const phrase of phrases) {
        const cue = cueNumbers.get(phrase.name);
        if (cue !== undefined && phrase.first >= first && phrase.first < this.#next) {
          this.#matches.push({ cue, first: phrase.first, last: phrase.last, sentence });
        }
      }
    }
    return this.#matches;
  }

  #tryAll(phrases: readonly Phrase[] | undefined, at: number, start: number): void {
    if (phrases === undefined) return;
    for (const phrase of phrases) {
      if (phrase.atStart && at !== start) continue;
      const last = this.#fit(phrase.elements, 1, at + 1);
      if (last < 0) continue;
      const negated = CUES[phrase.cue]?.negatable === true && this.#isNegated(at, start);
      this.#add(negated ? phrase.cue + CUES.length : phrase.cue, at, last);
    }
  }

  /** Index of the last token that the elements from `from` on take, starting at `at`; -1: no fit. */
  #fit(elements: readonly Element[], from: number, at: number): number {
    if (from === elements.length) return at - 1;
    const element = elements[from];
    if (element === undefined) return -1;
    if (at < this.#next && this.#takes(element, at)) {
      const last = this.#fit(elements, from + 1, at + 1);
      if (last >= 0) return last;
    }
    return element.optional ? this.#fit(elements, from + 1, at) : -1;
  }

  #takes({ words }: Element, at: number): boolean {
    return words === null || words.has(this.#normals[at] ?? -1) ||
      words.has(this.#lemmas[at] ?? -1);
  }

  #isNegated(at: number, start: number): boolean {
    const { tokens } = this.#reading;
    if (tokens[at]?.negated !== true) return false;
    for (let back = at - 1; back >= Math.max(start, at - NEGATION_REACH_TOKENS); back--) {
      if (NEGATORS.has(tokens[back]?.word.normal ?? "")) return true;
    }
    return false;
  }

  /** Of overlapping matches of one cue the one that starts first and reaches furthest stays. */
  #add(cue: number, first: number, last: number): void {
    const matches = this.#matches;
    for (let at = matches.length - 1; at >= 0; at--) {
      const match = matches[at];
      if (match === undefined || match.sentence !== this.#sentence) break;
      if (match.cue !== cue || match.last < first) continue;
      if (match.first === first && last > match.last) {
        matches[at] = { ...match, last };
      }
      return;
    }
    matches.push({ cue, first, last, sentence: this.#sentence });
  }
}
