/**
 * A sentence as the span model sees it: its words by dictionary form and part
 * of speech, where a stretch can start and end, what rules fire, where in the
 * message it stands.
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/text/document.ts";
import type { Evidence } from "../../triage/domain/judgement.ts";

/** Stretches are looked for in the sentences that are read, each up to so many words. */
export const SPAN_LIMITS = { sentences: 40, sentence_words: 80, span_words: 40 } as const;

/** A sentence, read once for all kinds of stretches. */
export interface SpanSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Dictionary forms; every number is "0". */
  readonly lemmas: readonly string[];
  readonly tags: readonly string[];
  readonly negated: readonly boolean[];
  /** Group of the rule that fires from the word on, "" where none does. */
  readonly rules: readonly string[];
  readonly can_start: readonly boolean[];
  readonly can_end: readonly boolean[];
  /** Names of the features of its place. */
  readonly place: readonly string[];
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const CLOSING = new Set([")", '"', "”", "'", "’", "%", "€", "$", "£", "]", "»"]);
const OPENING = new Set(["(", '"', "“", "„", "«", "[", "$", "€", "£"]);
/** From the fifth sentence on, and from so much weight on, it makes no difference. */
const PLACES = 4;
const WEIGHT_STEPS = [0, 0.4, 1, 2] as const;

/** Reads the sentences that stretches are looked for in. */
export function spanSentences(
  sentences: readonly Sentence[],
  evidence: readonly Evidence[],
): SpanSentence[] {
  const read = sentences.slice(0, SPAN_LIMITS.sentences);
  return read.map((sentence, at) => {
    const tokens = sentence.tokens.slice(0, SPAN_LIMITS.sentence_words);
    const quoted = quotedAt(tokens);
    return {
      sentence,
      tokens,
      lemmas: tokens.map(lemmaOf),
      tags: tokens.map(({ pos }) => pos),
      negated: tokens.map(({ negated }) => negated),
      rules: rulesAt(sentence, tokens),
      can_start: tokens.map((_, index) => !quoted[index] && canStart(tokens, index)),
      can_end: tokens.map((_, index) => !quoted[index] && canEnd(tokens, index)),
      place: placeOf(sentence, at, read.length, evidence),
    };
  });
}

/** Of the tables that speak of stretches; what others find is no feature. */
const SPEAKING = new Set(["harm", "fault", "reach", "noise", "wish"]);
const groups = new Map<string, string>();

/** "harm/money" of "harm/money/lost"; "" of a table that does not speak of stretches. */
function groupOf(rule: string): string {
  let group = groups.get(rule);
  if (group === undefined) {
    const [table = "", name = ""] = rule.split("/", 2);
    groups.set(rule, group = SPEAKING.has(table) ? `${table}/${name}` : "");
  }
  return group;
}

function rulesAt({ fired }: Sentence, tokens: readonly Token[]): string[] {
  const groups = tokens.map(() => "");
  if (fired.length === 0) return groups;
  for (const { rule, start } of fired) {
    const group = groupOf(rule);
    if (group === "") continue;
    const at = tokens.findIndex((token) => token.start === start);
    if (at >= 0) groups[at] = group;
  }
  return groups;
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
  const place = [`q${Math.min(at, PLACES)}`, `b${step(bug)}`, `v${step(wish)}`];
  if (at === count - 1) place.push("qe");
  if (question) place.push("?");
  if (line_start && at > 0) place.push("|");
  return place;
}

function step(weight: number): number {
  return weight <= 0 ? 0 : WEIGHT_STEPS.findLastIndex((least) => weight >= least) + 1;
}

function lemmaOf({ lemma }: Token): string {
  const code = lemma.charCodeAt(0);
  return code >= 48 && code <= 57 ? "0" : lemma;
}

const QUOTES = new Map([['"', '"'], ["“", "”"], ["„", "“"], ["«", "»"]]);

/** Which words stand inside of quotation marks: no stretch cuts a quotation. */
function quotedAt(tokens: readonly Token[]): boolean[] {
  const quoted = tokens.map(() => false);
  for (let at = 0; at < tokens.length; at++) {
    const closing = QUOTES.get(tokens[at]?.text ?? "");
    if (closing === undefined) continue;
    let end = at + 1;
    while (end < tokens.length && tokens[end]?.text !== closing) end++;
    // Left open, or all of the sentence: cut where you like.
    if (end === tokens.length || at === 0 && end >= tokens.length - 2) continue;
    quoted.fill(true, at + 1, end);
    at = end;
  }
  return quoted;
}

/** A stretch starts with a word or an opening mark, and never inside a short form. */
function canStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || isGlued(before, token)) return false;
  // "version 9": a number belongs to what it counts.
  if (token.pos === "NUM" && (before?.pos === "NOUN" || before?.pos === "PROPN")) return false;
  return LETTER_OR_DIGIT.test(token.text) || OPENING.has(token.text);
}

function canEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || isGlued(token, tokens[at + 1])) return false;
  return LETTER_OR_DIGIT.test(token.text) || CLOSING.has(token.text) && at > 0;
}

/** "can" and "n't": two words without a blank or a mark between. */
function isGlued(one: Token | undefined, other: Token | undefined): boolean {
  return one !== undefined && other !== undefined && one.end === other.start &&
    LETTER_OR_DIGIT.test(one.text.at(-1) ?? "") && /^[\p{L}\p{N}'’]/u.test(other.text);
}
