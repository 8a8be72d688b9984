/**
 * Kinds of words that phrases need, and which of them a sentence holds: each of
 * its words is looked at once, however many phrases ask.
 *
 * @module
 */
import type { SentenceWords } from "./match.ts";

/** Sets of words by number. */
export class WordKinds {
  readonly #kinds = new Map<readonly number[], number>();
  /** By the number of a word: the kinds it is one of. */
  readonly #byWord: (number[] | undefined)[] = [];
  /** By kind: the sentence that was marked last among those that held one. */
  readonly #marked: number[] = [];
  #sentence = 0;

  /** The kind of the words with these numbers, one for each list; `null` for `null`. */
  kindOf(numbers: readonly number[] | null): number | null {
    if (numbers === null) return null;
    let kind = this.#kinds.get(numbers);
    if (kind !== undefined) return kind;
    kind = this.#kinds.size;
    this.#kinds.set(numbers, kind);
    this.#marked.push(0);
    for (const number of numbers) (this.#byWord[number] ??= []).push(kind);
    return kind;
  }

  /** Marks the kinds that a sentence holds, in either form of its words. */
  mark(words: SentenceWords): void {
    this.#sentence++;
    for (let at = words.first; at < words.next; at++) {
      const normal = words.normal(at), lemma = words.lemma(at);
      this.#markOf(normal);
      if (lemma !== normal) this.#markOf(lemma);
    }
  }

  #markOf(number: number): void {
    const kinds = this.#byWord[number];
    if (kinds === undefined) return;
    for (let at = 0; at < kinds.length; at++) this.#marked[kinds[at] ?? 0] = this.#sentence;
  }

  /** Whether the sentence marked last holds one of a kind. */
  isMarked(kind: number): boolean {
    return this.#marked[kind] === this.#sentence;
  }

  /** Whether it holds one of each kind. */
  areMarked(kinds: readonly number[]): boolean {
    for (let at = 0; at < kinds.length; at++) if (!this.isMarked(kinds[at] ?? 0)) return false;
    return true;
  }
}
