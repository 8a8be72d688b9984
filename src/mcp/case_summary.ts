/**
 * A case in short, for a list that an assistant reads.
 *
 * @module
 */
import type { CaseRecord } from "../triage/domain/desk.ts";

/** Characters of the message in a list. */
const SHOWN_CHARACTERS = 280;

/** What tells a case from others; the message is `null` once erased. */
export function caseSummary(record: CaseRecord) {
  const message = record.request?.message ?? null;
  return {
    case_id: record.case_id,
    created_at: record.created_at.toISOString(),
    message_type: record.message_type,
    inquiry_category: record.inquiry_category,
    ticket_id: record.ticket_id,
    confidence_score: record.confidence_score,
    review: record.review,
    review_reasons: record.explanation?.review.reasons ?? [],
    product: record.request?.product ?? null,
    message: message === null || message.length <= SHOWN_CHARACTERS
      ? message
      : message.slice(0, SHOWN_CHARACTERS).toWellFormed() + "…",
  };
}
