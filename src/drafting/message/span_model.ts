/**
 * Chooses stretches of a message by trained weights: the clause that fails,
 * what leads to it, what is wished for and why, what is asked. The weights are
 * those of the named features of span_features.ts.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { Intent } from "../../triage/domain/intent.ts";
import type { Evidence } from "../../triage/domain/judgement.ts";
import { lengthFeature } from "./span_features.ts";
import { SPAN_LIMITS, type SpanSentence, spanSentences } from "./span_sentence.ts";
import { SpanWeightTable } from "./span_weight_table.ts";
import stored from "./span_weights.json" with { type: "json" };

/** What a stretch of a message can be. */
export const SPAN_KINDS = ["fault", "trigger", "wish", "reason", "question"] as const;

/** What a stretch of a message is. */
export type SpanKind = typeof SPAN_KINDS[number];

/** A stretch of the message, in words and in offsets of the text. */
export interface Span {
  readonly sentence: Sentence;
  /** Its words: from the first to the last of the sentence's tokens. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Logits above "there is none". */
  readonly score: number;
}

/** Weights by feature, as trained. */
export const SPAN_WEIGHTS: Readonly<Record<SpanKind, Readonly<Record<string, number>>>> =
  stored.weights;

const TABLES = new Map(SPAN_KINDS.map((kind) => [kind, new SpanWeightTable(SPAN_WEIGHTS[kind])]));
const LENGTHS = new Map(SPAN_KINDS.map((kind) => [
  kind,
  Float64Array.from(
    { length: SPAN_LIMITS.span_words + 1 },
    (_, words) => SPAN_WEIGHTS[kind][lengthFeature(words)] ?? 0,
  ),
]));

/** Name of the feature "there is none" of a message of some type. */
export function noneFeature(intent: Intent): string {
  return `none ${intent}`;
}

/** A message ready to be searched for stretches. */
export class SpanReader {
  readonly #sentences: readonly Sentence[];
  readonly #evidence: readonly Evidence[];
  readonly #intent: Intent;
  #read: readonly SpanSentence[] | undefined;

  /** Reads nothing yet: not every draft asks. */
  constructor(sentences: readonly Sentence[], evidence: readonly Evidence[], intent: Intent) {
    this.#sentences = sentences;
    this.#evidence = evidence;
    this.#intent = intent;
  }

  /** The best stretch of a kind in each sentence, best first, at most `most`. */
  best(kind: SpanKind, most = 1): readonly Span[] {
    const table = TABLES.get(kind), lengths = LENGTHS.get(kind);
    if (table === undefined || lengths === undefined) return [];
    const none = SPAN_WEIGHTS[kind][noneFeature(this.#intent)] ?? 0;
    this.#read ??= spanSentences(this.#sentences, this.#evidence);
    return this.#read.flatMap((one) => bestIn(one, table, lengths, none) ?? [])
      .sort((one, other) => other.score - one.score).slice(0, most);
  }
}

/** While a sentence is searched: what its words weigh at the end of a stretch, and up to it. */
const ends = new Float64Array(SPAN_LIMITS.sentence_words);
const upTo = new Float64Array(SPAN_LIMITS.sentence_words + 1);

function bestIn(
  one: SpanSentence,
  table: SpanWeightTable,
  lengths: Float64Array,
  none: number,
): Span | null {
  const { sentence, tokens, can_start, can_end } = one;
  table.load(one);
  for (let at = 0; at < tokens.length; at++) {
    ends[at] = can_end[at] ? table.end(at) : -Infinity;
    upTo[at + 1] = (upTo[at] ?? 0) + table.inside(at);
  }
  let best = -Infinity, from = -1, to = -1;
  for (let first = 0; first < tokens.length; first++) {
    if (!can_start[first]) continue;
    const start = table.start(first) - (upTo[first] ?? 0);
    const most = Math.min(tokens.length, first + SPAN_LIMITS.span_words);
    for (let last = first; last < most; last++) {
      const score = start + (ends[last] ?? 0) + (upTo[last + 1] ?? 0) +
        (lengths[last - first + 1] ?? 0);
      if (score > best) {
        best = score;
        from = first;
        to = last;
      }
    }
  }
  if (from < 0) return null;
  const start = tokens[from]?.start ?? 0, end = tokens[to]?.end ?? start;
  return { sentence, first: from, last: to, start, end, score: best - none };
}
