/**
 * From logits to probabilities that hold on messages unlike the training
 * data: the further a text is from what was learnt, the less is believed.
 *
 * @module
 */

/** Numbers of the calibration, fitted on sources left out of training. */
export interface Calibration {
  /** Logarithm of the factor for a message of ordinary length without unknown words. */
  readonly level: number;
  /** What one whole share of unknown words takes off it. */
  readonly unknown: number;
  /** What each factor e of length takes off it. */
  readonly length: number;
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
