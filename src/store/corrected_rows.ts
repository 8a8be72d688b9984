/**
 * Reads cases that have a person's verdict, for training and evaluation.
 *
 * @module
 */
import type { Intent } from "../triage/domain/intent.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";
import type { InquiryCategory } from "../triage/domain/reply.ts";
import type { Database } from "./database.ts";

/** One message with the service's first verdict and a person's. */
export interface CorrectedRow {
  readonly case_id: string;
  readonly created_at: Date;
  /** `null` once erased. */
  readonly text: string | null;
  /** A person's verdict. */
  readonly label: Intent;
  readonly category: InquiryCategory | null;
  /** What the service answered, and how sure it was, in [0, 1]. */
  readonly first: Intent;
  readonly confidence: number;
}

/** Rows read at a time. */
const PAGE_ROWS = 500;

/** All corrected cases, oldest first. */
export async function* correctedRows(database: Database): AsyncGenerator<CorrectedRow> {
  let after = "";
  while (true) {
    const rows = await database.query<
      {
        case_id: string;
        created_at: number;
        request: string | null;
        intent: Intent;
        category: InquiryCategory | null;
        first_intent: Intent;
        confidence: number;
      }
    >(
      "SELECT case_id, created_at, request, intent, category, first_intent, confidence FROM cases " +
        "WHERE review = 'done' AND case_id > $1 " +
        `ORDER BY case_id LIMIT ${PAGE_ROWS}`,
      [after],
    );
    for (const row of rows) {
      yield {
        case_id: row.case_id,
        created_at: new Date(row.created_at),
        text: row.request === null ? null : (JSON.parse(row.request) as CustomerMessage).message,
        label: row.intent,
        category: row.category,
        first: row.first_intent,
        confidence: row.confidence,
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return;
    after = last.case_id;
  }
}
