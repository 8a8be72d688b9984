/**
 * Which words of a message spoke for which intent, and how loud.
 *
 * @module
 */
import { type Intent, INTENTS } from "../triage/intent.ts";
import type { Evidence } from "../triage/judgement.ts";
import { CUE_NAMES } from "./cue_matcher.ts";
import type { Reading } from "./document.ts";
import { cueOfColumn, type Features, type FeatureSpace } from "./features.ts";
import type { LinearModel } from "./linear.ts";

/** Spans shown at most. */
const EVIDENCE_SPANS = 12;
/** A span that adds less than this to a logit says nothing. */
const LEAST_WEIGHT = 0.05;

interface Span {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  /** What it adds to each class's logit, above the average over the classes. */
  readonly additions: readonly number[];
}

/**
 * Finds the spans that spoke loudest, strongest first.
 *
 * @param factor What the logits are multiplied with before softmax.
 */
export function findEvidence(
  reading: Reading,
  features: Features,
  space: FeatureSpace,
  model: LinearModel,
  factor: number,
): Evidence[] {
  const perColumn = additionsOf(features, model, factor);
  const spans = [
    ...termSpans(features, perColumn, reading),
    ...cueSpans(features, space, perColumn),
  ];
  const found: Evidence[] = [];
  for (const { first, last, name, additions } of spans) {
    const { intent, weight } = strongest(additions);
    if (weight < LEAST_WEIGHT) continue;
    const start = reading.tokens[first]?.start ?? 0;
    const end = reading.tokens[last]?.end ?? start;
    found.push({ text: reading.text.slice(start, end), start, end, intent, weight, cue: name });
  }
  found.sort((a, b) => b.weight - a.weight || a.start - b.start || a.end - b.end);
  const kept: Evidence[] = [];
  for (const span of found) {
    if (kept.length === EVIDENCE_SPANS) break;
    if (!kept.some((other) => overlaps(span, other))) kept.push(span);
  }
  return kept;
}

function overlaps(a: Evidence, b: Evidence): boolean {
  return a.intent === b.intent && a.start < b.end && b.start < a.end;
}

/** What each column adds to each class's logit, above the average over the classes. */
function additionsOf(
  { columns, values }: Features,
  { weights, classes }: LinearModel,
  factor: number,
): Map<number, readonly number[]> {
  const count = classes.length;
  const additions = new Map<number, readonly number[]>();
  columns.forEach((column, at) => {
    const value = (values[at] ?? 0) * factor;
    const row = Array.from(
      weights.subarray(column * count, (column + 1) * count),
      (w) => w * value,
    );
    const mean = row.reduce((sum, part) => sum + part, 0) / count;
    additions.set(column, row.map((part) => part - mean));
  });
  return additions;
}

function* termSpans(
  { occurrences }: Features,
  perColumn: ReadonlyMap<number, readonly number[]>,
  { terms }: Reading,
): Iterable<Span> {
  const times = new Map<number, number>();
  for (const { column } of occurrences) times.set(column, (times.get(column) ?? 0) + 1);
  for (const { column, first, last } of occurrences) {
    const additions = (perColumn.get(column) ?? []).map((part) => part / (times.get(column) ?? 1));
    const name = first === last ? `word:${terms[first]}` : `words:${terms[first]} ${terms[last]}`;
    yield { first, last, name, additions };
  }
}

function* cueSpans(
  { matches }: Features,
  space: FeatureSpace,
  perColumn: ReadonlyMap<number, readonly number[]>,
): Iterable<Span> {
  const times = new Map<number, number>();
  for (const { cue } of matches) times.set(cue, (times.get(cue) ?? 0) + 1);
  const perCue = new Map<number, readonly number[]>();
  for (const [column, additions] of perColumn) {
    const cue = cueOfColumn(column - space.termCount);
    if (cue === null) continue;
    const sum = perCue.get(cue);
    perCue.set(
      cue,
      sum === undefined ? additions : sum.map((part, k) => part + (additions[k] ?? 0)),
    );
  }
  for (const { cue, first, last } of matches) {
    const additions = (perCue.get(cue) ?? []).map((part) => part / (times.get(cue) ?? 1));
    yield { first, last, name: CUE_NAMES[cue] ?? "", additions };
  }
}

/** The hidden classes in order: the last two, question and praise, are both inquiries. */
function strongest(additions: readonly number[]): { intent: Intent; weight: number } {
  let best = 0;
  for (let k = 1; k < additions.length; k++) {
    if ((additions[k] ?? 0) > (additions[best] ?? 0)) best = k;
  }
  return {
    intent: INTENTS[Math.min(best, INTENTS.length - 1)] ?? "general_inquiry",
    weight: additions[best] ?? 0,
  };
}
