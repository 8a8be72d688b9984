/**
 * Which type a message is of, told for comparing: the scorer's probabilities,
 * weighed anew together with what the message means. Two of one matter that are
 * taken for two types hardly anything else brings together.
 *
 * @module
 */
import { INTENTS, type Scores } from "../triage/domain/intent.ts";
import type { ReadMeaning } from "./meaning.ts";

/** A softmax model: of each type, in their order, the logit is the bias and the weighted features. */
export interface KindModel {
  readonly bias: readonly number[];
  /** By type, in the order of {@linkcode kindFeatures}. */
  readonly weights: readonly (readonly number[])[];
}

/** Least probability that is told apart: gists hold hundredths. */
const LEAST = 0.01;
/** The numbers of a meaning are small beside log-probabilities. */
const MEANING_SCALE = 3;

/** What the model weighs: log-probabilities of the types, then the meaning. */
export function kindFeatures(scores: Scores, { meaning, scale }: ReadMeaning): Float64Array {
  const features = new Float64Array(INTENTS.length + meaning.length);
  INTENTS.forEach((intent, at) => features[at] = Math.log(scores[intent] + LEAST));
  const times = MEANING_SCALE * scale;
  for (let at = 0; at < meaning.length; at++) {
    features[INTENTS.length + at] = times * (meaning[at] ?? 0);
  }
  return features;
}

/** How likely each type is, in the order of the types. */
export function kindOf(
  { bias, weights }: KindModel,
  scores: Scores,
  meaning: ReadMeaning,
): Float64Array {
  const features = kindFeatures(scores, meaning);
  const odds = new Float64Array(INTENTS.length);
  let total = 0;
  for (let type = 0; type < odds.length; type++) {
    const own = weights[type] ?? [];
    let sum = bias[type] ?? 0;
    for (let at = 0; at < features.length; at++) sum += (own[at] ?? 0) * (features[at] ?? 0);
    total += odds[type] = Math.exp(sum);
  }
  for (let type = 0; type < odds.length; type++) odds[type] = (odds[type] ?? 0) / total;
  return odds;
}
