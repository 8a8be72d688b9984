/**
 * Reads a text once; everything later works on this reading. Each word is read
 * by wink-nlp alone, once for ever, and in context where context matters.
 * (The model card has what reading less costs and saves.)
 *
 * @module
 */
import type { Document } from "../../triage/text/document.ts";
import type { OwnWords } from "../../triage/text/own_words.ts";
import { readInContext } from "../words/context_reading.ts";
import { declaredTypes } from "../cues/declared_type.ts";
import { type Scan, scan } from "../words/scan.ts";
import { ReadSentence } from "./sentence.ts";
import { type Phrase, wink } from "../words/wink.ts";
import { WordList } from "../words/word_list.ts";

/** Their dot does not end a sentence. */
const ABBREVIATIONS = new Set(["etc", "vs", "mr", "mrs", "dr", "approx", "incl", "resp", "ca"]);

/** A text read by the scorer, with what only the scorer needs. Indices count its words and marks. */
export interface Reading extends Document {
  readonly sentences: readonly ReadSentence[];
  readonly words: WordList;
  /** Index of the first word of each sentence, and after them the number of words. */
  readonly firsts: readonly number[];
  /** Constructions found over parts of speech, and declared types. */
  readonly phrases: readonly Phrase[];
  /** Words that wink-nlp does not know, among those looked up that are neither marks nor kinds, in [0, 1]. */
  readonly unknown_share: number;
  /** Words looked up that are neither marks nor kinds. */
  readonly word_count: number;
}

/** Reads a customer's words. Never throws, whatever the text. */
export function readDocument(own: OwnWords): Reading {
  const { text, asides } = own;
  const reader = wink();
  const cut = scan(text, reader.dictionary, asides);
  const begins = findBegins(text, cut);
  const context = readInContext(reader, cut.words, begins);
  let known = 0, unknown = 0;
  for (const word of cut.words) {
    if (word === null || !word.lettered) continue;
    if (word.known) known++;
    else unknown++;
  }
  const phrases = [...context.phrases, ...declaredTypes(text, asides, cut.words.length)];
  const words = new WordList(text, cut, context);
  const firsts = firstsOf(begins);
  return {
    text,
    own,
    sentences: cutSentences(words, firsts, cut),
    words,
    firsts,
    phrases,
    unknown_share: unknown === 0 ? 0 : unknown / (known + unknown),
    word_count: known + unknown,
  };
}

/** 1 for the first word of each sentence, and after the last: lines start sentences, marks end them. */
function findBegins(text: string, { words, starts, lines }: Scan): Uint8Array {
  const begins = new Uint8Array(words.length + 1);
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1];
    if (before === null || before === undefined || before.lettered) continue;
    if (isSentenceEnd(before.normal)) {
      if (before.normal !== "." || !ABBREVIATIONS.has(words[at - 2]?.normal ?? "")) begins[at] = 1;
    } else if (before.normal === "..." && isCapital(text.charCodeAt(starts[at] ?? 0))) {
      begins[at] = 1;
    }
  }
  for (const first of lines) begins[first] = 1;
  begins[words.length] = 1;
  return begins;
}

function firstsOf(begins: Uint8Array): number[] {
  const firsts: number[] = [];
  for (let at = begins.indexOf(1); at >= 0; at = begins.indexOf(1, at + 1)) firsts.push(at);
  return firsts;
}

function cutSentences(
  words: WordList,
  firsts: readonly number[],
  { lines, lineStarts }: Scan,
): ReadSentence[] {
  const sentences: ReadSentence[] = [];
  let line = 0;
  for (let at = 0; at + 1 < firsts.length; at++) {
    const first = firsts[at] ?? 0;
    while (line < lines.length && (lines[line] ?? 0) < first) line++;
    const lineStart = lines[line] === first ? lineStarts[line] ?? first : -1;
    sentences.push(new ReadSentence(words, first, firsts[at + 1] ?? first, lineStart));
  }
  return sentences;
}

function isSentenceEnd(word: string): boolean {
  return word === "." || word === "?" || word === "!" || word === "??" || word === "!!";
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}
