/**
 * Turns a reading into named feature values: dictionary-form words and pairs
 * of neighbours, and the lexicon's cues with where they stand. Nothing that
 * tells one source of text from another (length, layout) is a feature.
 *
 * @module
 */
import { CUE_NAMES, type CueMatch, matchCues } from "./cue_matcher.ts";
import type { Reading } from "./document.ts";
import { DECLARED_CUES, DECLARED_LOUDNESS } from "./declared_type.ts";
import { CUES } from "./lexicon.ts";

/** Columns and their values; and what they were made of, for evidence. */
export interface Features {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly matches: readonly CueMatch[];
  /** How many of the columns, from the first on, are terms. */
  readonly term_features: number;
  /** Where terms were found, three numbers each: place in `columns`, first and last token. */
  readonly occurrences: readonly number[];
  /** Share of words that are not among the terms, in [0, 1]. */
  readonly unknown_share: number;
  /** Tokens looked at. */
  readonly token_count: number;
}

/** Of a cue: how often, what share of sentences, in the first, in the last, in a question. */
const CUE_PLACES = ["count", "share", "first", "last", "asked"] as const;

/** Cues that mean more together, in one sentence. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["repair_wish", "aux_first"],
  ["repair_wish", "courtesy"],
  ["not_function", "if"],
  ["fail", "not"],
  ["would_be_nice", "if"],
  ["aux_first", "please_change"],
  ["me", "goal"],
  ["cannot", "how_do_i"],
  ["not", "charge"],
  ["not", "bank"],
  ["not", "account"],
  ["not", "praise"],
  ["but", "praise"],
  ["how_do_i", "option_to"],
  ["is_it_possible", "option_to"],
  ["is_there", "option_to"],
  ["wonder", "if"],
  ["tells_impossible", "but"],
  ["could_the", "aux_first"],
  ["by_itself", "should_have"],
  ["by_hand", "if_you_could"],
  ["settled", "courtesy"],
];

const SHAPES = ["asked_share", "asked_any", "asked_first", "asked_last", "asked_all", "exclaimed"]
  .concat(["negated_share", "command_first"]);

/** Loudness of cue columns beside the terms, whose vector has length 1 (scorer recipe: .15). */
export const CUE_SCALE = 0.15;

/** A text of at most `whole` tokens is looked at whole; of a longer one only the opening and the close. */
export const FEATURE_TOKENS = { whole: 350, opening: 120, closing: 40 } as const;

/** Names of all columns that are not terms, in order. */
export const CUE_COLUMNS: readonly string[] = [
  ...CUE_NAMES.flatMap((name) => CUE_PLACES.map((place) => `${name}:${place}`)),
  ...SHAPES.map((name) => `shape:${name}`),
  ...PAIRS.map(([a, b]) => `pair:${a}+${b}`),
];

/** The cue that a column beyond the terms belongs to; `null` for shapes and pairs. */
export function cueOfColumn(column: number): number | null {
  return column >= 0 && column < SHAPE_START ? Math.floor(column / CUE_PLACES.length) : null;
}

const LOUD = new Uint8Array(CUE_NAMES.length).fill(1);
for (const { name } of DECLARED_CUES) LOUD[cueNumber(name)] = DECLARED_LOUDNESS;

const SHAPE_START = CUE_NAMES.length * CUE_PLACES.length;
const PAIR_START = SHAPE_START + SHAPES.length;
const PAIR_CUES = PAIRS.map(([a, b]) => [cueNumber(a), cueNumber(b)] as const);

function cueNumber(name: string): number {
  const number = CUES.findIndex((cue) => cue.name === name);
  if (number < 0) throw new Error(`Cannot pair cues: want a cue's name, got "${name}"`);
  return number;
}

