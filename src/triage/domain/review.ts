/**
 * When a person should look at a case.
 *
 * @module
 */
import { z } from "zod";
import { margin, type Scores } from "./intent.ts";

/** Why a case goes to a person. Stable codes: clients may switch on them. */
export const REVIEW_REASONS = [
  "low_margin",
  "language_not_supported",
  "nothing_understood",
  "self_harm",
  "danger",
  "injury",
  "account_security",
  "data_exposed",
  "security_report",
  "outage",
  "legal",
  "privacy_request",
  "legal_or_privacy",
  "money",
  "refund_requested",
  "vulnerable_customer",
  "press",
  "escalation",
  "person_requested",
  "automatic_message",
  "unsolicited",
] as const;

/** Schema of a review reason. */
export const reviewReason = z.enum(REVIEW_REASONS);

/** One reason why a case goes to a person. */
export type ReviewReason = z.infer<typeof reviewReason>;

/** Whether a person should look at the case, and why. */
export interface Review {
  readonly required: boolean;
  readonly reasons: readonly ReviewReason[];
}

/** Settings of the review rule. */
export interface ReviewOptions {
  /** Distance between the two highest probabilities below which a person looks, in [0, 1]. */
  readonly review_below_margin: number;
}

/**
 * Decides whether a person should look.
 *
 * @param concerns What the text itself gave reason for.
 * @param scores The final distribution.
 * @param opinionGiven Whether a model understood the message: it reads languages that the scorer does not.
 */
export function reviewOf(
  concerns: readonly ReviewReason[],
  scores: Scores,
  opinionGiven: boolean,
  options: ReviewOptions,
): Review {
  const reasons: ReviewReason[] = [];
  if (margin(scores) < options.review_below_margin) reasons.push("low_margin");
  for (const concern of concerns) {
    if (!(opinionGiven && concern === "language_not_supported")) reasons.push(concern);
  }
  return { required: reasons.length > 0, reasons };
}
