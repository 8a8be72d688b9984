/**
 * From logits to probabilities that hold on messages unlike the training
 * data: the further a text is from what was learnt, the less is believed.
 *
 * @module
 */
import { mapScores, type Scores, topIntent } from "../../triage/domain/intent.ts";
import { LONG_TOKENS } from "./intent_model.ts";

/** Numbers of the calibration, fitted on sources left out of training. */
export interface Calibration {
  /** Logarithm of the factor for a message of ordinary length without unknown words. */
  readonly level: number;
  /** What one whole share of unknown words takes off it. */
  readonly unknown: number;
  /** What each factor e of length takes off it. */
  readonly length: number;
  /**
   * What is added to the logit of praise: there is more of it among customers than
   * in training. It tells how sure, not what: between a wish and praise words err.
   */
  readonly praise: number;
}

/** A calibration for short texts and one for long ones, which have weights of their own. */
export interface Calibrations {
  readonly calibration: Calibration;
  /** For texts of {@linkcode LONG_TOKENS} and more. */
  readonly long_calibration: Calibration;
}

/** What tells how far a message is from the training data. */
export interface Familiarity {
  /** Share of words that the scorer has not learnt, in [0, 1]. */
  readonly unknown_share: number;
  readonly token_count: number;
}

/** Natural logarithm of an ordinary message's tokens: 33. */
const ORDINARY_LOG_TOKENS = 3.5;

/** A message of fewer tokens than this is not believed more for being short. */
const SHORTEST_TOKENS = 12;

/**
 * Factor that logits are multiplied with before softmax: a temperature
 * (Guo et al. 2017, "On Calibration of Modern Neural Networks") that depends
 * on the message.
 */
export function sharpness(calibration: Calibration, familiarity: Familiarity): number {
  const logTokens = Math.log(Math.max(SHORTEST_TOKENS, familiarity.token_count));
  return Math.exp(
    calibration.level - calibration.unknown * familiarity.unknown_share -
      calibration.length * (logTokens - ORDINARY_LOG_TOKENS),
  );
}

/** Probabilities that are proportional to the exponentials of scaled logits. */
export function softmax(logits: ArrayLike<number>, factor = 1): number[] {
  let highest = -Infinity, total = 0;
  for (let at = 0; at < logits.length; at++) highest = Math.max(highest, logits[at] ?? 0);
  const powers: number[] = [];
  for (let at = 0; at < logits.length; at++) {
    const power = Math.exp(factor * ((logits[at] ?? 0) - highest));
    powers.push(power);
    total += power;
  }
  for (let at = 0; at < powers.length; at++) powers[at] = (powers[at] ?? 0) / total;
  return powers;
}

/** The calibration for a text of `tokens` tokens. */
export function calibrationFor(calibrations: Calibrations, tokens: number): Calibration {
  return tokens < LONG_TOKENS ? calibrations.calibration : calibrations.long_calibration;
}

/** What the fitted type leads by where the calibration would rather have another. */
const LEAST_LEAD = 0.0005;

/**
 * Calibrated scores of logits over bugs, wishes, questions and praise. Which type
 * is the most probable is told by the logits as they were fitted; the calibration
 * tells how sure that is.
 */
export function calibratedScores(
  logits: ArrayLike<number>,
  calibration: Calibration,
  factor: number,
): Scores {
  const [bug = 0, wish = 0, question = 0, praise = 0] = Array.from(logits);
  const fitted = inquiriesTogether(softmax(logits));
  const sure = inquiriesTogether(
    softmax([bug, wish, question, praise + calibration.praise / factor], factor),
  );
  const said = topIntent(fitted), other = topIntent(sure);
  if (said === other) return sure;
  // As far towards what the calibration says as the type still leads.
  const lead = fitted[said] - fitted[other];
  const share = Math.max(0, lead - LEAST_LEAD) / (lead + sure[other] - sure[said]);
  return mapScores((intent) => fitted[intent] + share * (sure[intent] - fitted[intent]));
}

/** Questions and praise, apart inside, are both inquiries. */
function inquiriesTogether(
  [bug = 0, wish = 0, question = 0, praise = 0]: readonly number[],
): Scores {
  return { bug_report: bug, feature_request: wish, general_inquiry: question + praise };
}
