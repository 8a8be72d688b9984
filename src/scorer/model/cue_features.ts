/**
 * Values of the lexicon's cues in a reading: how often each was found and
 * where, which stand together, and how the sentences ask, exclaim and negate.
 *
 * @module
 */
import { CUE_NAMES, type CueMatch } from "../document/cue_matcher.ts";
import { DECLARED_CUES, DECLARED_LOUDNESS } from "../cues/declared_type.ts";
import type { Reading } from "../document/document.ts";
import { CUES } from "../cues/lexicon.ts";

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

/** Sentences told apart when cues are looked for together; later ones count as the last. */
const MASK_SENTENCES = 31;

/** Per cue, while one reading is counted: sentences hit, the last of them, places, sentences as bits. */
const hitCounts = new Uint16Array(CUE_NAMES.length);
const hitLast = new Int32Array(CUE_NAMES.length);
const hitPlaces = new Uint8Array(CUE_NAMES.length);
const hitMasks = new Int32Array(CUE_NAMES.length);

/** Adds columns and values of the cues found in the given sentences. */
export function addCues(
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
  { words, firsts, sentences: all }: Reading,
  sentences: readonly number[],
  add: (shape: number, value: number) => void,
): void {
  let asked = 0, exclaimed = 0, negated = 0, tokens = 0;
  for (const at of sentences) {
    if (all[at]?.question === true) asked++;
    const first = firsts[at] ?? 0;
    const next = firsts[at + 1] ?? first;
    tokens += next - first;
    for (let index = first; index < next; index++) {
      if (words.isNegated(index)) negated++;
      if (words.word(index).exclaims) {
        exclaimed += (words.ends[index] ?? 0) - (words.starts[index] ?? 0);
      }
    }
  }
  if (tokens === 0) return;
  const isAsked = (at: number | undefined) => all[at ?? -1]?.question === true;
  add(0, asked / sentences.length);
  if (asked > 0) add(1, 1);
  if (isAsked(sentences[0])) add(2, 1);
  if (isAsked(sentences[sentences.length - 1])) add(3, 1);
  if (asked === sentences.length) add(4, 1);
  if (exclaimed > 0) add(5, Math.min(1, exclaimed / 3));
  if (negated > 0) add(6, negated / tokens);
  const opening = words.word(0);
  const plain = opening.kind || opening.normal === opening.lemma;
  if (plain && words.pos(0) === "VERB") add(7, 1);
}
