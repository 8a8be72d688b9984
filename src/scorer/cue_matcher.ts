/**
 * Finds the lexicon's phrases in a reading, all in one pass over its tokens:
 * phrases are filed under their first word, so that most tokens cost one look.
 *
 * @module
 */
import type { Reading } from "./document.ts";
import { CUES } from "./lexicon.ts";
import { SCANNED_CHARACTERS } from "./scan.ts";
import { NOT_NOTED, type Word } from "./word.ts";
import type { WordList } from "./word_list.ts";

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

/** A part of a phrase. */
interface Element {
  /** Number of the word that fits; -1 where several do or any. */
  readonly word: number;
  /** Numbers of the words that fit; `null` fits any. */
  readonly words: ReadonlySet<number> | null;
  readonly optional: boolean;
}

interface Phrase {
  readonly cue: number;
  readonly elements: readonly Element[];
  /** Number of the one word that must come second; -1 where several may. */
  readonly second: number;
  readonly atStart: boolean;
  readonly negatable: boolean;
}

const wordNumbers = new Map<string, number>();
/** By the number of a word: the phrases that start with it. */
const byFirstWord: (Phrase[] | undefined)[] = [];
const cueNumbers = new Map(CUES.map(({ name }, number) => [name, number]));
CUES.forEach(({ phrases }, cue) => phrases.forEach((phrase) => file(cue, phrase)));

function numberOf(word: string): number {
  let number = wordNumbers.get(word);
  if (number === undefined) wordNumbers.set(word, number = wordNumbers.size);
  return number;
}

/** Files a phrase under every word it can start with. */
function file(cue: number, text: string): void {
  const parts = text.split(" ");
  const atStart = parts[0] === "^";
  const elements = (atStart ? parts.slice(1) : parts).map((part): Element => {
    const optional = part.startsWith("|");
    const words = (optional ? part.slice(1) : part).split("|");
    const numbers = part === "*" ? null : new Set(words.map(numberOf));
    return {
      word: words.length === 1 && numbers ? numberOf(words[0] ?? "") : -1,
      words: numbers,
      optional,
    };
  });
  for (let from = 0; from < elements.length; from++) {
    const first = elements[from];
    if (first === undefined || first.words === null) {
      throw new Error(`Cannot file cue phrase "${text}": want a word at its start`);
    }
    const negatable = CUES[cue]?.negatable === true;
    const next = elements[from + 1];
    const second = next === undefined || next.optional ? -1 : next.word;
    const phrase = { cue, elements: elements.slice(from), second, atStart, negatable };
    for (const word of first.words) (byFirstWord[word] ??= []).push(phrase);
    if (!first.optional) return;
  }
  throw new Error(`Cannot file cue phrase "${text}": want a part that is not optional`);
}

/** Finds every cue in the given sentences, in order of their first tokens. */
export function matchCues(reading: Reading, sentences: readonly number[]): CueMatch[] {
  return new Matcher(reading).run(sentences);
}

/** While a reading is searched: numbers of each word's written and dictionary form, -1 in no cue. */
const normals = new Int32Array(SCANNED_CHARACTERS + 1);
const lemmas = new Int32Array(SCANNED_CHARACTERS + 1);
/** While a sentence is searched: by cue, the place of its latest match. */
const latest = new Int32Array(CUE_NAMES.length);

class Matcher {
  readonly #reading: Reading;
  readonly #words: WordList;
  readonly #matches: CueMatch[] = [];
  #sentence = 0;
  #first = 0;
  #next = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#words = reading.words;
  }

  run(sentences: readonly number[]): CueMatch[] {
    const { firsts } = this.#reading;
    for (const sentence of sentences) {
      this.#sentence = sentence;
      this.#first = firsts[sentence] ?? 0;
      this.#next = firsts[sentence + 1] ?? this.#first;
      this.#searchSentence();
    }
    return this.#matches;
  }

  #searchSentence(): void {
    latest.fill(-1);
    for (let at = this.#first; at < this.#next; at++) {
      const word = this.#words.word(at);
      if (word.cueNormal === NOT_NOTED) note(word);
      normals[at] = word.cueNormal;
      lemmas[at] = word.cueLemma;
    }
    normals[this.#next] = lemmas[this.#next] = -1;
    for (let at = this.#first; at < this.#next; at++) {
      const normal = normals[at] ?? -1;
      const lemma = lemmas[at] ?? -1;
      if (normal >= 0) this.#tryAll(byFirstWord[normal], at);
      if (lemma >= 0 && lemma !== normal) this.#tryAll(byFirstWord[lemma], at);
    }
    const sentence = this.#sentence;
    for (const { name, first, last } of this.#reading.phrases) {
      const cue = cueNumbers.get(name);
      if (cue !== undefined && first >= this.#first && first < this.#next) {
        this.#matches.push({ cue, first, last, sentence });
      }
    }
  }

  #tryAll(phrases: readonly Phrase[] | undefined, at: number): void {
    if (phrases === undefined) return;
    const normal = normals[at + 1];
    const lemma = lemmas[at + 1];
    for (const phrase of phrases) {
      // Most phrases end here.
      if (phrase.second >= 0 && phrase.second !== normal && phrase.second !== lemma) continue;
      if (phrase.atStart && at !== this.#first) continue;
      const last = this.#fit(phrase.elements, 1, at + 1);
      if (last < 0) continue;
      const negated = phrase.negatable && this.#isNegated(at);
      this.#add(negated ? phrase.cue + CUES.length : phrase.cue, at, last);
    }
  }

  /** Index of the last word that the elements from `from` on take, starting at `at`; -1: no fit. */
  #fit(elements: readonly Element[], from: number, at: number): number {
    if (from === elements.length) return at - 1;
    const element = elements[from];
    if (element === undefined) return -1;
    if (at < this.#next && takes(element, at)) {
      const last = this.#fit(elements, from + 1, at + 1);
      if (last >= 0) return last;
    }
    return element.optional ? this.#fit(elements, from + 1, at) : -1;
  }

  #isNegated(at: number): boolean {
    if (!this.#words.isNegated(at)) return false;
    for (let back = at - 1; back >= Math.max(this.#first, at - NEGATION_REACH_TOKENS); back--) {
      if (NEGATORS.has(this.#words.word(back).normal)) return true;
    }
    return false;
  }

  /** Of overlapping matches of one cue the one that starts first and reaches furthest stays. */
  #add(cue: number, first: number, last: number): void {
    const place = latest[cue] ?? -1;
    const before = this.#matches[place];
    const match = { cue, first, last, sentence: this.#sentence };
    if (before === undefined || before.last < first) latest[cue] = this.#matches.push(match) - 1;
    else if (before.first === first && last > before.last) this.#matches[place] = match;
  }
}

function takes({ word, words }: Element, at: number): boolean {
  if (word >= 0) return normals[at] === word || lemmas[at] === word;
  return words === null || words.has(normals[at] ?? -1) || words.has(lemmas[at] ?? -1);
}

function note(word: Word): void {
  word.cueNormal = wordNumbers.get(word.normal) ?? -1;
  word.cueLemma = wordNumbers.get(word.lemma) ?? -1;
}
