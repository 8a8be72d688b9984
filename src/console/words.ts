/**
 * The service's codes in words for people: one place, so that every page says
 * the same.
 *
 * @module
 */
import type { ReviewState } from "../triage/domain/desk.ts";
import type { DegradedCode, Route } from "../triage/domain/explanation.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { SetAside } from "../triage/text/own_words.ts";
import type { ReviewReason } from "../triage/domain/review.ts";
import { SITUATION_TABLE } from "../triage/domain/situation.ts";

/** What people call each type of message. */
export const INTENT_WORDS: Readonly<Record<Intent, string>> = {
  bug_report: "Bug report",
  feature_request: "Feature request",
  general_inquiry: "Inquiry",
};

/** How the answer came about. */
export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  local: "Answered here",
  blended: "Answered with the model",
  local_fallback: "Answered here, the model failed",
};

/** Where a case stands with the people who look at it. */
export const REVIEW_WORDS: Readonly<Record<ReviewState, string>> = {
  none: "No review",
  needed: "Needs review",
  in_review: "In review",
  done: "Reviewed",
};

/** Why a person should look, as the end of "A person should look: …". */
export const REASON_WORDS: Readonly<Record<ReviewReason, string>> = {
  low_margin: "two types are nearly as probable",
  language_not_supported: "the language is not one the scorer knows",
  nothing_understood: "nothing in it was understood",
  self_harm: "somebody may harm themselves",
  danger: "people are threatened or in danger",
  injury: "somebody was hurt or fell ill",
  account_security: "the safety of an account is at stake",
  data_exposed: "somebody sees what belongs to somebody else",
  security_report: "a weakness was found",
  outage: "many people cannot work",
  legal: "law is called upon",
  privacy_request: "a right over one's own data is claimed",
  legal_or_privacy: "it is a legal or privacy matter",
  money: "money is missing or was charged wrongly",
  refund_requested: "money is to be returned",
  vulnerable_customer: "the customer needs particular care",
  press: "the press asks",
  escalation: "the customer is angry or threatens to leave",
  person_requested: "a person is asked for",
  automatic_message: "a machine wrote it; nobody should answer",
  unsolicited: "it is an offer that nobody asked for",
};

/** Why a person should look, in words: an older code that stands beside a telling one is not said twice. */
export function reasonWords(reasons: readonly ReviewReason[]): string {
  const beside = new Set(
    Object.values(SITUATION_TABLE).flatMap(({ reasons: [own, ...older] }) =>
      own !== undefined && reasons.includes(own) ? older : []
    ),
  );
  return reasons.filter((reason) => !beside.has(reason)).map((reason) => REASON_WORDS[reason])
    .join("; ");
}

/** What a stretch of a message is that was not judged. */
export const ASIDE_WORDS: Readonly<Record<SetAside["kind"], string>> = {
  greeting: "a greeting",
  closing: "the end of a letter",
  signature: "a signature",
  disclaimer: "a notice under a letter",
  quoted_history: "an earlier message, quoted",
  forward_header: "the header of a forwarded message",
  forwarded: "a forwarded message",
  form_text: "a form's own words",
  other_speaker: "somebody else's words",
  machine_text: "a log, a trace or code",
  machine_message: "written by a machine",
  markup: "markup",
};

/** Why the model brought nothing. */
export const DEGRADED_WORDS: Readonly<Record<DegradedCode, string>> = {
  model_timeout: "the model did not answer in time",
  model_unreachable: "the model could not be reached",
  model_rate_limited: "the model took no more requests",
  model_quota_exhausted: "the model's quota is used up",
  model_rejected: "the model's server refused the request",
  model_error: "the model's server failed",
  model_invalid_output: "the model's answer was not usable",
  model_refused: "the model refused to answer",
  model_circuit_open: "the model failed too often lately and is being left alone",
  model_queue_full: "too many requests were waiting for the model",
  model_budget_spent: "the day's budget for the model is spent",
};

/** Made when a page first needs it: that takes 15 ms, which the service's start does not have. */
let dayAndTimeFormat: Intl.DateTimeFormat | undefined;

/** "22 Nov 2026, 20:57". All times on the pages are UTC, which the footer says. */
export function dayAndTime(date: Date): string {
  dayAndTimeFormat ??= new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return dayAndTimeFormat.format(date);
}

/** "94%". Never rounded up to certainty. */
export function percent(share: number): string {
  if (share > 0.99 && share < 1) return "> 99%";
  if (share > 0 && share < 0.01) return "< 1%";
  return `${Math.round(100 * share)}%`;
}

/** "1 case", "12 cases". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
