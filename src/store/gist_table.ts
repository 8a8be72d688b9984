/**
 * Gists beside their cases, with the terms under which they are found. Written
 * in the transaction that writes the case, gone in the one that erases it.
 *
 * @module
 */
import { type Gist, GIST_VERSION } from "../triage/domain/gist.ts";
import type { GistShelf, UnreadCases } from "../triage/domain/similar.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";
import { termsOf } from "../similar/terms.ts";
import type { Database, Dialect, Sql } from "./database.ts";

/** Cases looked through for such without a gist, in one statement. */
const STRETCH_CASES = 500;

/** Writes the gist of a case. Its statements are sent at once, in order. */
export async function writeGist(
  sql: Pick<Sql, "query">,
  { latestNumber }: Pick<Dialect, "latestNumber">,
  caseId: string,
  gist: Gist,
): Promise<void> {
  const terms = termsOf(gist);
  const written = [
    sql.query(
      "INSERT INTO gists (case_id, version, gist) VALUES ($1, $2, $3)",
      [caseId, gist.version, JSON.stringify(gist)],
    ),
  ];
  if (terms.length > 0) {
    const rows = terms.map((_, at) => `($${at + 1}, ${latestNumber})`);
    written.push(
      sql.query(`INSERT INTO gist_terms (term, number) VALUES ${rows.join(", ")}`, terms),
    );
  }
  await Promise.all(written);
}

/** Forgets the gist of a case, and every term under which it is found. */
export async function eraseGist(sql: Pick<Sql, "query">, caseId: string): Promise<void> {
  const [row] = await sql.query<{ number: number; gist: string }>(
    "DELETE FROM gists WHERE case_id = $1 RETURNING number, gist",
    [caseId],
  );
  if (row === undefined) return;
  for (const term of termsOf(JSON.parse(row.gist) as Gist)) {
    await sql.query("DELETE FROM gist_terms WHERE term = $1 AND number = $2", [term, row.number]);
  }
}

/** The gists of a database, for who makes those that are missing. */
export class GistTable implements GistShelf {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async unread(before: string | null): Promise<UnreadCases> {
    const rows = await this.#database.query<
      { case_id: string; request: string | null; stale: number }
    >(
      "SELECT cases.case_id, CASE WHEN gists.version = $1 THEN NULL ELSE request END AS request, " +
        "CASE WHEN erased_at IS NOT NULL AND gists.version IS NOT NULL THEN 1 ELSE 0 END AS stale " +
        "FROM cases LEFT JOIN gists ON gists.case_id = cases.case_id " +
        (before === null ? "" : "WHERE cases.case_id < $2 ") +
        `ORDER BY cases.case_id DESC LIMIT ${STRETCH_CASES}`,
      before === null ? [GIST_VERSION] : [GIST_VERSION, before],
    );
    return {
      cases: rows.flatMap(({ case_id, request }) =>
        request === null ? [] : [{ case_id, request: JSON.parse(request) as CustomerMessage }]
      ),
      erased: rows.flatMap(({ case_id, stale }) => stale === 1 ? [case_id] : []),
      reached: rows.length < STRETCH_CASES ? null : rows.at(-1)?.case_id ?? null,
    };
  }

  async keep(caseId: string, gist: Gist | null): Promise<void> {
    await this.#database.transaction(async (sql) => {
      const [row] = await sql.query<{ erased_at: number | null }>(
        `SELECT erased_at FROM cases WHERE case_id = $1${this.#database.dialect.forUpdate}`,
        [caseId],
      );
      await eraseGist(sql, caseId);
      if (gist !== null && row?.erased_at === null) {
        await writeGist(sql, this.#database.dialect, caseId, gist);
      }
    });
  }
}
