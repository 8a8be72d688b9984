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
  let log = shape * Math.log1p(-share);
  for (let i = 0; i < least; i++) log += Math.log((shape + i) / (i + 1) * share);
  let term = Math.exp(log);
  // Too small for a number: all there is lies on one side.
  if (term === 0) return shape * share / (1 - share) > least ? 1 : 0;
  let tail = 0;
  for (let i = least; term > tail * NEGLIGIBLE || (shape + i) * share > i + 1; i++) {
    tail += term;
    term *= (shape + i) / (i + 1) * share;
  }
  return Math.min(1, tail);
}
