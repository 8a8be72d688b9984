/**
 * Fits the part of the scorer that tells the kinds of inquiry apart.
 *
 * @module
 */
import type { LinearModel } from "../scorer/model/linear.ts";
import { INQUIRY_CATEGORIES, type InquiryCategory } from "../triage/domain/reply.ts";
import type { Corpus, CorpusRow } from "./corpus.ts";
import { columnsOf } from "./fit_intent.ts";
import { isOwn } from "./row_weights.ts";
import { fitSoftmax } from "./softmax_regression.ts";
import { type ChosenVocabulary, featuresOf } from "./vocabulary.ts";

const STEPS = 40;
const PENALTY = 0.2;
/** Our own texts are written for these very categories; other sources' were mapped to them. */
const OWN = 5;
/** A weak category is praise called "Other": there is plenty, and it says little. */
const WEAK = 0.1;

/** Fits the category model on the rows whose category is known. */
export function fitCategory(
  corpus: Corpus,
  rows: readonly CorpusRow[],
  vocabulary: ChosenVocabulary,
): LinearModel {
  const known = rows.filter(({ row }) => row.category !== undefined);
  const cells = new Map<string, number>();
  const cellOf = ({ pool, row }: CorpusRow) => `${pool}/${row.category}/${row.map}`;
  for (const row of known) cells.set(cellOf(row), (cells.get(cellOf(row)) ?? 0) + 1);
  const weightOf = (row: CorpusRow) =>
    (row.row.map === "weak" ? WEAK : isOwn(row) ? OWN : 1) /
    Math.sqrt(cells.get(cellOf(row)) ?? 1);
  const sums = new Map<InquiryCategory | undefined, number>();
  for (const row of known) {
    sums.set(row.row.category, (sums.get(row.row.category) ?? 0) + weightOf(row));
  }
  const factor = known.length / Math.max(1, sums.size);
  return fitSoftmax(
    known.map((row) => ({
      ...featuresOf(row, vocabulary, corpus),
      target: INQUIRY_CATEGORIES.findIndex((category) => category === row.row.category),
      weight: weightOf(row) / (sums.get(row.row.category) ?? 1) * factor,
    })),
    {
      classes: INQUIRY_CATEGORIES,
      columns: columnsOf(vocabulary),
      penalty: PENALTY,
      steps: STEPS,
    },
  );
}
