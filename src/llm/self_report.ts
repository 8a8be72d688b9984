/**
 * What a model says of its own certainty, in the form that was asked for or in
 * one of those that models fall into.
 *
 * @module
 */
import { z } from "zod";
import { type Intent, INTENTS, mapScores } from "../triage/domain/intent.ts";

// Servers without strict schemas write numbers as text.
const share = z.union([z.number(), z.string().regex(/^\d{1,3}(?:\.\d{1,12})?%?$/)])
  .transform((value) => Number(String(value).replace("%", "")))
  .pipe(z.number().min(0));
const table = z.object({ bug_report: share, feature_request: share, general_inquiry: share });
const report = z.object({
  probabilities: table.optional().catch(undefined),
  scores: table.optional().catch(undefined),
  confidence: share.optional().catch(undefined),
  confidence_score: share.optional().catch(undefined),
});

/**
 * The model's own numbers, not yet scaled to 1; `null` where it gave none.
 *
 * One number alone is the stated type's: the rest is shared by the other two.
 */
export function readSelfReport(
  answer: unknown,
  stated: Intent,
): Readonly<Record<Intent, number>> | null {
  const { data = {} } = report.safeParse(answer);
  const numbers = data.probabilities ?? data.scores;
  if (numbers !== undefined) return INTENTS.some((intent) => numbers[intent] > 0) ? numbers : null;
  const one = data.confidence ?? data.confidence_score;
  if (one === undefined || one > 100) return null;
  const stated_share = one > 1 ? one / 100 : one;
  return mapScores((intent) => intent === stated ? stated_share : (1 - stated_share) / 2);
}
