/**
 * Reads a text once; everything later works on this reading. Each word is read
 * by wink-nlp; whole sentences are where their context changes the reading:
 * where something is negated, wished for or asked. Of a long text the opening
 * and the close are preferred. (The model card has what this costs and saves.)
 *
 * @module
 */
import type { Document, Sentence } from "../triage/document.ts";
import { CONTEXT_WORDS } from "./phrase_patterns.ts";
import { type Scan, scan } from "./scan.ts";
import { type Phrase, type Wink, wink, type Word } from "./wink.ts";
import { WordToken } from "./word_token.ts";

/** A text read by the scorer, with what only the scorer needs. */
export interface Reading extends Document {
  readonly tokens: readonly WordToken[];
  /** Index of the first token of each sentence. */
  readonly firsts: readonly number[];
  /** Constructions found over parts of speech; indices of tokens. */
  readonly phrases: readonly Phrase[];
  /** Words that wink-nlp does not know, among all words that are neither marks nor kinds, in [0, 1]. */
  readonly unknown_share: number;
  /** Words that are neither marks nor kinds. */
  readonly word_count: number;
}

/** Tokens that wink-nlp reads as sentences at most: from the start, and from the end of a text. */
export const DEEP_TOKENS = { opening: 90, closing: 40 } as const;

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
/** Their dot does not end a sentence. */
const ABBREVIATIONS = new Set(["etc", "vs", "mr", "mrs", "dr", "approx", "incl", "resp", "ca"]);

/** Reads a text. Never throws, whatever the text. */
export function readDocument(text: string): Reading {
  const cut = scan(text);
  const reader = wink();
  const words = cut.words.map((word) => reader.word(word));
  const starts = findStarts(text, cut);
  const pos: string[] = [];
  const negated = new Uint8Array(words.length);
  const phrases = readDeeply(reader, words, starts, pos, negated);

  let wordCount = 0, unknown = 0;
  const tokens: WordToken[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    if (!word.kind && isLetter(word.normal.charCodeAt(0))) {
      wordCount++;
      if (!word.known) unknown++;
    }
    const start = cut.starts[at] ?? 0;
    const end = cut.ends[at] ?? start;
    tokens.push(new WordToken(text, word, pos[at] ?? word.pos, negated[at] === 1, start, end));
  }
  const firsts: number[] = [];
  return {
    text,
    sentences: cutSentences(cut, tokens, starts, firsts),
    tokens,
    firsts,
    phrases,
    word_count: wordCount,
    unknown_share: wordCount === 0 ? 0 : unknown / wordCount,
  };
}

/** Marks the first word of each sentence: lines start sentences, and marks end them. */
function findStarts(text: string, { words, starts: offsets, lines }: Scan): Uint8Array {
  const starts = new Uint8Array(words.length + 1);
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1];
    if (before === "." ? !ABBREVIATIONS.has(words[at - 2] ?? "") : isSentenceEnd(before)) {
      starts[at] = 1;
    } else if (before === "...") {
      const code = text.charCodeAt(offsets[at] ?? 0);
      if (code >= 65 && code <= 90) starts[at] = 1;
    }
  }
  for (const first of lines) starts[first] = 1;
  starts[words.length] = 1;
  return starts;
}

function isSentenceEnd(word: string | undefined): boolean {
  return word === "." || word === "?" || word === "!" || word === "??" || word === "!!";
}

