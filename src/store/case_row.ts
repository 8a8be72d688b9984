/**
 * A case as a row of the table `cases`.
 *
 * @module
 */
import { hash } from "node:crypto";
import type { Answer } from "../triage/domain/answer.ts";
import type { CompletedCase, NewCase, StoredCase } from "../triage/domain/case.ts";
import type { Explanation } from "../triage/domain/explanation.ts";
import { gravityOf } from "../triage/domain/gravity.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";
import type { Value } from "./database.ts";
import { componentOf } from "./matter_words.ts";

/** The columns that make a stored case. */
export type CaseRow = Readonly<
  Record<"case_id" | "request" | "answer" | "explanation", string> & { created_at: number }
>;

/** Selects {@linkcode CaseRow}s; add a WHERE that leaves erased cases out. */
export const SELECT_CASE = "SELECT case_id, created_at, request, answer, explanation FROM cases";

/** Inserts a case: give it {@linkcode caseValues}. */
export const INSERT_CASE = `
  INSERT INTO cases (case_id, created_at, ticket_id, first_intent, first_category, intent, category,
    confidence, route, review, customer_id, identity, request, answer, explanation, cost_usd,
    gravity, review_reasons, component)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

/** The values of {@linkcode INSERT_CASE}, in order; the identity comes hashed. */
export function caseValues(
  newCase: NewCase,
  ticketId: string | null,
  { answer, explanation }: CompletedCase,
): Value[] {
  const category = answer.message_type === "general_inquiry"
    ? answer.response_data.inquiry_category
    : null;
  return [
    newCase.case_id,
    newCase.created_at.getTime(),
    ticketId,
    answer.message_type,
    category,
    answer.message_type,
    category,
    answer.confidence_score,
    explanation.route,
    explanation.review.required ? "needed" : "none",
    newCase.request.customer_id.trim(),
    newCase.identity,
    JSON.stringify(newCase.request),
    JSON.stringify(answer),
    JSON.stringify(explanation),
    explanation.usage.cost_usd,
    gravityOf(explanation.review.reasons),
    explanation.review.required ? JSON.stringify(explanation.review.reasons) : null,
    componentOf(answer),
  ];
}

/** An identity as stored: the message cannot be read from it. */
export function identityHash(identity: string): string {
  return hash("sha256", identity, "base64url");
}

/** The case that a row holds. */
export function storedCase(row: CaseRow): StoredCase {
  return {
    case_id: row.case_id,
    created_at: new Date(row.created_at),
    request: JSON.parse(row.request) as CustomerMessage,
    answer: JSON.parse(row.answer) as Answer,
    explanation: JSON.parse(row.explanation) as Explanation,
  };
}
