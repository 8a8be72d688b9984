/**
 * Fits the intent model for long texts: the one for all texts, corrected by an
 * expert that was fitted on long texts only.
 *
 * @module
 */
import { LONG_TOKENS } from "../scorer/model/intent_model.ts";
import type { LinearModel } from "../scorer/model/linear.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import type { Corpus, CorpusRow } from "./corpus.ts";
import { fitSoftmax } from "./softmax_regression.ts";
import { isOwn } from "./row_weights.ts";
import { type ChosenVocabulary, featuresOf } from "./vocabulary.ts";

const STEPS = 40;
const PENALTY = 1;
/** How much the expert's logits count beside the others. */
const EXPERT_SHARE = 0.5;
/** Technical issues, long by nature, whatever their length. */
const ISSUES = new Set(["nlbse2024", "lanwuwei2018"]);
/** How much a source is trusted, where it is not 1. */
const TRUST: Readonly<Record<string, number>> = { nlbse2024: 3 };

/**
 * Fits the expert and adds its logits to those of a model.
 *
 * @param general Model over all texts; its classes are the intents, general_inquiry in two parts.
 */
export function fitLongIntent(
  corpus: Corpus,
  rows: readonly CorpusRow[],
  vocabulary: ChosenVocabulary,
  general: LinearModel,
): LinearModel {
  const chosen = rows.filter(isForExpert);
  if (chosen.length === 0) return general;
  const expert = fitSoftmax(
    weigh(chosen).map(({ row, weight }) => ({
      ...featuresOf(row, vocabulary, corpus),
      target: INTENTS.findIndex((intent) => intent === row.row.label),
      weight,
    })),
    {
      classes: INTENTS,
      columns: general.weights.length / general.classes.length,
      penalty: PENALTY,
      steps: STEPS,
    },
  );
  return {
    classes: general.classes,
    weights: added(general.weights, expert.weights, general.classes.length),
    bias: added(general.bias, expert.bias, general.classes.length),
  };
}

function isForExpert(item: CorpusRow): boolean {
  return item.row.label !== undefined &&
    (ISSUES.has(item.pool) || isOwn(item) && item.tokens >= LONG_TOKENS);
}

/** Sources and classes by the root of their size; each intent the same in all; the mean is 1. */
function weigh(rows: readonly CorpusRow[]): { row: CorpusRow; weight: number }[] {
  const cellOf = ({ pool, row }: CorpusRow) => `${pool}/${row.label}`;
  const cells = Map.groupBy(rows, cellOf);
  const weighed = rows.map((row) => ({
    row,
    weight: (TRUST[row.pool] ?? 1) / Math.sqrt(cells.get(cellOf(row))?.length ?? 1),
  }));
  const intents = Map.groupBy(weighed, ({ row }) => row.row.label);
  const sums = new Map(
    [...intents].map((
      [label, of],
    ) => [label, of.reduce((sum, { weight }) => sum + weight, 0)]),
  );
  return weighed.map(({ row, weight }) => ({
    row,
    weight: weight / (sums.get(row.row.label) ?? 1) * rows.length / intents.size,
  }));
}

/** The expert knows one kind of inquiry; what it says of it holds for all kinds. */
function added(general: Float32Array, expert: Float32Array, classes: number): Float32Array {
  return general.map((weight, at) => {
    const intent = Math.min(at % classes, INTENTS.length - 1);
    const place = Math.floor(at / classes) * INTENTS.length + intent;
    return weight + EXPERT_SHARE * (expert[place] ?? 0);
  });
}
