/**
 * Cases as JSON.
 *
 * @module
 */
import { z } from "zod";
import { answer } from "../../triage/domain/answer.ts";
import { type CaseRecord, REVIEW_STATES } from "../../triage/domain/desk.ts";
import { explanation } from "../../triage/domain/explanation.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import { customerMessage } from "../../triage/domain/message.ts";
import { INQUIRY_CATEGORIES } from "../../triage/domain/reply.ts";

const time = z.iso.datetime();
const verdict = {
  message_type: z.enum(INTENTS),
  inquiry_category: z.enum(INQUIRY_CATEGORIES).nullable(),
};

/** Schema of a stored case. */
export const caseJson = z.strictObject({
  case_id: z.string(),
  created_at: time,
  ...verdict,
  ticket_id: z.string().nullable(),
  confidence_score: z.number().min(0).max(1)
    .describe("Calibrated probability of the service's own verdict."),
  review: z.enum(REVIEW_STATES),
  claimed_by: z.string().nullable(),
  claimed_at: time.nullable(),
  assigned_to: z.string().nullable().describe("Whose case it is."),
  assigned_at: time.nullable(),
  erased_at: time.nullable(),
  request: customerMessage.nullable(),
  answer: answer.nullable(),
  explanation: explanation.nullable(),
  corrections: z.array(z.strictObject({
    corrected_at: time,
    corrected_by: z.string(),
    ...verdict,
    note: z.string().nullable(),
    first: z.strictObject(verdict).describe("What the service itself said."),
    replaced_answer: answer.nullable()
      .describe("The answer that gave way to a fresh or edited one; null where it stayed."),
  })),
}).meta({
  id: "Case",
  description: "A stored case. Its verdict is a person's where there is a correction. What the " +
    "customer wrote and was answered is null once erased.",
});

/** Schema of a page of cases. */
export const casePageJson = z.strictObject({
  items: z.array(caseJson),
  next_cursor: z.string().nullable()
    .describe("The `cursor` of the next page; null on the last one."),
}).meta({ id: "CasePage" });

/** A stored case as JSON. */
export type CaseJson = z.infer<typeof caseJson>;

/** A case with its times written out. */
export function toCaseJson(record: CaseRecord): CaseJson {
  return {
    ...record,
    created_at: record.created_at.toISOString(),
    claimed_at: record.claimed_at?.toISOString() ?? null,
    assigned_at: record.assigned_at?.toISOString() ?? null,
    erased_at: record.erased_at?.toISOString() ?? null,
    corrections: record.corrections.map((correction) => ({
      ...correction,
      corrected_at: correction.corrected_at.toISOString(),
    })),
  };
}
