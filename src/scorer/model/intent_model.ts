/**
 * Which models tell a text's intent: long texts have a linear model of their
 * own, because in them it is the form of the whole that counts, less the single
 * word; a net over what words mean joins either.
 *
 * @module
 */
import type { Reading } from "../document/document.ts";
import type { Features } from "./features.ts";
import { type LinearModel, logits } from "./linear.ts";
import { joinedSums, type MeaningNet, MeaningReader } from "./meaning_net.ts";

/** A text of so many tokens is long. */
export const LONG_TOKENS = 60;

/** Models over the classes "bug_report", "feature_request", "question" and "praise". */
export interface IntentModels {
  readonly intent: LinearModel;
  /** For texts of {@linkcode LONG_TOKENS} and more. */
  readonly long_intent: LinearModel;
  readonly meaning: MeaningNet;
}

/** The linear model for a text of `tokens` tokens. */
export function intentModelFor(
  models: Pick<IntentModels, "intent" | "long_intent">,
  tokens: number,
): LinearModel {
  return tokens < LONG_TOKENS ? models.intent : models.long_intent;
}

/** Gives the logits of a reading, before calibration: of the linear model and the net together. */
export type ReadIntent = (
  reading: Reading,
  features: Pick<Features, "columns" | "values" | "token_count">,
) => Float64Array;

/** Makes the reader of these models. */
export function createIntentReader(models: IntentModels): ReadIntent {
  const meanings = new MeaningReader(models.meaning);
  return (reading, features) =>
    joinedSums(
      logits(intentModelFor(models, features.token_count), features),
      meanings.read(reading).sums,
    );
}
