/**
 * Writes a person's verdict, with the answer that it gives the case, and takes
 * it back.
 *
 * @module
 */
import { type Answer, toAnswer } from "../triage/domain/answer.ts";
import {
  type CaseRecord,
  type CaseVerdict,
  CLAIM_LAPSES_AFTER_MS,
  correctedVerdict,
  type Correction,
  UNDO_WITHIN_MS,
} from "../triage/domain/desk.ts";
import { Failure } from "../triage/domain/failure.ts";
import type { CaseJoining } from "../triage/domain/case.ts";
import type { Intent } from "../triage/domain/intent.ts";
import { type InquiryCategory, type Reply, TICKET_PREFIX } from "../triage/domain/reply.ts";
import { refuseStale } from "../triage/domain/seen_correction.ts";
import type { Dialect, Sql } from "./database.ts";
import { followCorrection, followUndo } from "./matter_correction.ts";
import { addEvent } from "./outbox_table.ts";

/** Who corrects, when, and what is to be told. */
export interface CorrectionPlan {
  readonly person: string;
  readonly now: Date;
  /** Whether an event is written. */
  readonly events: boolean;
  readonly dialect: Dialect;
}

/** What a fresh answer is made of: the reply, and the case that it says this one is put with. */
export interface FreshDraft {
  /** `null`: the answer stays. */
  readonly reply: Reply | null;
  readonly joins: CaseJoining | null;
}

/**
 * Writes a correction; the record is locked.
 *
 * @throws {Failure} `invalid_request` or `case_conflict`
 */
export async function writeCorrection(
  sql: Sql,
  record: CaseRecord,
  given: Correction,
  { reply, joins }: FreshDraft,
  plan: CorrectionPlan,
): Promise<void> {
  const { person, now, events, dialect } = plan;
  refuseIllegal(record, person, now);
  refuseStale(record, given);
  const verdict = correctedVerdict(record, given);
  const { ticket_id, answer } = await answerTo(sql, record, verdict, given, reply, dialect);
  const replaced = answer !== record.answer;
  const number = await nextNumber(sql, record.case_id);
  await sql.query(
    "INSERT INTO corrections (case_id, number, corrected_at, corrected_by, message_type, " +
      "inquiry_category, note, replaced_review, replaced_ticket_id, replaced_answer) " +
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [
      record.case_id,
      number,
      now.getTime(),
      person,
      verdict.message_type,
      verdict.inquiry_category,
      given.note ?? null,
      record.review,
      replaced ? record.ticket_id : null,
      replaced ? JSON.stringify(record.answer) : null,
    ],
  );
  await update(sql, record.case_id, verdict, "done", ticket_id, answer);
  await followCorrection(sql, dialect, {
    case_id: record.case_id,
    intent: verdict.message_type,
    answer,
    joins,
    person,
    at: now.getTime(),
  });
  if (events) await tell(sql, record, { ...verdict, ticket_id, review: "done" }, now, number);
}

/**
 * Takes back the last correction; the record is locked.
 *
 * @throws {Failure} `case_conflict`
 */
export async function undoCorrection(
  sql: Sql,
  record: CaseRecord,
  { person, now, events, dialect }: CorrectionPlan,
  correctedAt?: string,
): Promise<void> {
  const [last] = await sql.query<LastCorrection>(
    "SELECT number, corrected_at, corrected_by, replaced_review, replaced_ticket_id, " +
      "replaced_answer FROM corrections WHERE case_id = $1 AND undone_at IS NULL " +
      "ORDER BY number DESC LIMIT 1",
    [record.case_id],
  );
  if (last === undefined || last.replaced_review === null || record.erased_at !== null) {
    throw new Failure("case_conflict", "Cannot undo the correction: there is none");
  }
  if (correctedAt !== undefined && Date.parse(correctedAt) !== last.corrected_at) {
    throw new Failure(
      "case_conflict",
      `Cannot undo the correction: ${last.corrected_by} decided anew meanwhile`,
    );
  }
  if (last.corrected_by !== person) {
    throw new Failure("case_conflict", "Cannot undo the correction: it is someone else's");
  }
  if (now.getTime() - last.corrected_at > UNDO_WITHIN_MS) {
    throw new Failure(
      "case_conflict",
      `Cannot undo the correction: it is older than ${UNDO_WITHIN_MS / 1_000} seconds`,
    );
  }
  const before = record.corrections.at(-2) ?? record.corrections.at(-1)?.first ?? record;
  const answer = last.replaced_answer === null
    ? record.answer
    : JSON.parse(last.replaced_answer) as Answer;
  const ticket_id = last.replaced_answer === null ? record.ticket_id : last.replaced_ticket_id;
  await sql.query(
    "UPDATE corrections SET undone_at = $3 WHERE case_id = $1 AND number = $2",
    [record.case_id, last.number, now.getTime()],
  );
  await update(sql, record.case_id, before, last.replaced_review, ticket_id, answer);
  await followUndo(sql, dialect, {
    case_id: record.case_id,
    answer,
    corrected_at: last.corrected_at,
    at: now.getTime(),
  });
  if (!events) return;
  const { message_type } = before;
  const told = { message_type, ticket_id, review: last.replaced_review };
  await tell(sql, record, told, now, `${last.number}_undone`);
}

