/**
 * Which words of a message spoke for which intent, and how loud.
 *
 * @module
 */
import { type Intent, INTENTS } from "../../triage/domain/intent.ts";
import type { Evidence } from "../../triage/domain/judgement.ts";
import { cueOfColumn } from "./cue_features.ts";
import { CUE_NAMES } from "../document/cue_matcher.ts";
import type { Reading } from "../document/document.ts";
import type { Features, FeatureSpace } from "./features.ts";
import type { LinearModel } from "./linear.ts";
import type { WordList } from "../words/word_list.ts";

/** Spans shown at most. */
const EVIDENCE_SPANS = 12;
/** A span that adds less than this to a logit says nothing. */
const LEAST_WEIGHT = 0.1;

/** A span before it is written out. */
interface Candidate {
  readonly first: number;
  readonly last: number;
  /** Number of the cue; -1 for a term. */
  readonly cue: number;
  readonly voice: Voice;
  readonly weight: number;
}

/** What a feature says: the class it adds most to, and how much above the average. */
interface Voice {
  readonly intent: Intent;
  readonly weight: number;
  times: number;
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
  const candidates: Candidate[] = [];
  addTerms(candidates, features, model, factor);
  addCues(candidates, features, space, model, factor);
  return loudest(candidates).map(({ first, last, cue, voice, weight }) => {
    const start = reading.words.starts[first] ?? 0;
    const end = reading.words.ends[last] ?? start;
    return {
      text: reading.text.slice(start, end),
      start,
      end,
      intent: voice.intent,
      weight,
      cue: cue >= 0 ? CUE_NAMES[cue] ?? "" : nameOfTerm(reading.words, first, last),
    };
  });
}

function nameOfTerm(words: WordList, first: number, last: number): string {
  const { lemma } = words.word(first);
  return first === last ? `word:${lemma}` : `words:${lemma} ${words.word(last).lemma}`;
}

function addTerms(
  candidates: Candidate[],
  { columns, values, occurrences, term_features }: Features,
  model: LinearModel,
  factor: number,
): void {
  const voices: (Voice | null)[] = [];
  for (let at = 0; at < term_features; at++) {
    voices.push(voiceOf(columns, values, at, at + 1, model, factor));
  }
  for (let at = 0; at < occurrences.length; at += 3) {
    const voice = voices[occurrences[at] ?? 0];
    if (voice) voice.times++;
  }
  for (let at = 0; at < occurrences.length; at += 3) {
    const voice = voices[occurrences[at] ?? 0];
    const weight = voice ? voice.weight / voice.times : 0;
    if (!voice || weight < LEAST_WEIGHT) continue;
    const first = occurrences[at + 1] ?? 0;
    candidates.push({ first, last: occurrences[at + 2] ?? first, cue: -1, voice, weight });
  }
}

function addCues(
  candidates: Candidate[],
  { columns, values, matches, term_features }: Features,
  { termCount }: FeatureSpace,
  model: LinearModel,
  factor: number,
): void {
  const voices: (Voice | null)[] = [];
  for (let at = term_features; at < columns.length;) {
    // The columns of one cue stand together.
    const cue = cueOfColumn((columns[at] ?? 0) - termCount);
    let next = at + 1;
    while (next < columns.length && cueOfColumn((columns[next] ?? 0) - termCount) === cue) next++;
    if (cue !== null) voices[cue] = voiceOf(columns, values, at, next, model, factor);
    at = next;
  }
  for (const { cue } of matches) {
    const voice = voices[cue];
    if (voice) voice.times++;
  }
  for (const { cue, first, last } of matches) {
    const voice = voices[cue];
    const weight = voice ? voice.weight / voice.times : 0;
    if (voice && weight >= LEAST_WEIGHT) candidates.push({ first, last, cue, voice, weight });
  }
}

/** What the features from `from` up to `to` say together; `null`: nothing loud enough. */
function voiceOf(
  columns: readonly number[],
  values: readonly number[],
  from: number,
  to: number,
  { weights, classes }: LinearModel,
  factor: number,
): Voice | null {
  const count = classes.length;
  let best = 0, most = -Infinity, sum = 0;
  const row = (columns[from] ?? 0) * count;
  const value = values[from] ?? 0;
  for (let k = 0; k < count; k++) {
    let addition = (weights[row + k] ?? 0) * value * factor;
    for (let at = from + 1; at < to; at++) {
      addition += (weights[(columns[at] ?? 0) * count + k] ?? 0) * (values[at] ?? 0) * factor;
    }
    sum += addition;
    if (addition > most) {
      best = k;
      most = addition;
    }
  }
  const weight = most - sum / count;
  if (weight < LEAST_WEIGHT) return null;
  // The last two of the hidden classes, question and praise, are both inquiries.
  const intent = INTENTS[Math.min(best, INTENTS.length - 1)] ?? "general_inquiry";
  return { intent, weight, times: 0 };
}

/** Takes the loudest candidate again and again, dropping what overlaps it and says the same. */
function loudest(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  let left = candidates.length;
  while (kept.length < EVIDENCE_SPANS && left > 0) {
    let best = candidates[0];
    for (let at = 1; at < left; at++) {
      const candidate = candidates[at];
      if (candidate !== undefined && candidate.weight > (best?.weight ?? 0)) best = candidate;
    }
    if (best === undefined) break;
    kept.push(best);
    let stay = 0;
    for (let at = 0; at < left; at++) {
      const candidate = candidates[at];
      if (candidate !== undefined && !overlaps(candidate, best)) candidates[stay++] = candidate;
    }
    left = stay;
  }
  return kept;
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.first <= b.last && b.first <= a.last && a.voice.intent === b.voice.intent;
}
