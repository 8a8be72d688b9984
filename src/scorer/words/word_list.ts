/**
 * The words of a text, each where it stands. They lie in parallel arrays: who
 * only scores a text makes no object for each of its words.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import type { ContextReading } from "./context_reading.ts";
import type { Scan } from "./scan.ts";
import { wink } from "./wink.ts";
import type { Word } from "./word.ts";

/** Words and marks by their index; what is seldom asked for is worked out when asked. */
export class WordList {
  /** The whole text. */
  readonly text: string;
  readonly length: number;
  /** Offsets in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly #words: (Word | null)[];
  readonly #context: ContextReading;

  constructor(text: string, { words, starts, ends }: Scan, context: ContextReading) {
    this.text = text;
    this.length = words.length;
    this.starts = starts;
    this.ends = ends;
    this.#words = words;
    this.#context = context;
  }

  /** The word at an index, looked up now where it was not before. */
  word(at: number): Word {
    return this.#words[at] ?? this.#lookUp(at);
  }

  /** The word at an index as written. */
  textOf(at: number): string {
    return this.text.slice(this.starts[at], this.ends[at]);
  }

  /** Universal part of speech: in context where that was read, else the word's own. */
  pos(at: number): string {
    return this.#context.pos[at] ?? this.word(at).pos;
  }

  /** Whether a negation reaches the word. */
  isNegated(at: number): boolean {
    return this.#context.negated[at] === 1;
  }

  /** Tokens from `first` up to `next`. */
  tokens(first: number, next: number): Token[] {
    const tokens: Token[] = [];
    for (let at = first; at < next; at++) tokens.push(new ListedToken(this, at));
    return tokens;
  }

  #lookUp(at: number): Word {
    const { text, starts, ends } = this;
    return this.#words[at] = wink().dictionary.wordAt(text, starts[at] ?? 0, ends[at] ?? 0);
  }
}

class ListedToken implements Token {
  readonly #list: WordList;
  readonly #at: number;
  readonly start: number;
  readonly end: number;

  constructor(list: WordList, at: number) {
    this.#list = list;
    this.#at = at;
    this.start = list.starts[at] ?? 0;
    this.end = list.ends[at] ?? this.start;
  }

  get text(): string {
    return this.#list.textOf(this.#at);
  }

  get normal(): string {
    const word = this.#list.word(this.#at);
    return word.kind ? this.text.toLowerCase() : word.normal;
  }

  get lemma(): string {
    const word = this.#list.word(this.#at);
    return word.kind ? this.text.toLowerCase() : word.lemma;
  }

  get pos(): string {
    return this.#list.pos(this.#at);
  }

  get negated(): boolean {
    return this.#list.isNegated(this.#at);
  }
}
