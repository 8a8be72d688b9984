/**
 * From log-odds to probabilities and back: the logistic function and its inverse.
 *
 * @module
 */

/** The probability that log-odds say, in [0, 1]. */
export function fromLogOdds(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The log-odds of a probability that is believed no further than `least` from 0 and 1. */
export function toLogOdds(probability: number, least: number): number {
  const bounded = Math.min(1 - least, Math.max(least, probability));
  return Math.log(bounded / (1 - bounded));
}
