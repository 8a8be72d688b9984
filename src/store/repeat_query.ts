/**
 * Finds the case that a message repeats.
 *
 * @module
 */
import type { StoredCase } from "../triage/domain/case.ts";
import { type CaseRow, SELECT_CASE, storedCase } from "./case_row.ts";
import type { Sql } from "./database.ts";

/** The latest case with this hash of an identity created after `since`, if any. */
export async function findRepeat(
  sql: Pick<Sql, "query">,
  identity: string,
  since: Date,
): Promise<StoredCase | null> {
  const [row] = await sql.query<CaseRow>(
    `${SELECT_CASE} WHERE identity = $1 AND created_at > $2 ORDER BY created_at DESC LIMIT 1`,
    [identity, since.getTime()],
  );
  return row === undefined ? null : storedCase(row);
}