interface LastCorrection {
  readonly number: number;
  readonly corrected_at: number;
  readonly corrected_by: string;
  readonly replaced_review: string | null;
  readonly replaced_ticket_id: string | null;
  readonly replaced_answer: string | null;
}

/** The answer in force after the correction, with its ticket's id. */
async function answerTo(
  sql: Sql,
  record: CaseRecord,
  verdict: { readonly message_type: Intent; readonly inquiry_category: InquiryCategory | null },
  given: Correction,
  draft: Reply | null,
  dialect: Dialect,
): Promise<{ ticket_id: string | null; answer: Answer | null }> {
  let { answer, ticket_id } = record;
  if (draft !== null) {
    if (draft.intent !== verdict.message_type) {
      throw new Failure("case_conflict", "Cannot correct the case: it was changed meanwhile");
    }
    ticket_id = await ticketIdOf(sql, record, draft.intent, dialect);
    const confidence = record.explanation?.scores[draft.intent] ?? 0;
    answer = toAnswer(draft, confidence, ticket_id);
  }
  const { customer_response } = given;
  return {
    ticket_id,
    answer: answer === null || customer_response === undefined
      ? answer
      : { ...answer, customer_response },
  };
}

/** A case has one id of each kind: one that it had before comes back. */
async function ticketIdOf(
  sql: Sql,
  record: CaseRecord,
  intent: Intent,
  dialect: Dialect,
): Promise<string | null> {
  const prefix = TICKET_PREFIX[intent];
  if (prefix === null) return null;
  const had = await sql.query<{ id: string }>(
    "SELECT replaced_ticket_id AS id FROM corrections " +
      "WHERE case_id = $1 AND replaced_ticket_id IS NOT NULL",
    [record.case_id],
  );
  const own = [record.ticket_id, ...had.map(({ id }) => id)]
    .find((id) => id?.startsWith(`${prefix}-`));
  if (own !== undefined && own !== null) return own;
  const [row] = await sql.query<{ number: number }>(dialect.nextTicketNumber[prefix]);
  if (row === undefined) throw new Error(`Cannot number a ticket: no counter for "${prefix}"`);
  return `${prefix}-${row.number}`;
}

/** Counts those that were undone too: an event's id is never given twice. */
async function nextNumber(sql: Sql, caseId: string): Promise<number> {
  const [row] = await sql.query<{ last: number | null }>(
    "SELECT max(number) AS last FROM corrections WHERE case_id = $1",
    [caseId],
  );
  return (row?.last ?? 0) + 1;
}

async function update(
  sql: Sql,
  caseId: string,
  verdict: CaseVerdict,
  review: string,
  ticketId: string | null,
  answer: Answer | null,
): Promise<void> {
  await sql.query(
    "UPDATE cases SET intent = $2, category = $3, review = $4, ticket_id = $5, answer = $6 " +
      "WHERE case_id = $1",
    [
      caseId,
      verdict.message_type,
      verdict.inquiry_category,
      review,
      ticketId,
      answer === null ? null : JSON.stringify(answer),
    ],
  );
}

async function tell(
  sql: Sql,
  { case_id, confidence_score, message_type, ticket_id }: CaseRecord,
  now_in_force: Readonly<{ message_type: Intent; ticket_id: string | null; review: string }>,
  at: Date,
  round: number | string,
): Promise<void> {
  await addEvent(sql, "case.corrected", at, {
    case_id,
    ticket_id: now_in_force.ticket_id,
    message_type: now_in_force.message_type,
    confidence_score,
    review: now_in_force.review,
    previous: { message_type, ticket_id },
  }, round);
}

/** @throws {Failure} `case_conflict` */
function refuseIllegal(record: CaseRecord, person: string, now: Date): void {
  if (record.erased_at !== null) {
    throw new Failure("case_conflict", "Cannot correct the case: what it was about is erased");
  }
  const { review, claimed_by, claimed_at } = record;
  const lapsed = claimed_at !== null &&
    claimed_at.getTime() <= now.getTime() - CLAIM_LAPSES_AFTER_MS;
  if (review === "in_review" && claimed_by !== person && !lapsed) {
    throw new Failure("case_conflict", "Cannot correct the case: someone else has claimed it");
  }
}
