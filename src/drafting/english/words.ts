/**
 * A stretch of the customer's text with its words, ready to be cut and turned
 * without losing how it was written.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";

/** A word of a phrase; offsets count from the start of the phrase's text. */
export interface Word {
  readonly lower: string;
  /** The token of the reading where one starts here: it knows the part of speech. */
  readonly token: Token | null;
  readonly start: number;
  readonly end: number;
}

/** A clause, a sentence or a line. */
export interface Phrase {
  readonly text: string;
  readonly words: readonly Word[];
}

// A word keeps what is inside it: can't, sign-in, 7.5, e-mail, 8x400, C++.
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_+#]|['’.,:/@-](?=[\p{L}\p{N}]))*/gu;

/** Reads a text into words. `tokens` are those of the text, `from` is where in their text it starts. */
export function phraseOf(text: string, tokens: readonly Token[] = [], from = 0): Phrase {
  return new ReadPhrase(text, tokens, from);
}

// A class: an object of its own with a getter takes ten times as long to make, and to ask.
class ReadPhrase implements Phrase {
  readonly text: string;
  readonly #tokens: readonly Token[];
  readonly #from: number;
  #words: readonly Word[] | undefined;

  constructor(text: string, tokens: readonly Token[], from: number) {
    this.text = text;
    this.#tokens = tokens;
    this.#from = from;
  }

  /** Not every draft asks for the words of every sentence. */
  get words(): readonly Word[] {
    return this.#words ??= wordsOf(this.text, this.#tokens, this.#from);
  }
}

function wordsOf(text: string, tokens: readonly Token[], from: number): readonly Word[] {
  let next = 0;
  const words: Word[] = [];
  const lower = text.toLowerCase().replaceAll("’", "'");
  // Not matchAll: it copies the pattern on every call.
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const start = match.index;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < from + start) next++;
    const token = tokens[next];
    words.push({
      // A few letters of other languages have more than one in lower case.
      lower: lower.length === text.length
        ? lower.slice(start, start + match[0].length)
        : match[0].toLowerCase().replaceAll("’", "'"),
      token: token?.start === from + start ? token : null,
      start,
      end: start + match[0].length,
    });
  }
  return words;
}

/** The universal part of speech of a word; "" where it is not known. */
export function posOf(word: Word | undefined): string {
  return word?.token?.pos ?? "";
}

/** Whether the tagger takes a word for a verb, helping ones among them. */
export function isVerb(word: Word | undefined): boolean {
  return isVerbTag(posOf(word));
}

/** Whether a universal part of speech is a verb's, helping ones among them. */
export function isVerbTag(pos: string | undefined): boolean {
  return pos === "VERB" || pos === "AUX";
}

/** The part of a phrase from word `from` up to, not including, word `to`, as written. */
export function part(phrase: Phrase, from: number, to = phrase.words.length): Phrase {
  const first = phrase.words[from];
  if (first === undefined || to <= from) return { text: "", words: [] };
  const last = phrase.words[Math.min(to, phrase.words.length) - 1] ?? first;
  // Opening marks belong to the first word, closing marks to the last.
  let start = first.start;
  while (start > 0 && OPENING.has(phrase.text[start - 1] ?? "")) start--;
  let end = last.end;
  while (end < phrase.text.length && CLOSING.has(phrase.text[end] ?? "")) end++;
  return {
    text: phrase.text.slice(start, end),
    words: phrase.words.slice(from, to).map((word) => ({
      lower: word.lower,
      token: word.token,
      start: word.start - start,
      end: word.end - start,
    })),
  };
}

/** What stands between word `index - 1` and word `index`. */
export function gapBefore(phrase: Phrase, index: number): string {
  const before = phrase.words[index - 1];
  const word = phrase.words[index];
  return phrase.text.slice(before?.end ?? 0, word?.start ?? phrase.text.length);
}

const OPENING = new Set([
  '"',
  "“",
  "„",
  "«",
  "'",
  "‘",
  "(",
  "[",
  "`",
  "#",
  "$",
  "€",
  "£",
  "-",
  "/",
  "+",
]);
const CLOSING = new Set(['"', "”", "“", "»", "’", "'", ")", "]", "`", "%", "°", "€"]);
