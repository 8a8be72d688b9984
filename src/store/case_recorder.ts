/**
 * Writes new cases: all that came together in one transaction, each with its
 * ticket's id.
 *
 * @module
 */
import type { CompletedCase, NewCase, StoredCase } from "../triage/case.ts";
import { TICKET_PREFIX } from "../triage/reply.ts";
import { caseValues, INSERT_CASE } from "./case_row.ts";
import type { Database, Sql } from "./database.ts";

/** Records cases in one transaction; each result is its case, or why it was not stored. */
export async function recordCases(
  database: Database,
  newCases: readonly NewCase[],
): Promise<PromiseSettledResult<StoredCase>[]> {
  return await database.transaction(async (sql) => {
    const written = await Promise.allSettled(
      newCases.map((newCase) => recordCase(database, sql, newCase)),
    );
    return written.map((result) => {
      // A statement failed: nothing of this transaction may be acknowledged.
      if (result.status === "rejected") throw result.reason;
      return result.value;
    });
  });
}

async function recordCase(
  database: Database,
  sql: Sql,
  newCase: NewCase,
): Promise<PromiseSettledResult<StoredCase>> {
  const ticketId = await nextTicketId(database, sql, newCase);
  let completed: CompletedCase;
  try {
    completed = newCase.complete(ticketId);
  } catch (reason) {
    return { status: "rejected", reason };
  }
  await sql.query(INSERT_CASE, caseValues(newCase, ticketId, completed));
  const { case_id, created_at, request } = newCase;
  return { status: "fulfilled", value: { case_id, created_at, request, ...completed } };
}

async function nextTicketId(
  database: Database,
  sql: Sql,
  newCase: NewCase,
): Promise<string | null> {
  const prefix = TICKET_PREFIX[newCase.intent];
  if (prefix === null) return null;
  const [row] = await sql.query<{ number: number }>(database.dialect.nextTicketNumber[prefix]);
  if (row === undefined) throw new Error(`Cannot number a ticket: no counter for "${prefix}"`);
  return `${prefix}-${row.number}`;
}
