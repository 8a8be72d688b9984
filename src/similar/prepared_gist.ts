/**
 * A gist ready to be compared, seen against the other cases of its product:
 * what all of them say tells none from another.
 *
 * @module
 */
import type { Gist } from "../triage/domain/gist.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import { readMeaning, toUnit } from "./meaning.ts";

/** What the cases of a product have in common. */
export interface Background {
  readonly cases: number;
  /** In how many cases each word stands. */
  readonly words: ReadonlyMap<string, number>;
  /** The mean of their meanings, drawn towards none where they are few. */
  readonly meaning: Float64Array | null;
}

/** A gist ready to be compared. */
export interface PreparedGist {
  readonly gist: Gist;
  readonly meaning: Float64Array;
  /** Its meaning without what the cases of the product have in common. */
  readonly own_meaning: Float64Array;
  /** What each of its words weighs. */
  readonly words: ReadonlyMap<string, number>;
  /** What all of them weigh. */
  readonly weight: number;
  /** Logarithm of the number of its words, and one more. */
  readonly log_length: number;
  /** How likely each type is, in the order of the types. */
  readonly types: Float64Array;
}

/** So many cases of no meaning are counted with the others. */
const NONE_CASES = 3;
/** Share of the common meaning that is taken away. */
const COMMON_SHARE = 0.7;

/** What these cases of one product have in common. */
export function backgroundOf(gists: readonly Gist[]): Background {
  const words = new Map<string, number>();
  let sum: Float64Array | null = null;
  for (const gist of gists) {
    for (const word of gist.words) words.set(word, (words.get(word) ?? 0) + 1);
    const meaning = readMeaning(gist.meaning);
    const total: Float64Array = sum ??= new Float64Array(meaning.length);
    for (let at = 0; at < total.length; at++) total[at] = (total[at] ?? 0) + (meaning[at] ?? 0);
  }
  return {
    cases: gists.length,
    words,
    meaning: sum?.map((value) => value / (gists.length + NONE_CASES)) ?? null,
  };
}

/** Makes a gist ready. */
export function prepare(gist: Gist, background: Background): PreparedGist {
  const meaning = readMeaning(gist.meaning);
  const words = new Map<string, number>();
  let weight = 0;
  for (let at = 0; at < gist.words.length; at++) {
    const word = gist.words[at] ?? "";
    const weighs = (gist.rarities[at] ?? 0) * telling(background, word);
    words.set(word, weighs);
    weight += weighs;
  }
  return {
    gist,
    meaning,
    own_meaning: withoutCommon(meaning, background.meaning),
    words,
    weight,
    log_length: Math.log(1 + words.size),
    types: Float64Array.from(INTENTS, (intent) => gist.scores[intent]),
  };
}

function withoutCommon(meaning: Float64Array, common: Float64Array | null): Float64Array {
  if (common === null) return meaning;
  const own = new Float64Array(meaning.length);
  for (let at = 0; at < own.length; at++) {
    own[at] = (meaning[at] ?? 0) - COMMON_SHARE * (common[at] ?? 0);
  }
  return toUnit(own);
}

/** How much a word tells one case of the product from another, in (0, 1]. */
function telling({ cases, words }: Background, word: string): number {
  if (cases === 0) return 1;
  return Math.log(1 + cases / ((words.get(word) ?? 0) + 0.5)) / Math.log(1 + cases / 0.5);
}
