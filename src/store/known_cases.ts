/**
 * What is known of cases that a new message is like: their matter, or the number
 * of their own ticket.
 *
 * @module
 */
import type { Intent } from "../triage/domain/intent.ts";
import type { KnownMatter } from "../triage/domain/matter.ts";
import { GRAVE_FROM } from "../triage/domain/situation.ts";
import type { Database } from "./database.ts";

interface Row {
  readonly case_id: string;
  readonly matter_id: string | null;
  readonly intent: Intent;
  readonly ticket_id: string | null;
  readonly solved_at: number | null;
  readonly gravity: number;
}

/** What is known of these cases, in their order, without those that there are not or no longer. */
export async function knownCases(
  database: Pick<Database, "query">,
  caseIds: readonly string[],
): Promise<KnownMatter[]> {
  if (caseIds.length === 0) return [];
  const rows = await database.query<Row>(
    "SELECT c.case_id, m.matter_id, COALESCE(m.intent, c.intent) AS intent, " +
      "CASE WHEN m.matter_id IS NULL THEN c.ticket_id ELSE m.ticket_id END AS ticket_id, " +
      "m.solved_at, c.gravity FROM cases AS c LEFT JOIN matter_cases AS member ON member.case_id = c.case_id " +
      "LEFT JOIN matters AS m ON m.matter_id = member.matter_id " +
      `WHERE c.erased_at IS NULL AND c.case_id IN (${
        caseIds.map((_, at) => `$${at + 1}`).join(", ")
      })`,
    caseIds,
  );
  const byCase = new Map(rows.map((row) => [row.case_id, row]));
  return caseIds.flatMap((case_id) => {
    const row = byCase.get(case_id);
    return row === undefined ? [] : [{
      case_id,
      matter_id: row.matter_id,
      message_type: row.intent,
      ticket_id: row.ticket_id,
      solved: row.solved_at !== null,
      grave: row.gravity >= GRAVE_FROM,
    }];
  });
}
