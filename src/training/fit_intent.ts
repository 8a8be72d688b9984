/**
 * Fits the part of the scorer that tells bugs, wishes and inquiries apart.
 *
 * @module
 */
import type { Vocabulary } from "../scorer/model/features.ts";
import { CUE_COLUMNS } from "../scorer/model/cue_features.ts";
import { intentModelFor, type IntentModels } from "../scorer/model/intent_model.ts";
import { logits } from "../scorer/model/linear.ts";
import { joinedSums, MeaningReader } from "../scorer/model/meaning_net.ts";
import type { Familiarity } from "../scorer/model/calibration.ts";
import type { Corpus, CorpusRow } from "./corpus.ts";
import { fitLongIntent } from "./fit_long_intent.ts";
import { fitMeaning, type MeaningOptions } from "./fit_meaning.ts";
import { HIDDEN_CLASSES, weighRows } from "./row_weights.ts";
import { fitSoftmax } from "./softmax_regression.ts";
import { chooseVocabulary, type ChosenVocabulary, featuresOf } from "./vocabulary.ts";

/** Steps of the fit: it has settled by then. */
const STEPS = 40;
const PENALTY = 1;
/** Words keep the meanings they have, so that the net is small and words of no row speak too. */
const NET: MeaningOptions = { word: 96, hidden: 64, rounds: 6, moves_words: false };

/** Fitted intent models with the vocabulary they count on. */
export interface IntentFit extends IntentModels {
  readonly vocabulary: ChosenVocabulary;
}

/** What a fit says of one row. */
export interface Scored {
  readonly row: CorpusRow;
  /** Over {@linkcode HIDDEN_CLASSES}, before calibration. */
  readonly logits: Float64Array;
  readonly familiarity: Familiarity;
}

/** Fits the intent models on the given rows of a corpus. */
export function fitIntent(corpus: Corpus, rows: readonly CorpusRow[]): IntentFit {
  const weighed = weighRows(rows);
  const vocabulary = chooseVocabulary(corpus, weighed.map(({ item }) => item));
  const told = weighed.map(({ item, hidden, weight }) => ({
    item,
    target: HIDDEN_CLASSES.indexOf(hidden),
    weight,
  }));
  const intent = fitSoftmax(
    told.map(({ item, ...target }) => ({ ...featuresOf(item, vocabulary, corpus), ...target })),
    {
      classes: HIDDEN_CLASSES,
      columns: columnsOf(vocabulary),
      penalty: PENALTY,
      steps: STEPS,
    },
  );
  return {
    vocabulary,
    intent,
    long_intent: fitLongIntent(corpus, rows, vocabulary, intent),
    meaning: fitMeaning(
      told.map(({ item: { sentences }, ...target }) => ({ sentences, ...target })),
      HIDDEN_CLASSES,
      NET,
    ),
  };
}

/** Number of columns of a vocabulary's feature space. */
export function columnsOf(vocabulary: Vocabulary): number {
  return vocabulary.terms.length + CUE_COLUMNS.length;
}

/** What a fit says of rows. */
export function scoreRows(
  corpus: Corpus,
  fit: IntentFit,
  rows: readonly CorpusRow[],
): Scored[] {
  const meanings = new MeaningReader(fit.meaning);
  return rows.map((row) => {
    const features = featuresOf(row, fit.vocabulary, corpus);
    const linear = logits(intentModelFor(fit, features.token_count), features);
    const sums = joinedSums(linear, meanings.sumsOf(row.sentences));
    return { row, logits: sums, familiarity: features };
  });
}
