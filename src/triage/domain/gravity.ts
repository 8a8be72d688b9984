/**
 * Which cases a person should see first: the order of the queue.
 *
 * @module
 */

/**
 * How grave each reason for a review is, from 0. People in danger come before
 * accounts and data, these before money and law, these before doubts of the scorer.
 */
const GRAVITY: Readonly<Record<string, number>> = {
  self_harm: 9,
  danger: 9,
  injury: 8,
  account_security: 7,
  data_exposed: 7,
  security_report: 6,
  legal_or_privacy: 5,
  legal: 5,
  privacy_request: 5,
  refund_requested: 4,
  money: 4,
  escalation: 3,
  person_requested: 2,
  nothing_understood: 1,
  language_not_supported: 1,
  low_margin: 1,
};

/** The gravity of a case: that of its gravest reason. */
export function gravityOf(reasons: readonly string[]): number {
  return Math.max(0, ...reasons.map((reason) => GRAVITY[reason] ?? 0));
}
