/**
 * Chooses stretches of a message by trained weights: the clause that fails,
 * what leads to it, what is wished for and why, what is asked. The weights are
 * those of named features (span_features.ts); here they are filed by word, so
 * that a word costs one look.
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/document.ts";
import type { Intent } from "../../triage/intent.ts";
import type { Evidence } from "../../triage/judgement.ts";
import { featuresOf, lengthFeature, type SentenceFeatures, SPAN_LIMITS } from "./span_features.ts";
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

const WEIGHTS = new Map(
  SPAN_KINDS.map((kind) =>
    [
      kind,
      new Map<string, number>(Object.entries(stored.weights[kind] as Record<string, number>)),
    ] as const
  ),
);
const LENGTHS = new Map(SPAN_KINDS.map((kind) => [
  kind,
  Array.from(
    { length: SPAN_LIMITS.span_words + 1 },
    (_, words) => WEIGHTS.get(kind)?.get(lengthFeature(words)) ?? 0,
  ),
]));

/** Name of the feature "there is none" of a message of some type. */
export function noneFeature(intent: Intent): string {
  return `none ${intent}`;
}

/** A message ready to be searched for stretches. */
export class SpanReader {
  readonly #sentences: readonly SentenceFeatures[];
  readonly #intent: Intent;

  constructor(sentences: readonly Sentence[], evidence: readonly Evidence[], intent: Intent) {
    this.#sentences = featuresOf(sentences, evidence);
    this.#intent = intent;
  }

  /** The best stretches of a kind, best first, at most `most`, none inside or across another. */
  best(kind: SpanKind, most = 1): Span[] {
    const weights = WEIGHTS.get(kind) ?? new Map<string, number>();
    const lengths = LENGTHS.get(kind) ?? [];
    const none = weights.get(noneFeature(this.#intent)) ?? 0;
    const all = this.#sentences.flatMap((one) => spansOf(one, weights, lengths, none));
    all.sort((one, other) => other.score - one.score);
    const chosen: Span[] = [];
    for (const span of all) {
      if (chosen.length === most) break;
      if (!chosen.some(({ start, end }) => span.start < end && start < span.end)) chosen.push(span);
    }
    return chosen;
  }
}

function spansOf(
  { sentence, tokens, starts, ends, inside }: SentenceFeatures,
  weights: ReadonlyMap<string, number>,
  lengths: readonly number[],
  none: number,
): Span[] {
  const sum = (features: readonly string[]) => {
    let total = 0;
    for (const feature of features) total += weights.get(feature) ?? 0;
    return total;
  };
  const upTo = new Float64Array(tokens.length + 1);
  inside.forEach((features, at) => upTo[at + 1] = (upTo[at] ?? 0) + sum(features));
  const closings = ends.map((features) => features && sum(features));
  const spans: Span[] = [];
  starts.forEach((features, first) => {
    if (features === null) return;
    const opening = sum(features);
    for (let last = first; last < Math.min(tokens.length, first + SPAN_LIMITS.span_words); last++) {
      const closing = closings[last];
      if (closing === null || closing === undefined) continue;
      const score = opening + closing + (upTo[last + 1] ?? 0) - (upTo[first] ?? 0) +
        (lengths[last - first + 1] ?? 0) - none;
      spans.push({ sentence, first, last, ...offsets(tokens, first, last), score });
    }
  });
  return spans;
}

function offsets(tokens: readonly Token[], first: number, last: number) {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
