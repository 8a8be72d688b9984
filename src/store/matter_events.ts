/**
 * How a matter begins, and the account of what was done with it since.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { Sql } from "./database.ts";

/**
 * A matter without cases, of the type and known by the number of the first of those that are to be
 * in it. It keeps both; a number that another matter is known by is left to that one.
 *
 * @throws {Failure} `not_found` when there is none of these cases.
 */
export async function newMatter(
  sql: Sql,
  caseIds: readonly string[],
  now: number,
): Promise<string> {
  const rows = await sql.query<{ intent: Intent; ticket_id: string | null; taken: number }>(
    "SELECT c.intent, c.ticket_id, (SELECT COUNT(*) FROM matters AS m " +
      "WHERE m.ticket_id = c.ticket_id AND m.cases > 0) AS taken FROM cases AS c " +
      `WHERE c.case_id IN (${caseIds.map((_, at) => `$${at + 1}`).join(", ")}) ORDER BY c.case_id`,
    caseIds,
  );
  const [first] = rows;
  if (first === undefined) throw new Failure("not_found", "There is no such case");
  const { ticket_id } = rows.find(({ intent, taken }) => taken === 0 && intent === first.intent) ??
    first;
  const matter_id = crypto.randomUUID();
  await sql.query(
    "INSERT INTO matters (matter_id, began_at, intent, ticket_id, cases, customers, severity) " +
      "VALUES ($1, $2, $3, $4, 0, 0, 0)",
    [matter_id, now, first.intent, ticket_id],
  );
  return matter_id;
}

/** Notes what was done, and what it replaced. */
export async function noteEvent(
  sql: Sql,
  matterId: string,
  event: {
    readonly act: string;
    readonly at: number;
    readonly by: string | null;
    readonly case_ids: readonly string[];
    readonly replaced: unknown;
  },
): Promise<void> {
  await sql.query(
    "INSERT INTO matter_events (matter_id, number, act, done_at, done_by, case_ids, replaced) " +
      "SELECT CAST($1 AS TEXT), COALESCE(MAX(number), 0) + 1, CAST($2 AS TEXT), " +
      "CAST($3 AS BIGINT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT) " +
      "FROM matter_events WHERE matter_id = $1",
    [
      matterId,
      event.act,
      event.at,
      event.by,
      JSON.stringify(event.case_ids),
      JSON.stringify(event.replaced),
    ],
  );
}
