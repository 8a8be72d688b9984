/**
 * Forgets what customers wrote and were answered; type, confidence, route,
 * review state and ticket id stay for the counts.
 *
 * @module
 */
import type { Database, Sql, Value } from "./database.ts";
import { eraseGist } from "./gist_table.ts";
import { nextRest } from "./next_turn.ts";

/** Cases erased in one transaction, so that new cases never wait long. */
const BATCH_CASES = 100;

/** Erases all cases of a customer. The number of cases erased. */
export function eraseCustomer(
  database: Database,
  customerId: string,
  now: Date,
): Promise<number> {
  return eraseAll(database, "customer_id = $1", customerId.trim(), now);
}

/** Erases all cases created before `before`. The number of cases erased. */
export function eraseOlderThan(database: Database, before: Date, now: Date): Promise<number> {
  return eraseAll(database, "erased_at IS NULL AND created_at < $1", before.getTime(), now);
}

async function eraseAll(
  database: Database,
  condition: string,
  value: Value,
  now: Date,
): Promise<number> {
  let erased = 0;
  while (true) {
    const count = await database.transaction(async (sql) => {
      const rows = await sql.query<{ case_id: string }>(
        `SELECT case_id FROM cases WHERE ${condition} ORDER BY case_id ` +
          `LIMIT ${BATCH_CASES}${database.dialect.forUpdate}`,
        [value],
      );
      for (const { case_id } of rows) await eraseCase(sql, case_id, now);
      return rows.length;
    });
    erased += count;
    if (count < BATCH_CASES) break;
    await nextRest();
  }
  return erased;
}

async function eraseCase(sql: Sql, caseId: string, now: Date): Promise<void> {
  await sql.query(
    "UPDATE cases SET customer_id = NULL, identity = NULL, request = NULL, answer = NULL, " +
      "explanation = NULL, erased_at = $2, " +
      "review = CASE WHEN review = 'done' THEN 'done' ELSE 'none' END WHERE case_id = $1",
    [caseId, now.getTime()],
  );
  await sql.query("UPDATE corrections SET note = NULL, replaced_answer = NULL WHERE case_id = $1", [
    caseId,
  ]);
  await sql.query("DELETE FROM idempotency_keys WHERE case_id = $1", [caseId]);
  // Counts of its matter stay; its steps are nobody's best told any more.
  await sql.query("UPDATE matter_cases SET steps = 0 WHERE case_id = $1", [caseId]);
  await eraseGist(sql, caseId);
}
