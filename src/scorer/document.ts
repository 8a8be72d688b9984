/**
 * Reads a text once; everything later works on this reading. Each word is read
 * by wink-nlp alone, once for ever, and in context where context matters.
 * (The model card has what reading less costs and saves.)
 *
 * @module
 */
import type { Document, Sentence } from "../triage/document.ts";
import { readInContext } from "./context_reading.ts";
import { declaredTypes } from "./declared_type.ts";
import { type Scan, scan } from "./scan.ts";
import { type Phrase, wink } from "./wink.ts";
import { WordToken } from "./word_token.ts";

/** A text read by the scorer, with what only the scorer needs. */
export interface Reading extends Document {
  readonly tokens: readonly WordToken[];
  /** Index of the first token of each sentence. */
  readonly firsts: readonly number[];
  /** Constructions found over parts of speech, and declared types; indices of tokens. */
  readonly phrases: readonly Phrase[];
  /** Words that wink-nlp does not know, among those looked up that are neither marks nor kinds, in [0, 1]. */
  readonly unknown_share: number;
  /** Words that are neither marks nor kinds. */
  readonly word_count: number;
}

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
  const reader = wink();
  const cut = scan(text, reader.word);
  const { words } = cut;
  const starts = findStarts(text, cut);
  const { pos, negated, phrases } = readInContext(reader, words, starts);

  let wordCount = 0, unknown = 0;
  const tokens: WordToken[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? null;
    if (word !== null && !word.kind && isLetter(word.normal.charCodeAt(0))) {
      wordCount++;
      if (!word.known) unknown++;
    }
    const start = cut.starts[at] ?? 0;
    const end = cut.ends[at] ?? start;
    tokens.push(new WordToken(text, word, pos[at] ?? null, negated[at] === 1, start, end));
  }
  const firsts: number[] = [];
  return {
    text,
    sentences: cutSentences(text, cut, tokens, starts, firsts),
    tokens,
    firsts,
    phrases: [...phrases, ...declaredTypes(text, words, cut.lines)],
    word_count: wordCount,
    unknown_share: wordCount === 0 ? 0 : unknown / wordCount,
  };
}

/** Marks the first word of each sentence: lines start sentences, and marks end them. */
function findStarts(text: string, { words, starts: offsets, lines }: Scan): Uint8Array {
  const starts = new Uint8Array(words.length + 1);
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1]?.normal;
    if (before === "." ? !ABBREVIATIONS.has(words[at - 2]?.normal ?? "") : isSentenceEnd(before)) {
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
  if (word === undefined || word.length > 2) return false;
  return word === "." || word === "?" || word === "!" || word === "??" || word === "!!";
}

function sentenceEnd(starts: Uint8Array, first: number): number {
  let next = first + 1;
  while (starts[next] !== 1) next++;
  return next;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code >= 0xc0;
}

function cutSentences(
  text: string,
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
      question: !(lineStart && isHeading(text, cut.lineStarts[line] ?? 0, line)) &&
        isQuestion(tokens, first, next),
      line_start: lineStart,
    });
    first = next;
  }
  return sentences;
}

/** A form's heading asks nothing ("### Does it happen every time?"); the first line is the subject. */
function isHeading(text: string, start: number, line: number): boolean {
  if (line === 0) return false;
  return text.startsWith("##", start) || text.startsWith("**", start) ||
    text.startsWith("<summary", start);
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
