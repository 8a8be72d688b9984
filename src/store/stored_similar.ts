/**
 * Finds similar cases: those that share the most telling terms are fetched and
 * compared. One statement each, however many cases there are.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { Gist } from "../triage/domain/gist.ts";
import type { SimilarCase, SimilarCases } from "../triage/domain/similar.ts";
import { type Background, backgroundOf } from "../similar/prepared_gist.ts";
import { rankSimilar } from "../similar/rank.ts";
import { productTerm, searchTermsOf } from "../similar/terms.ts";
import type { Database, Value } from "./database.ts";

/** Of each term the newest cases are looked at. */
const NEWEST_CASES = 120;
/** Cases that are compared, one by one. */
const COMPARED_CASES = 64;
/** The newest cases of the product, which show what all of them have in common. */
const BACKGROUND_CASES = 32;

interface GistRow {
  readonly case_id: string;
  readonly gist: string;
}

/** The similar cases of a database. */
export class StoredSimilar implements SimilarCases {
  readonly #database: Pick<Database, "query">;

  constructor(database: Pick<Database, "query">) {
    this.#database = database;
  }

  async similarTo(caseId: string, limit: number): Promise<readonly SimilarCase[]> {
    const [row] = await this.#database.query<{ gist: string | null }>(
      "SELECT gist FROM cases LEFT JOIN gists ON gists.case_id = cases.case_id " +
        "WHERE cases.case_id = $1 AND erased_at IS NULL",
      [caseId],
    );
    if (row === undefined) throw new Failure("not_found", "There is no such case");
    if (row.gist === null) return [];
    return await this.#find(JSON.parse(row.gist) as Gist, caseId, limit);
  }

  similarToGist(gist: Gist, limit: number): Promise<readonly SimilarCase[]> {
    return this.#find(gist, null, limit);
  }

  async #find(gist: Gist, self: string | null, limit: number): Promise<readonly SimilarCase[]> {
    const terms = searchTermsOf(gist);
    if (terms.length === 0) return [];
    const values: Value[] = [];
    const bind = (value: Value) => `$${values.push(value)}`;
    const lists = terms.map(({ term, weight }) =>
      `SELECT number, CAST(${bind(weight)} AS DOUBLE PRECISION) AS weight FROM ` +
      `(SELECT number FROM gist_terms WHERE term = CAST(${bind(term)} AS BIGINT) ` +
      `ORDER BY number DESC LIMIT ${NEWEST_CASES}) AS newest`
    );
    // Both at once, and both awaited at once: of one that fails alone nobody would hear.
    const [background, rows] = await Promise.all([
      this.#background(gist.product),
      this.#database.query<GistRow>(
        "SELECT case_id, gist FROM (SELECT number, sum(weight) AS shared " +
          `FROM (${lists.join(" UNION ALL ")}) AS found GROUP BY number ` +
          `ORDER BY shared DESC, number DESC LIMIT ${COMPARED_CASES + 1}) AS best ` +
          "JOIN gists ON gists.number = best.number",
        values,
      ),
    ]);
    const others = rows.filter(({ case_id }) => case_id !== self)
      .map((row) => ({ case_id: row.case_id, gist: JSON.parse(row.gist) as Gist }));
    return rankSimilar(gist, others, { background, limit });
  }

  async #background(product: string): Promise<Background> {
    const rows = await this.#database.query<{ gist: string }>(
      "SELECT gist FROM gists WHERE number IN (SELECT number FROM gist_terms " +
        `WHERE term = CAST($1 AS BIGINT) ORDER BY number DESC LIMIT ${BACKGROUND_CASES})`,
      [productTerm(product)],
    );
    return backgroundOf(rows.map((row) => JSON.parse(row.gist) as Gist));
  }
}
