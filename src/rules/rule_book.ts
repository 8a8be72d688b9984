/**
 * Finds all phrases of all rules in one pass over the words of a sentence:
 * phrases are filed under the words they can start with, or under those and the
 * words that can come second, so that hardly any is tried that does not fit.
 *
 * @module
 */
import { type Fit, fits, type SentenceWords, type Step } from "./match.ts";
import { type Element, parsePhrase } from "./notation.ts";
import type { PhraseText } from "./rule.ts";
import { WordKinds } from "./word_kinds.ts";
import { numberOf } from "./word_numbers.ts";

/** The phrases of one row, as the book needs them. */
export interface BookRow {
  readonly any: readonly PhraseText[];
  readonly unless?: readonly PhraseText[];
}

/** A phrase found. Indices count the words of the text. */
export interface Found extends Fit {
  /** Number of the row. */
  readonly row: number;
  /** Number of the phrase in the row's `any`. */
  readonly phrase: number;
  readonly first: number;
}

interface FiledPhrase {
  readonly row: number;
  /** Number in `any`; -1: it forbids the row. */
  readonly phrase: number;
  /** In which order phrases were filed. */
  readonly order: number;
  /** Only at the start of a sentence. */
  readonly at_start: boolean;
  readonly steps: readonly Step[];
  /** The kind of words of which the sentence must hold one, beside those it is filed under; -1: none. */
  readonly need: number;
  /** Further such kinds: asked for where the first is there, which it seldom is. */
  readonly needs: readonly number[] | null;
}

/** What a sentence was found to hold so far. */
interface Search {
  readonly words: SentenceWords;
  readonly found: Found[];
  /** By place in `found`: in which order the phrase was filed. */
  readonly orders: number[];
  readonly forbidden: Set<number>;
}

/** Rows filed for searching. */
export class RuleBook {
  /** By the number of a first word: by that of the second, the phrases that start with both. */
  readonly #byPair: (Map<number, FiledPhrase[]> | undefined)[] = [];
  /** By the number of a first word: the phrases whose second may be any. */
  readonly #byWord: (FiledPhrase[] | undefined)[] = [];
  /** Phrases for the start of a sentence that start with a part of speech. */
  readonly #byFirstTag: FiledPhrase[] = [];
  readonly #kinds = new WordKinds();
  readonly #steps = new Map<Element, Step>();
  readonly #needed = new Map<Element, readonly number[] | null>();
  #filed = 0;

