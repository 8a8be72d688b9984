/**
 * Fits what chooses stretches of a message: for each kind a linear model over
 * all stretches of all sentences and "there is none", by the likelihood of the
 * labelled ones, with an L2 penalty.
 *
 * @module
 */
import { lengthFeature } from "../drafting/message/span_features.ts";
import { SPAN_LIMITS } from "../drafting/message/span_sentence.ts";
import { minimize } from "./lbfgs.ts";

/** Names of features of a sentence, by word; `null` where no stretch can start or end. */
export interface SentenceFeatures {
  readonly starts: readonly (readonly string[] | null)[];
  readonly ends: readonly (readonly string[] | null)[];
  readonly inside: readonly (readonly string[])[];
}

/** A labelled stretch: words `first` to `last` of a sentence. */
export interface LabelledSpan {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
}

/** A message for one kind: its features, and the stretches of the kind; none: there is none. */
export interface SpanExample {
  readonly sentences: readonly SentenceFeatures[];
  readonly spans: readonly LabelledSpan[];
  /** Feature of "there is none": the type of the message. */
  readonly none: string;
}

/** Settings of {@linkcode fitSpans}. */
export interface FitSpansOptions {
  /** A feature counts from so many messages on. */
  readonly least_messages: number;
  readonly penalty: number;
  readonly steps: number;
}

/** Weights by feature. */
export type SpanWeights = ReadonlyMap<string, number>;

interface Packed {
  readonly starts: readonly (Int32Array | null)[];
  readonly ends: readonly (Int32Array | null)[];
  readonly inside: readonly Int32Array[];
}

interface PackedExample {
  readonly sentences: readonly Packed[];
  readonly spans: readonly LabelledSpan[];
  readonly none: number;
}

/** Fits the weights of one kind; the same examples give the same weights to the last bit. */
export function fitSpans(examples: readonly SpanExample[], options: FitSpansOptions): SpanWeights {
  const names = featureNames(examples, options.least_messages);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const lengths = Int32Array.from(
    { length: SPAN_LIMITS.span_words + 1 },
    (_, words) => numbers.get(lengthFeature(words)) ?? -1,
  );
  const packed = examples.map((example) => pack(example, numbers));
  const point = minimize(
    (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const example of packed) loss += likelihood(example, lengths, weights, gradient);
      for (let at = 0; at < weights.length; at++) {
        const weight = weights[at] ?? 0;
        loss += 0.5 * options.penalty * weight * weight;
        gradient[at] = (gradient[at] ?? 0) + options.penalty * weight;
      }
      return loss;
    },
    new Float64Array(names.length),
    { steps: options.steps },
  );
  return new Map(names.map((name, at) => [name, point[at] ?? 0]));
}

function featureNames(examples: readonly SpanExample[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const { sentences, none } of examples) {
    const seen = new Set<string>([none]);
    for (const { starts, ends, inside } of sentences) {
      for (const features of [...starts, ...ends, ...inside]) {
        for (const feature of features ?? []) seen.add(feature);
      }
    }
    for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const lengths = Array.from({ length: SPAN_LIMITS.span_words }, (_, at) => lengthFeature(at + 1));
  const names = [...counts].filter(([, count]) => count >= least).map(([name]) => name);
  return [...new Set([...names, ...lengths])].sort();
}

function pack(
  { sentences, spans, none }: SpanExample,
  numbers: ReadonlyMap<string, number>,
): PackedExample {
  const numbered = (features: readonly string[]) =>
    Int32Array.from(features.flatMap((feature) => numbers.get(feature) ?? []));
  return {
    sentences: sentences.map(({ starts, ends, inside }) => ({
      starts: starts.map((features) => features && numbered(features)),
      ends: ends.map((features) => features && numbered(features)),
      inside: inside.map(numbered),
    })),
    spans,
    none: numbers.get(none) ?? -1,
  };
}

/** Loss of one message; its gradient is added. */
function likelihood(
  { sentences, spans, none }: PackedExample,
  lengths: Int32Array,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const sum = (features: Int32Array) => {
    let total = 0;
    for (const feature of features) total += weights[feature] ?? 0;
    return total;
  };
  const sums = sentences.map(({ starts, ends, inside }) => {
    const upTo = new Float64Array(inside.length + 1);
    inside.forEach((features, at) => upTo[at + 1] = (upTo[at] ?? 0) + sum(features));
    return {
      starts: starts.map((features) => features && sum(features)),
      ends: ends.map((features) => features && sum(features)),
      upTo,
    };
  });
  const scored: { sentence: number; first: number; last: number; score: number }[] = [];
  sums.forEach(({ starts, ends, upTo }, sentence) => {
    for (let first = 0; first < starts.length; first++) {
      const start = starts[first];
      if (start === null || start === undefined) continue;
      const most = Math.min(ends.length, first + SPAN_LIMITS.span_words);
      for (let last = first; last < most; last++) {
        const end = ends[last];
        if (end === null || end === undefined) continue;
        const length = weights[lengths[last - first + 1] ?? -1] ?? 0;
        const score = start + end + (upTo[last + 1] ?? 0) - (upTo[first] ?? 0) + length;
        scored.push({ sentence, first, last, score });
      }
    }
  });
  const nothing = none < 0 ? 0 : weights[none] ?? 0;
  let highest = nothing;
  for (const { score } of scored) highest = Math.max(highest, score);
  let all = Math.exp(nothing - highest), right = spans.length === 0 ? all : 0;
  const isRight = (one: LabelledSpan) =>
    spans.some(({ sentence, first, last }) =>
      sentence === one.sentence && first === one.first && last === one.last
    );
  const wanted = new Set(scored.filter(isRight));
  for (const one of scored) {
    const value = Math.exp(one.score - highest);
    all += value;
    if (wanted.has(one)) right += value;
  }
  if (right === 0) return 0;
  if (none >= 0) {
    const share = Math.exp(nothing - highest);
    gradient[none] = (gradient[none] ?? 0) + share / all - (spans.length === 0 ? share / right : 0);
  }
  // What each end and each word gets of the probability that is too much or too little.
  const errors = sentences.map(({ inside }) => ({
    starts: new Float64Array(inside.length),
    ends: new Float64Array(inside.length),
    inside: new Float64Array(inside.length + 1),
  }));
  for (const one of scored) {
    const value = Math.exp(one.score - highest);
    const error = value / all - (wanted.has(one) ? value / right : 0);
    if (Math.abs(error) < 1e-9) continue;
    const at = errors[one.sentence];
    if (at === undefined) continue;
    at.starts[one.first] = (at.starts[one.first] ?? 0) + error;
    at.ends[one.last] = (at.ends[one.last] ?? 0) + error;
    at.inside[one.first] = (at.inside[one.first] ?? 0) + error;
    at.inside[one.last + 1] = (at.inside[one.last + 1] ?? 0) - error;
    const length = lengths[one.last - one.first + 1] ?? -1;
    if (length >= 0) gradient[length] = (gradient[length] ?? 0) + error;
  }
  sentences.forEach(({ starts, ends, inside }, sentence) => {
    const at = errors[sentence];
    if (at === undefined) return;
    let running = 0;
    inside.forEach((features, word) => {
      running += at.inside[word] ?? 0;
      add(starts[word], at.starts[word] ?? 0);
      add(ends[word], at.ends[word] ?? 0);
      add(features, running);
    });
  });
  function add(features: Int32Array | null | undefined, error: number) {
    if (!features || error === 0) return;
    for (const feature of features) gradient[feature] = (gradient[feature] ?? 0) + error;
  }
  return -Math.log(right / all);
}
