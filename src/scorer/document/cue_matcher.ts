/**
 * The lexicon's cues in a reading: what the pass over all rules found of them,
 * told apart by negation, overlaps left out.
 *
 * @module
 */
import type { Reading } from "./document.ts";
import { CUES } from "../cues/lexicon.ts";
import type { WordList } from "../words/word_list.ts";

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

const CUE_NUMBERS = new Map(CUES.map(({ name }, number) => [name, number]));

/** Every cue in the given sentences, in order of their first tokens. */
export function matchCues(reading: Reading, sentences: readonly number[]): CueMatch[] {
  const matches: CueMatch[] = [];
  for (const sentence of sentences) addMatches(reading, sentence, matches);
  return matches;
}

/** While a sentence is searched: by cue, the place of its latest match. */
const latest = new Int32Array(CUE_NAMES.length);

function addMatches(reading: Reading, sentence: number, matches: CueMatch[]): void {
  latest.fill(-1);
  const { words, firsts, sentences, phrases } = reading;
  const start = firsts[sentence] ?? 0;
  const next = firsts[sentence + 1] ?? start;
  for (const { row, first, last } of sentences[sentence]?.found ?? []) {
    const found = CUES[row];
    if (found === undefined) continue;
    const negated = found.negatable === true && isNegated(words, first, start);
    const cue = negated ? row + CUES.length : row;
    // Of overlapping matches of one cue the one that starts first and reaches furthest stays.
    const place = latest[cue] ?? -1;
    const before = matches[place];
    const match = { cue, first, last, sentence };
    if (before === undefined || before.last < first) latest[cue] = matches.push(match) - 1;
    else if (before.first === first && last > before.last) matches[place] = match;
  }
  for (const { name, first, last } of phrases) {
    const cue = CUE_NUMBERS.get(name);
    if (cue !== undefined && first >= start && first < next) {
      matches.push({ cue, first, last, sentence });
    }
  }
}

function isNegated(words: WordList, at: number, start: number): boolean {
  if (!words.isNegated(at)) return false;
  for (let back = at - 1; back >= Math.max(start, at - NEGATION_REACH_TOKENS); back--) {
    if (NEGATORS.has(words.word(back).normal)) return true;
  }
  return false;
}
