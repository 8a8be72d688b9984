/**
 * The three intents a customer message can have, and scores over them.
 *
 * @module
 */

/** The intents, in the order in which scores are listed everywhere. */
export const INTENTS = ["bug_report", "feature_request", "general_inquiry"] as const;

/** What a customer message is: a fault, a wish or a question. */
export type Intent = typeof INTENTS[number];

/** A probability for each intent; the three sum to 1. */
export type Scores = Readonly<Record<Intent, number>>;

/** The most probable intent; on a tie the one listed first in {@linkcode INTENTS}. */
export function topIntent(scores: Scores): Intent {
  return INTENTS.reduce((best, intent) => scores[intent] > scores[best] ? intent : best);
}

/** Distance between the two highest probabilities, in [0, 1]; 0 is a tie. */
export function margin(scores: Scores): number {
  const [first = 0, second = 0] = INTENTS.map((intent) => scores[intent]).sort((a, b) => b - a);
  return first - second;
}

/**
 * Scales non-negative weights to probabilities.
 *
 * @throws {RangeError} If a weight is negative or not finite, or if all are 0.
 */
export function normalize(weights: Scores): Scores {
  const total = INTENTS.reduce((sum, intent) => sum + weights[intent], 0);
  if (!(total > 0) || !Number.isFinite(total) || INTENTS.some((intent) => weights[intent] < 0)) {
    throw new RangeError(
      `Cannot normalize scores: expected non-negative finite weights, got ${
        JSON.stringify(weights)
      }`,
    );
  }
  return mapScores((intent) => weights[intent] / total);
}

/** Builds scores by asking for each intent's value in turn. */
export function mapScores(value: (intent: Intent) => number): Scores {
  return {
    bug_report: value("bug_report"),
    feature_request: value("feature_request"),
    general_inquiry: value("general_inquiry"),
  };
}
