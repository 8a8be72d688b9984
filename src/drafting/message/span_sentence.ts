/**
 * A sentence as the span model sees it: its words by dictionary form and part
 * of speech, where a stretch can start and end, what rules fire, where in the
 * message it stands.
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/text/document.ts";
import type { Evidence } from "../../triage/domain/judgement.ts";
import { holdsWord } from "./holds_word.ts";

/** Stretches are looked for in the sentences that are read, each up to so many words. */
export const SPAN_LIMITS = { sentences: 40, sentence_words: 80, span_words: 40 } as const;

/** A sentence, read once for all kinds of stretches. */
export interface SpanSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Dictionary forms; every number is "0". */
  readonly lemmas: readonly string[];
  readonly tags: readonly string[];
  readonly tag_numbers: readonly number[];
  readonly negated: readonly boolean[];
  /** Group of the rule that fires from the word on, "" where none does. */
  readonly rules: readonly string[];
  readonly can_start: readonly boolean[];
  readonly can_end: readonly boolean[];
  /** Names of the features of its place. */
  readonly place: readonly string[];
}

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
    const tags = tokens.map(({ pos }) => pos);
    return {
      sentence,
      tokens,
      lemmas: tokens.map(lemmaOf),
      tags,
      tag_numbers: tags.map(tagNumber),
      negated: tokens.map(({ negated }) => negated),
      rules: rulesAt(sentence, tokens),
      ...edgesOf(tokens, tags),
      place: placeOf(sentence, at, read.length, evidence),
    };
  });
}

/** Universal parts of speech, and none. */
const TAGS = [
  "",
  ..."ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split(
    " ",
  ),
];
const TAG_NUMBERS = new Map(TAGS.map((tag, number) => [tag, number]));
/** How many parts of speech there are, with none. */
export const TAG_COUNT = TAGS.length;

/** The number of a part of speech. */
export function tagNumber(tag: string): number {
  return TAG_NUMBERS.get(tag) ?? 0;
}

/** Of the tables that speak of stretches; what others find is no feature. */
const SPEAKING = new Set(["harm", "fault", "reach", "noise", "wish"]);
const groups = new Map<string, string>();

/** "harm/money" of "harm/money/lost"; "" of a table that does not speak of stretches. */
export function ruleGroup(rule: string): string {
  let group = groups.get(rule);
  if (group === undefined) {
    const [table = "", name = ""] = rule.split("/", 2);
    // What a rule proposes is a candidate, no feature of one.
    const speaks = SPEAKING.has(table) && !rule.startsWith("wish/told/");
    groups.set(rule, group = speaks ? `${table}/${name}` : "");
  }
  return group;
}

function rulesAt({ fired }: Sentence, tokens: readonly Token[]): string[] {
  const groups = tokens.map(() => "");
  if (fired.length === 0) return groups;
  for (const { rule, start } of fired) {
    const group = ruleGroup(rule);
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

/** Where a stretch can start and end: at words and marks that open or close, inside of no quotation. */
function edgesOf(
  tokens: readonly Token[],
  tags: readonly string[],
): { can_start: boolean[]; can_end: boolean[] } {
  // As written, once: it is cut from the message on every look.
  const texts = tokens.map(({ text }) => text), words = texts.map(holdsWord);
  const can_start = tokens.map(() => false), can_end = tokens.map(() => false);
  for (let at = 0; at < tokens.length; at++) {
    const text = texts[at] ?? "", word = words[at] ?? false;
    can_end[at] = (word || CLOSING.has(text) && at > 0) && !isGlued(tokens, texts, words, at + 1);
    // "version 9": a number belongs to what it counts.
    const counts = tags[at] === "NUM" && (tags[at - 1] === "NOUN" || tags[at - 1] === "PROPN");
    can_start[at] = (word || OPENING.has(text)) && !counts && !isGlued(tokens, texts, words, at);
  }
  for (const [from, to] of quotations(texts)) {
    can_start.fill(false, from, to);
    can_end.fill(false, from, to);
  }
  return { can_start, can_end };
}

/** What stands inside of quotation marks: no stretch cuts a quotation. */
function quotations(texts: readonly string[]): (readonly [from: number, to: number])[] {
  const found: (readonly [from: number, to: number])[] = [];
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? "";
    const closing = text.length === 1 ? QUOTES.get(text) : undefined;
    if (closing === undefined) continue;
    const end = texts.indexOf(closing, at + 1);
    // Left open, or all of the sentence: cut where you like.
    if (end < 0 || at === 0 && end >= texts.length - 2) continue;
    found.push([at + 1, end]);
    at = end;
  }
  return found;
}

/** Whether a word hangs on the one before it without a blank or a mark: "can" and "n't". */
function isGlued(
  tokens: readonly Token[],
  texts: readonly string[],
  words: readonly boolean[],
  at: number,
): boolean {
  const before = tokens[at - 1], token = tokens[at];
  return before !== undefined && token !== undefined && before.end === token.start &&
    (words[at - 1] ?? false) && holdsWord(texts[at - 1]?.at(-1) ?? "") &&
    GLUED.test(texts[at] ?? "");
}

const GLUED = /^[\p{L}\p{N}'’]/u;
