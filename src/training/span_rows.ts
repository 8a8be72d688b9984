/**
 * Reads labelled stretches and fits the weights that choose them.
 *
 * @module
 */
import { z } from "zod";
import { endFeatures, insideFeatures, startFeatures } from "../drafting/message/span_features.ts";
import { noneFeature, SPAN_KINDS, type SpanKind } from "../drafting/message/span_model.ts";
import { type SpanSentence, spanSentences } from "../drafting/message/span_sentence.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import { asOwnWords } from "../triage/text/own_words.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { fitSpans, type LabelledSpan, type SentenceFeatures } from "./fit_spans.ts";

/** A message with its stretches, as a person marked them. */
export const spanRow = z.object({
  id: z.string(),
  text: z.string(),
  product: z.string(),
  type: z.enum(INTENTS),
  spans: z.array(z.object({
    start: z.number().int(),
    end: z.number().int(),
    kind: z.enum([...SPAN_KINDS, "noise"]),
  })),
});

/** A message with its stretches. */
export type SpanRow = z.infer<typeof spanRow>;

/** Chosen by five-fold cross-validation on fixtures/spans.jsonl: .6 and .3 were a little worse. */
const FIT = { least_messages: 4, penalty: 1.2, steps: 60 } as const;
/** Smaller weights are left out. */
const LEAST_WEIGHT = 0.1;
const DIGITS = 2;

/** Weights by kind and feature. */
export type StoredSpanWeights = Readonly<Record<SpanKind, Readonly<Record<string, number>>>>;

/** Fits the weights of all kinds. */
export function fitSpanWeights(rows: readonly SpanRow[], scorer: Scorer): StoredSpanWeights {
  const read = rows.map((row) => {
    const document = scorer.read(asOwnWords(row.text));
    const { evidence } = scorer.score(document);
    const read = spanSentences(document.sentences, evidence);
    return { row, read, sentences: read.map(featuresOf) };
  });
  const fitted = SPAN_KINDS.map((kind) => {
    const examples = read.map(({ row, read, sentences }) => ({
      sentences,
      spans: labelled(row, kind, read),
      none: noneFeature(row.type),
    }));
    const kept = [...fitSpans(examples, FIT)].filter(([, weight]) =>
      Math.abs(weight) >= LEAST_WEIGHT
    );
    return [
      kind,
      Object.fromEntries(
        kept.map(([feature, weight]) => [feature, Number(weight.toFixed(DIGITS))]),
      ),
    ] as const;
  });
  return Object.fromEntries(fitted) as StoredSpanWeights;
}

function featuresOf(sentence: SpanSentence): SentenceFeatures {
  const { tokens, can_start, can_end } = sentence;
  return {
    starts: tokens.map((_, at) => can_start[at] ? startFeatures(sentence, at) : null),
    ends: tokens.map((_, at) => can_end[at] ? endFeatures(sentence, at) : null),
    inside: tokens.map((_, at) => insideFeatures(sentence, at)),
  };
}

/** The marked stretches of a kind as words; one that no stretch of words fits is left out. */
function labelled(
  { spans }: SpanRow,
  kind: SpanKind,
  sentences: readonly SpanSentence[],
): LabelledSpan[] {
  return spans.filter((span) => span.kind === kind).flatMap(({ start, end }) => {
    const at = sentences.findIndex(({ sentence }) =>
      start >= sentence.start && start < sentence.end
    );
    const read = sentences[at];
    if (read === undefined) return [];
    const { tokens, can_start, can_end } = read;
    const first = tokens.findIndex((token) => token.start >= start);
    let last = tokens.findLastIndex((token) => token.end <= end);
    while (last >= first && !can_end[last]) last--;
    return first < 0 || last < first || !can_start[first] ? [] : [{ sentence: at, first, last }];
  });
}
