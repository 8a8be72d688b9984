/**
 * Turns what a model claims into probabilities that hold.
 *
 * Models are surer than they are right. Answers after preference training are
 * over-confident at the token (GPT-4 technical report, 2023, figure 8), and
 * numbers that a model states about itself cluster at 80 to 100 % (Xiong et
 * al. 2024, "Can LLMs Express Their Uncertainty?"). Each source is therefore
 * cooled by a temperature and mixed with ignorance:
 *
 *     calibrated = (1 - ignorance) * claimed^(1/temperature) / Z + ignorance / 3
 *
 * No recorded opinions of a live model exist here: the constants are set from
 * those reports and from the simulated claims of
 * `tests/bench/simulated_opinion.ts`, not fitted on a live model.
 *
 * @module
 */
import { mapScores, normalize, type Scores } from "../triage/domain/intent.ts";

/** Where a claim comes from: token probabilities, a number the model states, or the bare type. */
export type ClaimSource = "logprobs" | "self_report" | "statement";

/** Temperature (above 1 cools) and share of ignorance, per source. */
export const OPINION_CALIBRATION: Readonly<
  Record<ClaimSource, { readonly temperature: number; readonly ignorance: number }>
> = {
  logprobs: { temperature: 2, ignorance: 0.06 },
  self_report: { temperature: 1.5, ignorance: 0.12 },
  statement: { temperature: 1, ignorance: 0.45 },
};

/** Calibrates a claim; the order of the intents never changes. */
export function calibrateOpinion(claimed: Scores, source: ClaimSource): Scores {
  const { temperature, ignorance } = OPINION_CALIBRATION[source];
  const cooled = normalize(mapScores((intent) => claimed[intent] ** (1 / temperature)));
  return mapScores((intent) => (1 - ignorance) * cooled[intent] + ignorance / 3);
}
