/**
 * What spoke for a situation: phrases of rules, single terms, and where none of
 * them did the sentence by whose meaning it was told, by what each added to its
 * logit above the average of all.
 *
 * @module
 */
import type { SituationEvidence, SituationName } from "../../triage/domain/situation.ts";
import type { Reading } from "../document/document.ts";
import type { LinearModel } from "../model/linear.ts";
import { MEANING_LOUDNESS, type ReadMeaning } from "../model/meaning_net.ts";
import { ruleOfColumn, type Signs } from "./signs.ts";
import { FEATURE_LOUDNESS, type SituationModel, type SituationSpace } from "./situation_model.ts";
import type { FoundTerms } from "./situation_terms.ts";

/** Spans shown at most. */
const SPANS = 5;
/** A span that adds less than this says nothing. */
const LEAST_WEIGHT = 0.2;

interface Span {
  readonly first: number;
  readonly last: number;
  /** Of the rule that found it; `null`: its last word speaks for itself. */
  readonly cue: string | null;
  readonly weight: number;
}

/** The loudest spans for a situation, strongest first, none inside another. */
export function situationEvidence(
  reading: Reading,
  terms: FoundTerms,
  signs: Signs,
  meaning: ReadMeaning,
  name: SituationName,
  { model, meaning: net }: SituationModel,
  space: SituationSpace,
): SituationEvidence[] {
  const target = model.classes.indexOf(name);
  if (target < 0) return [];
  const averages = averagesOf(model);
  const weightOf = (column: number) =>
    (model.weights[column * model.classes.length + target] ?? 0) - (averages[column] ?? 0);
  const { words, text } = reading;
  const spans: Span[] = [];
  for (const { column, first, last } of signs.found) {
    const weight = weightOf(space.ofSign(column));
    if (weight < LEAST_WEIGHT) continue;
    spans.push({ first, last, cue: ruleOfColumn(column) ?? "", weight });
  }
  const { columns, values, occurrences } = terms;
  for (let at = 0; at < occurrences.length; at += 3) {
    const place = occurrences[at] ?? 0;
    const first = occurrences[at + 1] ?? 0, last = occurrences[at + 2] ?? first;
    const weight = weightOf(columns[place] ?? 0) * (values[place] ?? 0) * FEATURE_LOUDNESS.term;
    if (weight >= LEAST_WEIGHT) spans.push({ first, last, cue: null, weight });
  }
  const kept: Span[] = [];
  const sentence = loudestSentence(reading, meaning, net.output, target)
    .filter(({ weight }) => weight >= LEAST_WEIGHT);
  for (const span of [...spans.sort((a, b) => b.weight - a.weight), ...sentence]) {
    if (kept.length === SPANS) break;
    if (kept.every(({ first, last }) => span.last < first || last < span.first)) kept.push(span);
  }
  return kept.map(({ first, last, cue }) => {
    const start = words.starts[first] ?? 0, end = words.ends[last] ?? start;
    return {
      text: text.slice(start, end),
      start,
      end,
      cue: cue ?? `word:${words.word(last).lemma}`,
    };
  });
}

/** The sentence whose meaning added most. */
function loudestSentence(
  { firsts }: Reading,
  { units, loudest }: ReadMeaning,
  output: LinearModel,
  target: number,
): Span[] {
  const averages = averagesOf(output);
  const added = new Map<number, number>();
  loudest.forEach((sentence, unit) => {
    if (sentence < 0) return;
    const weight = output.weights[unit * output.classes.length + target] ?? 0;
    const value = (units[unit] ?? 0) * (weight - (averages[unit] ?? 0)) * MEANING_LOUDNESS;
    added.set(sentence, (added.get(sentence) ?? 0) + value);
  });
  return [...added].sort(([, one], [, other]) => other - one).slice(0, 1)
    .map(([sentence, weight]) => ({
      first: firsts[sentence] ?? 0,
      last: (firsts[sentence + 1] ?? 0) - 1,
      cue: "meaning",
      weight,
    }));
}

const known = new WeakMap<LinearModel, Float64Array>();

/** By column: the average of its weights for all classes, worked out once for a model. */
function averagesOf(model: LinearModel): Float64Array {
  const found = known.get(model);
  if (found !== undefined) return found;
  const { weights, classes: { length } } = model;
  const averages = new Float64Array(weights.length / length);
  for (let column = 0; column < averages.length; column++) {
    let sum = 0;
    for (let k = 0; k < length; k++) sum += weights[column * length + k] ?? 0;
    averages[column] = sum / length;
  }
  known.set(model, averages);
  return averages;
}
