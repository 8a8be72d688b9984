/**
 * Takes similar cases out of the explanations that versions before wrote: beside
 * each stood words of the other customer's, which would outlive that one's
 * erasure. How far it came is stored, so it goes on where the last process ended.
 *
 * @module
 */
import type { Explanation } from "../triage/domain/explanation.ts";
import type { Database, Sql } from "./database.ts";
import { nextRest } from "./next_turn.ts";

/** Cases gone through in one transaction, so that new cases never wait long. */
const STRETCH_CASES = 100;

interface Progress {
  readonly last_case_id: string;
  /** PostgreSQL gives the 64 bits of a number as text. */
  readonly stored_before: number | string;
}

/** Goes through what is left. The number of explanations that were cut. */
export async function forgetQuotes(database: Database, now: Date): Promise<number> {
  let cut = 0;
  while (true) {
    const stretch = await database.transaction((sql) => cutStretch(sql, database.dialect, now));
    cut += stretch.cut;
    if (stretch.last) return cut;
    await nextRest();
  }
}

async function cutStretch(
  sql: Sql,
  { forUpdate }: Pick<Database["dialect"], "forUpdate">,
  now: Date,
): Promise<{ cut: number; last: boolean }> {
  const [progress] = await sql.query<Progress>(
    `SELECT last_case_id, stored_before FROM quotes_of_others${forUpdate}`,
  );
  if (progress === undefined) return { cut: 0, last: true };
  const stored_before = Number(progress.stored_before);
  const rows = await sql.query<{ case_id: string; explanation: string | null }>(
    "SELECT case_id, explanation FROM cases WHERE case_id > $1 AND created_at < $2 " +
      `ORDER BY case_id LIMIT ${STRETCH_CASES}${forUpdate}`,
    [progress.last_case_id, stored_before],
  );
  let cut = 0;
  for (const { case_id, explanation } of rows) {
    const rest = explanation === null ? null : withoutSimilar(explanation);
    if (rest === null) continue;
    await sql.query("UPDATE cases SET explanation = $2 WHERE case_id = $1", [case_id, rest]);
    cut++;
  }
  const last = rows.length < STRETCH_CASES;
  if (last && now.getTime() >= stored_before) await sql.query("DELETE FROM quotes_of_others");
  else if (rows.length > 0) {
    await sql.query("UPDATE quotes_of_others SET last_case_id = $1", [rows.at(-1)?.case_id ?? ""]);
  }
  return { cut, last };
}

/** An explanation without its similar cases; `null` where it has none. */
function withoutSimilar(explanation: string): string | null {
  const { similar, ...rest } = JSON.parse(explanation) as Explanation;
  return similar === undefined ? null : JSON.stringify(rest);
}
