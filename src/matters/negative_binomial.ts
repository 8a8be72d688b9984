/**
 * How probable so many reports are, where their rate is known only from a count
 * of the past: a Poisson count whose rate has a gamma distribution is negative
 * binomial (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6).
 *
 * @module
 */

/** A part of the last sum too small to change it. */
const NEGLIGIBLE = 1e-12;

/**
 * Probability of `least` or more.
 *
 * @param shape Of the gamma distribution of the rate: prior and past count together.
 * @param share Exposure ahead by exposure past and ahead together, in [0, 1).
 */
export function negativeBinomialTail(least: number, shape: number, share: number): number {
  if (least <= 0) return 1;
  if (share <= 0) return 0;
  // What lies on the far side of the mean is summed, away from it: the terms only fall.
  if (shape * share / (1 - share) > least) return Math.max(0, 1 - below(least, shape, share));
  let term = probability(least, shape, share);
  let tail = 0;
  for (let i = least; term > tail * NEGLIGIBLE || (shape + i) * share > i + 1; i++) {
    tail += term;
    term *= (shape + i) / (i + 1) * share;
  }
  return Math.min(1, tail);
}

function below(least: number, shape: number, share: number): number {
  let term = probability(least - 1, shape, share);
  let sum = 0;
  for (let i = least - 1; i >= 0 && term > sum * NEGLIGIBLE; i--) {
    sum += term;
    term *= i / ((shape + i - 1) * share);
  }
  return sum;
}

function probability(count: number, shape: number, share: number): number {
  let log = shape * Math.log1p(-share);
  for (let i = 0; i < count; i++) log += Math.log((shape + i) / (i + 1) * share);
  return Math.exp(log);
}
