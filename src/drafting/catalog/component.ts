/**
 * Which parts of a product a message is about, by the catalogue's aliases.
 *
 * @module
 */
import type { Component, Product } from "../../triage/domain/catalog.ts";
import { type Phrase, posOf, type Word } from "../english/words.ts";

/** A component a message is about. */
export interface ComponentMatch {
  readonly component: Component;
  /** How clearly, from 0; only the order and the ratios mean something. */
  readonly weight: number;
}

/** A stretch of the message and how much its words count. */
export interface WeighedPhrase {
  readonly phrase: Phrase;
  readonly weight: number;
}

interface Alias {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly component: number;
  readonly weight: number;
}

interface AliasIndex {
  /** By its first word's stem. */
  readonly aliases: ReadonlyMap<string, readonly Alias[]>;
  /** How the first words open: most words of a message open otherwise, and cost no more than this look. */
  readonly openings: ReadonlySet<number>;
}

const indexes = new WeakMap<Product, AliasIndex>();
// A longer alias says more ("rest timer" over "timer"); a word of a few letters less.
const WORD_WEIGHT = 0.6;
// What comes first in a message is mostly what it is about.
const POSITION_HALVES_AFTER_WORDS = 14;
const REPEAT_WEIGHT = 0.35;

/** The components a message is about, clearest first. */
export function matchComponents(
  product: Product,
  phrases: readonly WeighedPhrase[],
): readonly ComponentMatch[] {
  const { aliases, openings } = indexOf(product);
  const weights = new Map<number, number>();
  const seen = new Set<Alias>();
  let position = 0;
  for (const { phrase, weight } of phrases) {
    const { words } = phrase;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]?.lower ?? "";
      const alias = openings.has(openingOf(word))
        ? longestAt(aliases.get(stem(word)) ?? [], words, at)
        : null;
      if (alias !== null && !isPassing(words, at, word)) {
        const near = 1 / (1 + position / POSITION_HALVES_AFTER_WORDS);
        const again = seen.has(alias) ? REPEAT_WEIGHT : 1;
        seen.add(alias);
        const nominal = isHead(words, at + alias.stems.length) ? 1.25 : 1;
        weights.set(
          alias.component,
          (weights.get(alias.component) ?? 0) + alias.weight * weight * near * again * nominal,
        );
        at += alias.stems.length - 1;
      }
      position++;
    }
  }
  return [...weights].flatMap(([at, weight]) => {
    const component = product.components[at];
    return component === undefined ? [] : [{ component, weight }];
  }).sort((one, other) => other.weight - one.weight);
}

/** Words of many senses, and beside which word they mean another: "I push Save", "page 7". */
const PASSING: ReadonlyMap<string, { before?: RegExp; after?: RegExp }> = new Map([
  ["push", {
    before: /^(?:i|we|you|to|and|then|little|hard|gentle)$/,
    after: /^(?:the|on|it|me)$/,
  }],
  ["page", { after: /^\d/ }],
  ["frozen", { before: /^accounts?$/ }],
  ["bill", { before: /^(?:scan|any|restaurant)$/ }],
]);

function isPassing(words: readonly Word[], at: number, word: string): boolean {
  const { before, after } = PASSING.get(word) ?? {};
  const fits = (pattern: RegExp | undefined, index: number) =>
    pattern !== undefined && pattern.test(words[index]?.lower ?? "");
  return fits(before, at - 1) || fits(after, at + 1);
}

/** The end of a word group: nothing joins on behind it, or a verb does. */
function isHead(words: readonly Word[], after: number): boolean {
  const pos = posOf(words[after]);
  return pos !== "NOUN" && pos !== "PROPN";
}

function longestAt(aliases: readonly Alias[], words: readonly Word[], at: number): Alias | null {
  for (const alias of aliases) {
    const fits = alias.stems.every((part, offset) => {
      const word = words[at + offset]?.lower ?? "";
      // "them" is no form of "theme".
      return stem(word) === part && alias.words[offset] !== `${word}e`;
    });
    if (fits) return alias;
  }
  return null;
}

function indexOf(product: Product): AliasIndex {
  const known = indexes.get(product);
  if (known !== undefined) return known;
  const index = new Map<string, Alias[]>();
  product.components.forEach((component, at) => {
    for (const name of new Set([component.name, ...component.aliases])) {
      const words = name.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'.][\p{L}\p{N}]+)*/gu) ?? [];
      const stems = words.map(stem);
      const [first] = stems;
      if (first === undefined) continue;
      const alias = { words, stems, component: at, weight: 1 + WORD_WEIGHT * (stems.length - 1) };
      index.set(first, [...(index.get(first) ?? []), alias]);
    }
  });
  // The longest alias first: the first that fits is the one that says most.
  for (const list of index.values()) {
    list.sort((one, other) => other.stems.length - one.stems.length);
  }
  const found = { aliases: index, openings: new Set([...index.keys()].map(openingOf)) };
  indexes.set(product, found);
  return found;
}

const APOSTROPHE = 39;

/** The first three letters as a number, up to an apostrophe: a word and its stem open alike. */
export function openingOf(word: string): number {
  let opening = 0;
  for (let at = 0; at < 3 && at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === APOSTROPHE) break;
    opening = opening << 7 ^ code;
  }
  return opening;
}

// Stems that are remembered, so that most words cost one look; then all are forgotten.
const STEMS_REMEMBERED = 4_000;
const STEM_CHARACTERS = 24;
const remembered = new Map<string, string>();

/** The same stem for the forms of a word: "notifications" and "notification", "invited" and "invite". */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = stemmed(word);
  if (word.length <= STEM_CHARACTERS) {
    if (remembered.size >= STEMS_REMEMBERED) remembered.clear();
    remembered.set(word, found);
  }
  return found;
}

function stemmed(word: string): string {
  let rest = word.replace(/(?:'s|s')$/u, "");
  if (rest.length > 4 && rest.endsWith("ies")) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 3 && /[^su]s$/u.test(rest)) rest = rest.slice(0, -1);
  if (rest.length > 5 && rest.endsWith("ing")) rest = rest.slice(0, -3);
  else if (rest.length > 4 && rest.endsWith("ed")) rest = rest.slice(0, -2);
  if (rest.length > 3 && rest.endsWith("e")) rest = rest.slice(0, -1);
  if (rest.length > 4 && /([bdgmnprt])\1$/u.test(rest)) rest = rest.slice(0, -1);
  return rest;
}