/** What a term that occurs so often counts: the second time adds less than the first. */
export function tameCount(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/** Terms that count, and how rare each is. */
export interface Vocabulary {
  /** Words, and pairs of words separated by a blank; a term's place is its column. */
  readonly terms: readonly string[];
  /** Inverse document frequencies, by column. */
  readonly idf: ArrayLike<number>;
}

/** Makes features of readings, for one vocabulary. */
export class FeatureSpace {
  /** Number of columns: terms first, then {@linkcode CUE_COLUMNS}. */
  readonly columns: number;
  readonly #idf: ArrayLike<number>;
  /** Columns that are terms. */
  readonly termCount: number;
  readonly #words = new Map<string, number>();
  readonly #single: Int32Array;
  readonly #pairs = new Map<number, number>();
  /** Per column, while one reading is counted: how often, and its place among the features. */
  readonly #counts: Uint16Array;
  readonly #places: Uint16Array;

  constructor({ terms, idf }: Vocabulary) {
    this.#idf = idf;
    this.termCount = terms.length;
    this.columns = terms.length + CUE_COLUMNS.length;
    this.#counts = new Uint16Array(terms.length);
    this.#places = new Uint16Array(terms.length);
    const number = (word: string) => {
      let known = this.#words.get(word);
      if (known === undefined) this.#words.set(word, known = this.#words.size);
      return known;
    };
    const singles: [number, number][] = [];
    terms.forEach((term, column) => {
      const blank = term.indexOf(" ");
      if (blank < 0) singles.push([number(term), column]);
      else {
        this.#pairs.set(
          number(term.slice(0, blank)) * 65536 + number(term.slice(blank + 1)),
          column,
        );
      }
    });
    this.#single = new Int32Array(this.#words.size).fill(-1);
    for (const [word, column] of singles) this.#single[word] = column;
  }

  /** The features of a reading: all of a short text, the opening and the close of a long one. */
  extract(reading: Reading): Features {
    const columns: number[] = [];
    const values: number[] = [];
    const sentences = chooseSentences(reading);
    const terms = this.#terms(reading, sentences, columns, values);
    const matches = matchCues(reading, sentences);
    addCues(reading, sentences, matches, this.termCount, columns, values);
    return { columns, values, matches, ...terms };
  }

  /** What of a reading's features one of its sentences has, as if it stood alone. */
  ofSentence(
    { occurrences, columns, matches }: Features,
    reading: Reading,
    sentence: number,
  ): Pick<Features, "columns" | "values"> {
    const first = reading.firsts[sentence] ?? 0;
    const next = reading.firsts[sentence + 1] ?? reading.tokens.length;
    const found: number[] = [];
    const values: number[] = [];
    let squares = 0;
    for (let at = 0; at < occurrences.length; at += 3) {
      const token = occurrences[at + 1] ?? 0;
      if (token < first || token >= next) continue;
      const column = columns[occurrences[at] ?? 0] ?? 0;
      const value = this.#idf[column] ?? 1;
      found.push(column);
      values.push(value);
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
    const inside = matches.filter((match) => match.sentence === sentence);
    addCues(reading, [sentence], inside, this.termCount, found, values);
    return { columns: found, values };
  }

  #terms(
    reading: Reading,
    sentences: readonly number[],
    columns: number[],
    values: number[],
  ): Pick<Features, "occurrences" | "term_features" | "unknown_share" | "token_count"> {
    const { tokens, firsts } = reading;
    const counts = this.#counts;
    const places = this.#places;
    const occurrences: number[] = [];
    let words = 0, unknown = 0, seen = 0;
    const count = (column: number, first: number, last: number) => {
      if (counts[column] === 0) places[column] = columns.push(column) - 1;
      counts[column] = (counts[column] ?? 0) + 1;
      occurrences.push(places[column] ?? 0, first, last);
    };
    for (const sentence of sentences) {
      const next = firsts[sentence + 1] ?? tokens.length;
      let before = -1, beforeAt = -1;
      for (let at = firsts[sentence] ?? 0; at < next; at++) {
        seen++;
        const term = tokens[at]?.term ?? "";
        if (!isTerm(term)) continue;
        words++;
        const word = this.#words.get(term) ?? -1;
        const single = word < 0 ? -1 : this.#single[word] ?? -1;
        if (single >= 0) count(single, at, at);
        else unknown++;
        if (word >= 0 && before >= 0) {
          const pair = this.#pairs.get(before * 65536 + word);
          if (pair !== undefined) count(pair, beforeAt, at);
        }
        before = word;
        beforeAt = at;
      }
    }
    let squares = 0;
    for (const column of columns) {
      const value = tameCount(counts[column] ?? 1) * (this.#idf[column] ?? 1);
      counts[column] = 0;
      values.push(value);
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
    return {
      occurrences,
      term_features: columns.length,
      unknown_share: words === 0 ? 1 : unknown / words,
      token_count: seen,
    };
  }
}

function chooseSentences({ firsts, tokens }: Reading): number[] {
  const chosen: number[] = [];
  const whole = tokens.length <= FEATURE_TOKENS.whole;
  const closing = tokens.length - FEATURE_TOKENS.closing;
  for (let sentence = 0; sentence < firsts.length; sentence++) {
    const first = firsts[sentence] ?? 0;
    if (whole || first < FEATURE_TOKENS.opening || first >= closing) chosen.push(sentence);
  }
  return chosen;
}

function isTerm(term: string): boolean {
  const code = term.charCodeAt(0);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 63 || code === 33 ||
    code >= 0xc0;
}

/** What there is in a reading before a vocabulary is chosen: for training. */
export interface RawFeatures {
  /** All words and pairs of neighbours, with how often each occurs. */
  readonly terms: ReadonlyMap<string, number>;
  /** Words among them, repeats included. */
  readonly word_count: number;
  /** Columns of {@linkcode CUE_COLUMNS} and their values. */
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly token_count: number;
}

/** Features of a reading for any vocabulary: {@linkcode FeatureSpace} gives the same for one. */
export function rawFeatures(reading: Reading): RawFeatures {
  const { tokens, firsts } = reading;
  const found = new Map<string, number>();
  const count = (term: string) => found.set(term, (found.get(term) ?? 0) + 1);
  const sentences = chooseSentences(reading);
  let words = 0, seen = 0;
  for (const sentence of sentences) {
    const next = firsts[sentence + 1] ?? tokens.length;
    let before = "";
    for (let at = firsts[sentence] ?? 0; at < next; at++) {
      seen++;
      const term = tokens[at]?.term ?? "";
      if (!isTerm(term)) continue;
      words++;
      count(term);
      if (before !== "") count(`${before} ${term}`);
      before = term;
    }
  }
  const columns: number[] = [];
  const values: number[] = [];
  addCues(reading, sentences, matchCues(reading, sentences), 0, columns, values);
  return { terms: found, word_count: words, columns, values, token_count: seen };
}

/** Sentences told apart when cues are looked for together; later ones count as the last. */
const MASK_SENTENCES = 31;

/** Per cue, while one reading is counted: sentences hit, the last of them, places, sentences as bits. */
const hitCounts = new Uint16Array(CUE_NAMES.length);
const hitLast = new Int32Array(CUE_NAMES.length);
const hitPlaces = new Uint8Array(CUE_NAMES.length);
const hitMasks = new Int32Array(CUE_NAMES.length);

function addCues(
  reading: Reading,
  sentences: readonly number[],
  matches: readonly CueMatch[],
  offset: number,
  columns: number[],
  values: number[],
): void {
  const add = (column: number, value: number) => {
    columns.push(offset + column);
    values.push(value * CUE_SCALE);
  };
  const total = Math.max(1, sentences.length);
  const firstSentence = sentences[0];
  const lastSentence = total > 1 ? sentences[sentences.length - 1] : -1;
  const hits: number[] = [];
  for (const { cue, sentence } of matches) {
    if (hitCounts[cue] === 0) hits.push(cue);
    else if (hitLast[cue] === sentence) continue;
    hitLast[cue] = sentence;
    hitCounts[cue] = (hitCounts[cue] ?? 0) + 1;
    let places = hitPlaces[cue] ?? 0;
    if (sentence === firstSentence) places |= 1;
    if (sentence === lastSentence) places |= 2;
    if (reading.sentences[sentence]?.question === true) places |= 4;
    hitPlaces[cue] = places;
    hitMasks[cue] = (hitMasks[cue] ?? 0) | (1 << Math.min(sentence, MASK_SENTENCES - 1));
  }
  for (const cue of hits) {
    const column = cue * CUE_PLACES.length;
    const count = hitCounts[cue] ?? 0;
    const places = hitPlaces[cue] ?? 0;
    const loud = LOUD[cue] ?? 1;
    add(column, loud * Math.min(1.5, Math.log(1 + count) / Math.log(3)));
    add(column + 1, count / total);
    if (places & 1) add(column + 2, 1);
    if (places & 2) add(column + 3, 1);
    if (places & 4) add(column + 4, 1);
  }
  addShapes(reading, sentences, (shape, value) => add(SHAPE_START + shape, value));
  for (let pair = 0; pair < PAIR_CUES.length; pair++) {
    const cues = PAIR_CUES[pair];
    if (cues !== undefined && (hitMasks[cues[0]] ?? 0) & (hitMasks[cues[1]] ?? 0)) {
      add(PAIR_START + pair, 1);
    }
  }
  for (const cue of hits) hitCounts[cue] = hitPlaces[cue] = hitMasks[cue] = 0;
}

function addShapes(
  reading: Reading,
  sentences: readonly number[],
  add: (shape: number, value: number) => void,
): void {
  let asked = 0, exclaimed = 0, negated = 0, tokens = 0;
  for (const at of sentences) {
    if (reading.sentences[at]?.question === true) asked++;
    const next = reading.firsts[at + 1] ?? reading.tokens.length;
    for (let index = reading.firsts[at] ?? 0; index < next; index++) {
      const token = reading.tokens[index];
      if (token === undefined) continue;
      tokens++;
      if (token.negated) negated++;
      if (token.term.charCodeAt(0) === 33) exclaimed += token.end - token.start;
    }
  }
  if (tokens === 0) return;
  const isAsked = (at: number | undefined) => reading.sentences[at ?? -1]?.question === true;
  add(0, asked / sentences.length);
  if (asked > 0) add(1, 1);
  if (isAsked(sentences[0])) add(2, 1);
  if (isAsked(sentences[sentences.length - 1])) add(3, 1);
  if (asked === sentences.length) add(4, 1);
  if (exclaimed > 0) add(5, Math.min(1, exclaimed / 3));
  if (negated > 0) add(6, negated / tokens);
  const opening = reading.tokens[0];
  if (opening?.pos === "VERB" && opening.normal === opening.lemma) add(7, 1);
}