/** Has wink-nlp read the sentences whose context matters; notes what it says of them. */
function readDeeply(
  reader: Wink,
  words: readonly Word[],
  starts: Uint8Array,
  pos: string[],
  negated: Uint8Array,
): Phrase[] {
  const indices = chooseDeep(words, starts);
  if (indices.length === 0) return [];
  const stop = reader.word(".");
  const fed: Word[] = [];
  const origins: number[] = [];
  for (let at = 0; at < indices.length; at++) {
    const index = indices[at] ?? 0;
    // Where a sentence has no mark at its end, a full stop keeps it apart from the next.
    if (at > 0 && starts[index] === 1 && !isSentenceEnd(fed[fed.length - 1]?.normal)) {
      fed.push(stop);
      origins.push(-1);
    }
    fed.push(words[index] ?? stop);
    origins.push(index);
  }
  const read = reader.annotate(fed);
  for (let at = 0; at < fed.length; at++) {
    const index = origins[at] ?? -1;
    if (index < 0) continue;
    pos[index] = read.pos[at] ?? "";
    if (read.negated[at]) negated[index] = 1;
  }
  for (const [first] of read.sentences) {
    const index = origins[first] ?? -1;
    if (index >= 0) starts[index] = 1;
  }
  const phrases: Phrase[] = [];
  for (const { name, first, last } of read.phrases) {
    const from = origins[first] ?? -1;
    const to = origins[last] ?? -1;
    if (from >= 0 && to >= from) phrases.push({ name, first: from, last: to });
  }
  return phrases;
}

/** Indices of the words in sentences that hold a context word, within {@linkcode DEEP_TOKENS}. */
function chooseDeep(words: readonly Word[], starts: Uint8Array): number[] {
  const count = words.length;
  const chosen: number[] = [];
  const budget = DEEP_TOKENS.opening + DEEP_TOKENS.closing;
  const long = count > budget;
  let left: number = long ? DEEP_TOKENS.opening : budget;
  let first = 0;
  for (; first < count && left > 0;) {
    const next = sentenceEnd(starts, first);
    if (needsContext(words, first, next)) left = take(chosen, first, next, left);
    first = next;
  }
  if (!long) return chosen;
  // The close: the last words, whole sentences only where they fit.
  let from = Math.max(first, count - DEEP_TOKENS.closing);
  while (from < count && starts[from] !== 1) from++;
  while (from < count) {
    const next = sentenceEnd(starts, from);
    if (needsContext(words, from, next)) take(chosen, from, next, DEEP_TOKENS.closing);
    from = next;
  }
  return chosen;
}

function sentenceEnd(starts: Uint8Array, first: number): number {
  let next = first + 1;
  while (starts[next] !== 1) next++;
  return next;
}

function needsContext(words: readonly Word[], first: number, next: number): boolean {
  for (let at = first; at < next; at++) {
    const followers = CONTEXT_WORDS.get(words[at]?.normal ?? "");
    if (followers === undefined) continue;
    if (followers === null || followers.has(words[at + 1]?.normal ?? "")) return true;
  }
  return false;
}

function take(chosen: number[], first: number, next: number, left: number): number {
  const end = Math.min(next, first + left);
  for (let at = first; at < end; at++) chosen.push(at);
  return left - (end - first);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code >= 0xc0;
}

function cutSentences(
  cut: Scan,
  tokens: WordToken[],
  starts: Uint8Array,
  firsts: number[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let line = 0;
  for (let first = 0; first < tokens.length;) {
    const next = sentenceEnd(starts, first);
    while (line < cut.lines.length - 1 && (cut.lines[line + 1] ?? 0) <= first) line++;
    const lineStart = cut.lines[line] === first;
    firsts.push(first);
    sentences.push({
      start: (lineStart ? cut.lineStarts[line] : tokens[first]?.start) ?? 0,
      end: tokens[next - 1]?.end ?? 0,
      tokens: tokens.slice(first, next),
      question: isQuestion(tokens, first, next),
      line_start: lineStart,
    });
    first = next;
  }
  return sentences;
}

/** By its mark, or by its form: "how do I …", "can you …". */
function isQuestion(tokens: WordToken[], first: number, next: number): boolean {
  for (let at = Math.max(first, next - QUESTION_TOKENS); at < next; at++) {
    if (tokens[at]?.term.charCodeAt(0) === 63) return true;
  }
  const opening = tokens[first]?.normal ?? "";
  const second = tokens[first + 1]?.normal ?? "";
  if (WH.has(opening)) return opening !== "when" || AUXILIARIES.has(second);
  return AUXILIARIES.has(opening) && (ASKED.has(second) || second === "not");
}