  /** @throws {Error} When a phrase cannot be filed; the message says what it wants. */
  constructor(rows: readonly BookRow[]) {
    rows.forEach(({ any, unless = [] }, row) => {
      any.forEach((text, phrase) => this.#file(row, phrase, text));
      unless.forEach((text) => this.#file(row, -1, text));
    });
    this.#steps.clear();
    this.#needed.clear();
  }

  /** Everything found in a sentence, in order of its first word; of rows forbidden there, nothing. */
  search(words: SentenceWords): Found[] {
    this.#kinds.mark(words);
    const search: Search = { words, found: [], orders: [], forbidden: new Set() };
    this.#tryAll(search, this.#byFirstTag, words.first, 0);
    for (let at = words.first; at < words.next; at++) {
      const normal = words.normal(at), lemma = words.lemma(at);
      if (normal >= 0) this.#tryWord(search, normal, at);
      if (lemma >= 0 && lemma !== normal) this.#tryWord(search, lemma, at);
    }
    const { found, forbidden } = search;
    return forbidden.size === 0 ? found : found.filter(({ row }) => !forbidden.has(row));
  }

  /** Tries what is filed under a form of the word at an index. */
  #tryWord(search: Search, number: number, at: number): void {
    const from = search.found.length;
    const pairs = this.#byPair[number];
    if (pairs !== undefined) {
      const normal = search.words.normal(at + 1), lemma = search.words.lemma(at + 1);
      if (normal >= 0) this.#tryAll(search, pairs.get(normal), at, from);
      if (lemma >= 0 && lemma !== normal) this.#tryAll(search, pairs.get(lemma), at, from);
    }
    this.#tryAll(search, this.#byWord[number], at, from);
  }

  /** @param from Place from which on what is found stands in the order of filing. */
  #tryAll(
    search: Search,
    phrases: readonly FiledPhrase[] | undefined,
    at: number,
    from: number,
  ): void {
    if (phrases === undefined) return;
    for (const filed of phrases) {
      // Most phrases end here.
      if (filed.need >= 0 && !this.#kinds.isMarked(filed.need)) continue;
      if (filed.at_start && at !== search.words.first) continue;
      if (filed.needs !== null && !this.#kinds.areMarked(filed.needs)) continue;
      const fit = fits(search.words, filed.steps, at);
      if (fit === null) continue;
      if (filed.phrase < 0) search.forbidden.add(filed.row);
      else addFound(search, filed, at, fit, from);
    }
  }

  /** Files a phrase under every word it can start with. */
  #file(row: number, phrase: number, text: PhraseText): void {
    const { elements, at_start } = parsePhrase(text);
    for (let from = 0; from < elements.length; from++) {
      const element = elements[from];
      if (element?.kind === "open") continue;
      if (element?.kind !== "word" || element.words === null) {
        throw new Error(`Cannot file rule phrase "${text}": want a word at its start`);
      }
      if (element.tags.length > 0 && !at_start) {
        throw new Error(`Cannot file rule phrase "${text}": want a word before its first tag`);
      }
      const opened = elements[from - 1]?.kind === "open" ? from - 1 : from;
      const steps = elements.slice(opened).map((one) => this.#stepOf(one));
      const [next, ...others] = elements.slice(from + 1).filter(isNoBracket);
      const seconds = this.#numbersNeeded(next);
      const needed = seconds === null || element.tags.length > 0 ? [next, ...others] : others;
      const [need = -1, ...further] = needed.flatMap((other) =>
        this.#kinds.kindOf(this.#numbersNeeded(other)) ?? []
      );
      const needs = further.length > 0 ? further : null;
      const filed = { row, phrase, order: this.#filed++, at_start, steps, need, needs };
      if (element.tags.length > 0) this.#byFirstTag.push(filed);
      for (const word of new Set([...element.words, ...element.written].map(numberOf))) {
        if (seconds === null || element.tags.length > 0) (this.#byWord[word] ??= []).push(filed);
        else {
          const pairs = this.#byPair[word] ??= new Map();
          for (const second of seconds) {
            const sharing = pairs.get(second);
            if (sharing === undefined) pairs.set(second, [filed]);
            else sharing.push(filed);
          }
        }
      }
      if (!element.optional) return;
    }
    throw new Error(`Cannot file rule phrase "${text}": want a part that is not optional`);
  }

  #stepOf(element: Element): Step {
    let step = this.#steps.get(element);
    if (step === undefined) this.#steps.set(element, step = stepOf(element));
    return step;
  }

  #numbersNeeded(element: Element | undefined): readonly number[] | null {
    if (element === undefined) return null;
    let numbers = this.#needed.get(element);
    if (numbers === undefined) this.#needed.set(element, numbers = numbersNeeded(element));
    return numbers;
  }
}

/** Adds what was found at a word in the order of filing, once. */
function addFound(
  { found, orders }: Search,
  { row, phrase, order }: FiledPhrase,
  first: number,
  { last, from, to }: Fit,
  earliest: number,
): void {
  let place = found.length;
  while (place > earliest && (orders[place - 1] ?? 0) > order) place--;
  // A phrase that starts with either form of a word is filed under both.
  for (let back = place - 1; back >= 0 && found[back]?.first === first; back--) {
    if (found[back]?.row === row && found[back]?.phrase === phrase) return;
  }
  found.splice(place, 0, { row, phrase, first, last, from, to });
  orders.splice(place, 0, order);
}

function isNoBracket({ kind }: Element): boolean {
  return kind !== "open" && kind !== "close";
}

/** Numbers of the words of which an element takes one; `null` where it takes others too, or none. */
function numbersNeeded(element: Element): readonly number[] | null {
  if (element.kind !== "word" || element.optional || element.words === null) return null;
  if (element.tags.length > 0) return null;
  return [...new Set([...element.words, ...element.written].map(numberOf))];
}

const NONE: ReadonlySet<never> = new Set();

function setOf<T>(values: readonly T[]): ReadonlySet<T> {
  return values.length === 0 ? NONE : new Set(values);
}

/** What stands in the fields of a step that takes no word. */
const NO_WORD = { words: [], written: [], tags: [], optional: false };

function stepOf(element: Element): Step {
  const { words, written, tags, optional } = "words" in element ? element : NO_WORD;
  const single = words?.length === 1 && written.length === 0 && tags.length === 0;
  return {
    kind: element.kind,
    word: single ? numberOf(words[0] ?? "") : -1,
    any: words === null,
    words: setOf((words ?? []).map(numberOf)),
    written: setOf(written.map(numberOf)),
    tags: setOf(tags),
    optional,
    most: element.kind === "gap" ? element.most : 0,
  };
}
