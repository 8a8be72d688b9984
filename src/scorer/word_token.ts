/**
 * A token of a reading. What is seldom asked for is worked out when asked.
 *
 * @module
 */
import type { Token } from "../triage/document.ts";
import { wink, type Word } from "./wink.ts";

/** A word or a mark where it stands in a text. */
export class WordToken implements Token {
  /** The whole text. */
  readonly #source: string;
  #word: Word | null;
  readonly #pos: string | null;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;

  constructor(
    source: string,
    word: Word | null,
    pos: string | null,
    negated: boolean,
    start: number,
    end: number,
  ) {
    this.#source = source;
    this.#word = word;
    this.#pos = pos;
    this.negated = negated;
    this.start = start;
    this.end = end;
  }

  /** The word, looked up now where it was not before. */
  get word(): Word {
    return this.#word ??= wink().word(this.text.toLowerCase());
  }

  /** Universal part of speech: in its sentence where that was read deeply, else out of context. */
  get pos(): string {
    return this.#pos ?? this.word.pos;
  }

  /** As written. */
  get text(): string {
    return this.#source.slice(this.start, this.end);
  }

  /** Lower case, contractions spelt out. */
  get normal(): string {
    return this.word.kind ? this.text.toLowerCase() : this.word.normal;
  }

  /** Dictionary form. */
  get lemma(): string {
    return this.word.kind ? this.text.toLowerCase() : this.word.lemma;
  }

  /** What it counts as: its dictionary form, or a kind such as "xnum". */
  get term(): string {
    return this.word.lemma;
  }
}
