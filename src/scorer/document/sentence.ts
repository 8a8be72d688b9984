/**
 * A sentence of a text that was read. What is seldom asked for is worked out when asked:
 * whoever only scores a long text never builds its tokens.
 *
 * @module
 */
import type { Fired, Sentence, Token } from "../../triage/text/document.ts";
import type { Found } from "../../rules/rule_book.ts";
import { findRows, firedIn } from "../cues/find_rows.ts";
import type { WordList } from "../words/word_list.ts";

const QUESTION_TOKENS = 3;
const WH = new Set(["how", "what", "why", "where", "when", "which", "who", "whose", "whom"]);
const AUXILIARIES = new Set(
  ["is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should"]
    .concat(["may", "might", "must", "has", "have", "had", "am"]),
);
const ASKED = new Set(
  ["i", "you", "we", "it", "he", "she", "they", "there", "this", "that", "these", "those", "the"]
    .concat(["anyone", "anybody", "someone", "somebody", "my", "your", "any"]),
);

/** Tokens from `first` up to `next`. */
export class ReadSentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly line_start: boolean;
  readonly #words: WordList;
  readonly #first: number;
  readonly #next: number;
  #tokens: readonly Token[] | undefined;
  #question: boolean | undefined;
  #found: readonly Found[] | undefined;
  #fired: readonly Fired[] | undefined;

  /** @param lineStart Offset where the line's text starts, if the sentence starts it; else -1. */
  constructor(words: WordList, first: number, next: number, lineStart: number) {
    this.#words = words;
    this.#first = first;
    this.#next = next;
    this.line_start = lineStart >= 0;
    this.start = lineStart >= 0 ? lineStart : words.starts[first] ?? 0;
    this.end = words.ends[next - 1] ?? 0;
  }

  /** All that rules and cues find in it, looked for once. */
  get found(): readonly Found[] {
    return this.#found ??= findRows(this.#words, this.#first, this.#next);
  }

  get fired(): readonly Fired[] {
    return this.#fired ??= firedIn(this.#words, this.found);
  }

  get tokens(): readonly Token[] {
    return this.#tokens ??= this.#words.tokens(this.#first, this.#next);
  }

  /** By its mark, or by its form: "how do I …", "can you …". */
  get question(): boolean {
    return this.#question ??= !this.#isHeading() && this.#asks();
  }

  /** A form's heading asks nothing ("### Does it happen every time?"); the first line is the subject. */
  #isHeading(): boolean {
    if (!this.line_start || this.#first === 0) return false;
    const { text } = this.#words;
    return text.startsWith("##", this.start) || text.startsWith("**", this.start) ||
      text.startsWith("<summary", this.start);
  }

  #asks(): boolean {
    const words = this.#words;
    for (let at = Math.max(this.#first, this.#next - QUESTION_TOKENS); at < this.#next; at++) {
      if (words.word(at).asks) return true;
    }
    const opening = words.word(this.#first).normal;
    const second = this.#first + 1 < words.length ? words.word(this.#first + 1).normal : "";
    if (WH.has(opening)) return opening !== "when" || AUXILIARIES.has(second);
    return AUXILIARIES.has(opening) && (ASKED.has(second) || second === "not");
  }
}
