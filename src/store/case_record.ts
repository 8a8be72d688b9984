/**
 * Everything about a case, put together from its row and its corrections.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { CaseRecord, CorrectionRecord, ReviewState } from "../triage/domain/desk.ts";
import type { Explanation } from "../triage/domain/explanation.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";
import type { InquiryCategory } from "../triage/domain/reply.ts";
import type { Sql } from "./database.ts";

/** The columns that make a record. */
export interface RecordRow {
  readonly case_id: string;
  readonly created_at: number;
  readonly ticket_id: string | null;
  readonly first_intent: Intent;
  readonly first_category: InquiryCategory | null;
  readonly intent: Intent;
  readonly category: InquiryCategory | null;
  readonly confidence: number;
  readonly review: ReviewState;
  readonly claimed_by: string | null;
  readonly claimed_at: number | null;
  readonly assigned_to: string | null;
  readonly assigned_at: number | null;
  readonly erased_at: number | null;
  readonly request: string | null;
  readonly answer: string | null;
  readonly explanation: string | null;
  readonly gravity: number;
}

interface CorrectionRow {
  readonly case_id: string;
  readonly corrected_at: number;
  readonly corrected_by: string;
  readonly message_type: Intent;
  readonly inquiry_category: InquiryCategory | null;
  readonly note: string | null;
  readonly replaced_answer: string | null;
}

/** Selects {@linkcode RecordRow}s. */
export const SELECT_RECORD =
  "SELECT case_id, created_at, ticket_id, first_intent, first_category, intent, category, " +
  "confidence, review, claimed_by, claimed_at, assigned_to, assigned_at, erased_at, request, " +
  "answer, explanation, gravity FROM cases";

/** The records of these rows, in their order, with their corrections, oldest first. */
export async function caseRecords(
  sql: Pick<Sql, "query">,
  rows: readonly RecordRow[],
): Promise<CaseRecord[]> {
  // A person has looked only at those that left the queue or are done.
  const done = rows.filter((row) => row.review === "done");
  const corrections = done.length === 0 ? [] : await sql.query<CorrectionRow>(
    "SELECT case_id, corrected_at, corrected_by, message_type, inquiry_category, note, " +
      `replaced_answer FROM corrections WHERE undone_at IS NULL AND case_id IN (${
        done.map((_, index) => `$${index + 1}`).join(", ")
      }) ` +
      "ORDER BY case_id, number",
    done.map((row) => row.case_id),
  );
  const byCase = Map.groupBy(corrections, (row) => row.case_id);
  return rows.map((row) => caseRecord(row, byCase.get(row.case_id) ?? []));
}

function caseRecord(row: RecordRow, corrections: readonly CorrectionRow[]): CaseRecord {
  return {
    case_id: row.case_id,
    created_at: new Date(row.created_at),
    message_type: row.intent,
    inquiry_category: row.category,
    confidence_score: row.confidence,
    ticket_id: row.ticket_id,
    review: row.review,
    claimed_by: row.claimed_by,
    claimed_at: dateOrNull(row.claimed_at),
    assigned_to: row.assigned_to,
    assigned_at: dateOrNull(row.assigned_at),
    erased_at: dateOrNull(row.erased_at),
    request: parse<CustomerMessage>(row.request),
    answer: parse<Answer>(row.answer),
    explanation: parse<Explanation>(row.explanation),
    corrections: corrections.map((correction): CorrectionRecord => ({
      corrected_at: new Date(correction.corrected_at),
      corrected_by: correction.corrected_by,
      message_type: correction.message_type,
      inquiry_category: correction.inquiry_category,
      note: correction.note,
      first: { message_type: row.first_intent, inquiry_category: row.first_category },
      replaced_answer: parse<Answer>(correction.replaced_answer),
    })),
  };
}

function parse<T>(json: string | null): T | null {
  return json === null ? null : JSON.parse(json) as T;
}

function dateOrNull(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
