/**
 * What is seen of a stretch of words before it is judged: the words at its
 * ends and around them, those inside, its length, its sentence. Every feature
 * belongs to one end, to one word or to the length, so that all stretches of a
 * sentence are scored from sums.
 *
 * @module
 */
import type { Document, Sentence, Token } from "../../triage/document.ts";
import type { Evidence } from "../../triage/judgement.ts";

/** Stretches are looked for in the sentences that are read, each up to so many words. */
export const SPAN_LIMITS = { sentences: 40, sentence_words: 80, span_words: 40 } as const;

/** Features of a sentence, by word. */
export interface SentenceFeatures {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Of a stretch that starts with the word; `null`: none can. */
  readonly starts: readonly (readonly string[] | null)[];
  /** Of one that ends with it. */
  readonly ends: readonly (readonly string[] | null)[];
  /** Of one that holds it. */
  readonly inside: readonly (readonly string[])[];
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const CLOSING = new Set([")", '"', "”", "'", "’", "%", "€", "$", "£", "]", "»"]);
const OPENING = new Set(["(", '"', "“", "„", "«", "[", "$", "€", "£"]);
const LENGTH_BUCKETS = [1, 2, 3, 5, 8, 12, 17, 24] as const;

/** Features of the sentences of a document. */
export function featuresOf(
  sentences: readonly Sentence[],
  evidence: readonly Evidence[],
): SentenceFeatures[] {
  const read = sentences.slice(0, SPAN_LIMITS.sentences);
  return read.map((sentence, at) => {
    const tokens = sentence.tokens.slice(0, SPAN_LIMITS.sentence_words);
    const place = placeOf(sentence, at, read.length, evidence);
    const firing = new Map(sentence.fired.map(({ rule, start }) => [start, rule]));
    return {
      sentence,
      tokens,
      starts: tokens.map((_, index) => startOf(tokens, index, place)),
      ends: tokens.map((_, index) => endOf(tokens, index)),
      inside: tokens.map((token) => insideOf(token, firing.get(token.start))),
    };
  });
}

/** The sentences of a document, all read. */
export function sentencesOf({ sentences }: Document): readonly Sentence[] {
  return sentences;
}

/** Name of the bucket that a length in words falls into. */
export function lengthFeature(words: number): string {
  return `L${LENGTH_BUCKETS.findLastIndex((least) => words >= least)}`;
}

function placeOf(
  { question, line_start, start, end }: Sentence,
  at: number,
  count: number,
  evidence: readonly Evidence[],
): string[] {
  let bug = 0, wish = 0;
  for (const span of evidence) {
    if (span.start < start || span.start >= end) continue;
    if (span.intent === "bug_report") bug += span.weight;
    if (span.intent === "feature_request") wish += span.weight;
  }
  return [
    `q${Math.min(at, 4)}`,
    ...(at === count - 1 ? ["qe"] : []),
    ...(question ? ["?"] : []),
    ...(line_start && at > 0 ? ["|"] : []),
    `b${bucket(bug)}`,
    `v${bucket(wish)}`,
  ];
}

function bucket(weight: number): number {
  return weight <= 0 ? 0 : weight < 0.4 ? 1 : weight < 1 ? 2 : weight < 2 ? 3 : 4;
}

function startOf(tokens: readonly Token[], at: number, place: readonly string[]): string[] | null {
  const token = tokens[at];
  if (token === undefined || !canStart(tokens, at)) return null;
  const before = tokens[at - 1], second = tokens[at + 1];
  const first = lemmaOf(token), left = lemmaOf(before);
  return [
    `s${first}`,
    `s2${first} ${lemmaOf(second)}`,
    `S${token.pos}`,
    `S2${token.pos} ${second?.pos ?? ""}`,
    `p${left}`,
    `p2${lemmaOf(tokens[at - 2])} ${left}`,
    `pS${left} ${token.pos}`,
    ...(at === 0 ? place : place.map((feature) => `i${feature}`)),
  ];
}

function endOf(tokens: readonly Token[], at: number): string[] | null {
  const token = tokens[at];
  if (token === undefined || !canEnd(tokens, at)) return null;
  const next = tokens[at + 1];
  const right = lemmaOf(next);
  return [
    `e${lemmaOf(token)}`,
    `E${token.pos}`,
    `n${right}`,
    `n2${right} ${lemmaOf(tokens[at + 2])}`,
    `N${next?.pos ?? ""}`,
  ];
}

function insideOf(token: Token, rule: string | undefined): string[] {
  const features = [`w${lemmaOf(token)}`, `W${token.pos}`];
  if (token.negated) features.push("w-");
  if (rule !== undefined) features.push(`r${rule.split("/", 2).join("/")}`);
  return features;
}

/** Dictionary form; numbers are all one, what is not there is a sign of its own. */
function lemmaOf(token: Token | undefined): string {
  if (token === undefined) return "";
  return /^\d/.test(token.lemma) ? "0" : token.lemma;
}

/** A stretch starts with a word or an opening mark, and never inside a short form. */
function canStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || isGlued(tokens[at - 1], token)) return false;
  return LETTER_OR_DIGIT.test(token.text) || OPENING.has(token.text);
}

function canEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at], next = tokens[at + 1];
  if (token === undefined || isGlued(token, next)) return false;
  return LETTER_OR_DIGIT.test(token.text) || CLOSING.has(token.text) && at > 0;
}

/** "can" and "n't": two words without a blank or a mark between. */
function isGlued(one: Token | undefined, other: Token | undefined): boolean {
  return one !== undefined && other !== undefined && one.end === other.start &&
    LETTER_OR_DIGIT.test(one.text.at(-1) ?? "") && /^[\p{L}\p{N}'’]/u.test(other.text);
}
