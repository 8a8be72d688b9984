/**
 * Finds all phrases of all rules in one pass over the words of a sentence:
 * phrases are filed under the words they can start with (their gate is
 * computed, never typed), so that most words cost one look.
 *
 * @module
 */
import { type Fit, fits, type SentenceWords, type Step } from "./match.ts";
import { type Element, parsePhrase } from "./notation.ts";
import type { PhraseText } from "./rule.ts";
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
  readonly steps: readonly Step[];
  /** Number of the one word that must come second; -1 where several may. */
  readonly second: number;
  /** Numbers of the words of which one must come second; `null` where that is not known. */
  readonly seconds: ReadonlySet<number> | null;
  /** Numbers of words of which the sentence must hold one of each kind, the fewest first. */
  readonly needs: readonly (readonly number[])[];
}

/** Rows filed for searching. */
export class RuleBook {
  /** By the number of a word: the phrases that start with it, wherever it stands. */
  readonly #byWord: (FiledPhrase[] | undefined)[] = [];
  /** The same for the first word of a sentence: those that want to stand there, too. */
  readonly #byFirstWord: (FiledPhrase[] | undefined)[] = [];
  /** Those of them that start with a part of speech. */
  readonly #byFirstTag: FiledPhrase[] = [];

  /** @throws {Error} When a phrase cannot be filed; the message says what it wants. */
  constructor(rows: readonly BookRow[]) {
    rows.forEach(({ any, unless = [] }, row) => {
      any.forEach((text, phrase) => this.#file(row, phrase, text));
      unless.forEach((text) => this.#file(row, -1, text));
    });
  }

  /** Everything found in a sentence, in order of its first word; of rows forbidden there, nothing. */
  search(words: SentenceWords): Found[] {
    const found: Found[] = [];
    const forbidden = new Set<number>();
    const tryAll = (phrases: readonly FiledPhrase[] | undefined, at: number) => {
      if (phrases === undefined) return;
      const normal = words.normal(at + 1), lemma = words.lemma(at + 1);
      for (const { row, phrase, steps, second, seconds, needs } of phrases) {
        // Most phrases end here.
        if (second >= 0 && second !== normal && second !== lemma) continue;
        if (seconds !== null && !seconds.has(normal) && !seconds.has(lemma)) continue;
        if (!words.holdsOneOfEach(needs)) continue;
        const fit = fits(words, steps, at);
        if (fit === null) continue;
        if (phrase < 0) forbidden.add(row);
        else if (!isFound(found, row, phrase, at)) found.push({ row, phrase, first: at, ...fit });
      }
    };
    tryAll(this.#byFirstTag, words.first);
    for (let at = words.first; at < words.next; at++) {
      const normal = words.normal(at), lemma = words.lemma(at);
      const filed = at === words.first ? this.#byFirstWord : this.#byWord;
      if (normal >= 0) tryAll(filed[normal], at);
      if (lemma >= 0 && lemma !== normal) tryAll(filed[lemma], at);
    }
    return forbidden.size === 0 ? found : found.filter(({ row }) => !forbidden.has(row));
  }

  /** Files a phrase under every word it can start with. */
  #file(row: number, phrase: number, text: PhraseText): void {
    const { elements, at_start } = parsePhrase(text);
    for (let from = 0; from < elements.length; from++) {
      const element = elements[from];
      if (element?.kind === "open") continue;
      const opened = elements[from - 1]?.kind === "open" ? from - 1 : from;
      const steps = elements.slice(opened).map(stepOf);
      const seconds = numbersNeeded(elements[from + 1]);
      const [second = -1, ...others] = seconds ?? [];
      const filed = {
        row,
        phrase,
        steps,
        second: others.length > 0 ? -1 : second,
        seconds: others.length > 0 ? seconds : null,
        needs: elements.slice(from + 1).flatMap((other) => {
          const numbers = numbersNeeded(other);
          return numbers === null ? [] : [[...numbers]];
        }).sort((a, b) => a.length - b.length),
      };
      if (element?.kind !== "word" || element.words === null) {
        throw new Error(`Cannot file rule phrase "${text}": want a word at its start`);
      }
      if (element.tags.length > 0) {
        if (!at_start) {
          throw new Error(`Cannot file rule phrase "${text}": want a word before its first tag`);
        }
        this.#byFirstTag.push(filed);
      }
      const starts = new Set([...element.words, ...element.written].map(numberOf));
      for (const word of starts) {
        (this.#byFirstWord[word] ??= []).push(filed);
        if (!at_start) (this.#byWord[word] ??= []).push(filed);
      }
      if (!element.optional) return;
    }
    throw new Error(`Cannot file rule phrase "${text}": want a part that is not optional`);
  }
}

/** A phrase that starts with either form of a word is filed under both. */
function isFound(found: readonly Found[], row: number, phrase: number, at: number): boolean {
  for (let back = found.length - 1; back >= 0 && found[back]?.first === at; back--) {
    if (found[back]?.row === row && found[back]?.phrase === phrase) return true;
  }
  return false;
}

/** Numbers of the words of which an element takes one; `null` where it takes others too, or none. */
function numbersNeeded(element: Element | undefined): ReadonlySet<number> | null {
  if (element?.kind !== "word" || element.optional || element.words === null) return null;
  if (element.tags.length > 0) return null;
  return new Set([...element.words, ...element.written].map(numberOf));
}

function stepOf(element: Element): Step {
  if (!("words" in element)) return element;
  const { kind, words, written, tags, optional } = element;
  const single = words?.length === 1 && written.length === 0 && tags.length === 0;
  return {
    kind,
    word: single ? numberOf(words[0] ?? "") : -1,
    any: words === null,
    words: new Set((words ?? []).map(numberOf)),
    written: new Set(written.map(numberOf)),
    tags: new Set(tags),
    optional,
  };
}
