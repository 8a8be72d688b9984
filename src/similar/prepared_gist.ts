/**
 * A gist ready to be compared, seen against the other cases of its product:
 * what all of them say tells none from another.
 *
 * @module
 */
import type { Gist } from "../triage/domain/gist.ts";
import { kindOf } from "./kind.ts";
import { dotOf, type ReadMeaning, readMeaning } from "./meaning.ts";
import { SIMILAR_MODEL } from "./similar_model.ts";

/** What the cases of a product have in common. */
export interface Background {
  /** By how many of the cases a word stands in: how much it tells one from another, in (0, 1]. */
  readonly telling: readonly number[];
  /** In how many cases each word stands, by its mark. */
  readonly words: ReadonlyMap<number, number>;
  /** The mean of their meanings, drawn towards none where they are few, and never long. */
  readonly meaning: Float64Array;
  /** Square of the length of that. */
  readonly square: number;
  /** Logarithm of how many times more cases the candidates were chosen among than are few. */
  readonly log_among: number;
}

/** A gist as it was read: what of it does not depend on other cases. */
export interface ReadGist extends ReadMeaning {
  readonly gist: Gist;
  /** How likely each type is, in the order of the types, as the comparison takes it. */
  readonly types: Float64Array;
  /** Logarithm of the number of its words, and one more. */
  readonly log_length: number;
  /**
   * A number for each of its words, by its place: numbers are compared in a fifth of the time. Two
   * words share one seldom enough, once in 2 ** 32 pairs.
   */
  readonly marks: Int32Array;
  /** Which last five bits those have: most words of another gist are told from all of them by that. */
  readonly endings: number;
}

/** A gist ready to be compared. */
export interface PreparedGist extends ReadGist {
  /** What the cases of its product have in common. */
  readonly background: Background;
  /** How much of its meaning lies in the common one. */
  readonly common: number;
  /** Length of what is left of its meaning then; 0 where nothing is known. */
  readonly own_length: number;
  /** What each of its words weighs, by its place. */
  readonly weights: readonly number[];
  /** What all of them weigh. */
  readonly weight: number;
}

/** As many as a product's tellings are on which the comparison was fitted; of fewer nothing is known. */
const FEW_CASES = 24;
/** So many cases of no meaning are counted with the others. */
const NONE_CASES = 3;
/**
 * The common meaning is no longer than in products of which many things are told (.31 to .50, 35
 * products, 2026-11-30): where the newest cases tell of one thing it is that thing, and stays.
 */
const MOST_COMMON = 0.45;

/** Reads a gist, once for however many comparisons. */
export function readGist(gist: Gist): ReadGist {
  const meaning = readMeaning(gist.meaning);
  const marks = new Int32Array(gist.words.length);
  let endings = 0;
  for (let at = 0; at < marks.length; at++) {
    const mark = markOf(gist.words[at] ?? "");
    marks[at] = mark;
    endings |= 1 << mark;
  }
  return {
    gist,
    meaning: meaning.meaning,
    scale: meaning.scale,
    types: kindOf(SIMILAR_MODEL.kind, gist.scores, meaning),
    log_length: Math.log(1 + gist.words.length),
    marks,
    endings,
  };
}

/** Fowler, Noll and Vo's hash of 32 bits (FNV-1a), over the units of UTF-16. */
function markOf(word: string): number {
  let mark = 0x811c_9dc5 | 0;
  for (let at = 0; at < word.length; at++) {
    mark = Math.imul(mark ^ word.charCodeAt(at), 0x0100_0193);
  }
  return mark;
}

/**
 * What these cases of one product have in common.
 *
 * @param among Among how many cases the candidates were chosen.
 */
export function backgroundOf(gists: readonly ReadGist[], among = gists.length): Background {
  const cases = gists.length;
  const words = new Map<number, number>();
  // Of some nothing was understood: their meaning has no length.
  const meaning = new Float64Array(Math.max(0, ...gists.map(({ meaning }) => meaning.length)));
  for (const { marks, meaning: own, scale } of gists) {
    for (const mark of marks) words.set(mark, (words.get(mark) ?? 0) + 1);
    const length = Math.min(meaning.length, own.length);
    for (let at = 0; at < length; at++) meaning[at] = (meaning[at] ?? 0) + (own[at] ?? 0) * scale;
  }
  const common: number[] = [];
  for (let at = 0; at < meaning.length; at++) {
    common.push((meaning[at] ?? 0) / (cases + NONE_CASES));
  }
  const length = Math.hypot(...common);
  const shorter = Math.min(1, MOST_COMMON / (length || 1));
  for (let at = 0; at < meaning.length; at++) meaning[at] = (common[at] ?? 0) * shorter;
  return {
    telling: Array.from({ length: cases + 1 }, (_, having) => telling(cases, having)),
    words,
    meaning,
    square: Math.min(length, MOST_COMMON) ** 2,
    log_among: Math.max(0, Math.log(among / FEW_CASES)),
  };
}

/** Makes a gist ready. */
export function prepare(read: ReadGist, background: Background): PreparedGist {
  const { gist, meaning, scale, marks } = read;
  let weight = 0;
  const weights = gist.words.map((_, at) => {
    const having = background.words.get(marks[at] ?? 0) ?? 0;
    const weighs = (gist.rarities[at] ?? 0) * (background.telling[having] ?? 1);
    weight += weighs;
    return weighs;
  });
  const common = scale * dotOf(meaning, background.meaning);
  // The square of a difference, of a meaning of length 1 and the common one.
  const own_length = scale === 0 ? 0 : Math.sqrt(Math.max(0, 1 - 2 * common + background.square));
  return { ...read, background, common, own_length, weights, weight };
}

/** How much a word of so many of these cases tells one from another, in (0, 1]. */
function telling(cases: number, having: number): number {
  return cases === 0 ? 1 : Math.log(1 + cases / (having + 0.5)) / Math.log(1 + cases / 0.5);
}
