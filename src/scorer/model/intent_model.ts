/**
 * Which model tells a text's intent: long texts have one of their own, because
 * in them it is the form of the whole that counts, less the single word.
 *
 * @module
 */
import type { LinearModel } from "./linear.ts";

/** A text of so many tokens is long. */
export const LONG_TOKENS = 60;

/** Two models over the classes "bug_report", "feature_request", "question" and "praise". */
export interface IntentModels {
  readonly intent: LinearModel;
  /** For texts of {@linkcode LONG_TOKENS} and more. */
  readonly long_intent: LinearModel;
}

/** The model for a text of `tokens` tokens. */
export function intentModelFor(models: IntentModels, tokens: number): LinearModel {
  return tokens < LONG_TOKENS ? models.intent : models.long_intent;
}
