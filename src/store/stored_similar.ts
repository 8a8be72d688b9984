/**
 * Finds similar cases: those that share the most telling terms are compared.
 * Two statements, however many cases there are: which cases, and the gists of
 * those that were not read lately.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { Gist } from "../triage/domain/gist.ts";
import type { SimilarCase, SimilarCases } from "../triage/domain/similar.ts";
import { backgroundOf, readGist } from "../similar/prepared_gist.ts";
import { type RankOptions, rankSimilar } from "../similar/rank.ts";
import { productTerm, type SearchTerm, searchTermsOf } from "../similar/terms.ts";
import type { Database, Value } from "./database.ts";
import { type FoundCase, ReadCases } from "./read_cases.ts";

/** Of each term the newest cases are looked at. Of twice as many no more of the right ones are found. */
const NEWEST_CASES = 60;
/** Cases that are compared, one by one. Of twice as many the list is no better. */
const COMPARED_CASES = 32;
/** The newest cases of the product, which show what all of them have in common. */
const BACKGROUND_CASES = 24;

/** The similar cases of a database. */
export class StoredSimilar implements SimilarCases {
  readonly #database: Pick<Database, "query">;
  readonly #cases: ReadCases;

  constructor(database: Pick<Database, "query">) {
    this.#database = database;
    this.#cases = new ReadCases(database);
  }

  async similarTo(caseId: string, limit: number): Promise<readonly SimilarCase[]> {
    const [row] = await this.#database.query<{ gist: string | null }>(
      "SELECT gist FROM cases LEFT JOIN gists ON gists.case_id = cases.case_id " +
        "WHERE cases.case_id = $1 AND erased_at IS NULL",
      [caseId],
    );
    if (row === undefined) throw new Failure("not_found", "There is no such case");
    if (row.gist === null) return [];
    return await this.#find(JSON.parse(row.gist) as Gist, { self: caseId, limit });
  }

  similarToGist(gist: Gist, limit: number, from: number): Promise<readonly SimilarCase[]> {
    // It is kept with the new case, and must not hold words that stand in another alone.
    return this.#find(gist, { limit, from, tells_others: false });
  }

  /** Forgets the gists that were read lately: one of them may be erased. */
  forget(): void {
    this.#cases.forget();
  }

  async #find(
    gist: Gist,
    { self, ...wanted }: { self?: string } & Omit<RankOptions, "background">,
  ): Promise<readonly SimilarCase[]> {
    const terms = searchTermsOf(gist);
    if (terms.length === 0) return [];
    // Both at once, and both awaited at once: of one that fails alone nobody would hear.
    const [newest, sharing] = await Promise.all([this.#newest(gist), this.#sharing(terms)]);
    const cases = await this.#cases.of([...newest, ...sharing]);
    const background = backgroundOf(newest.flatMap(({ case_id }) => cases.get(case_id) ?? []));
    const candidates = sharing.flatMap(({ case_id }) => {
      const read = case_id === self ? undefined : cases.get(case_id);
      return read === undefined ? [] : [{ case_id, read }];
    });
    return rankSimilar(readGist(gist), candidates, { background, ...wanted });
  }

  /** The newest cases of its product. */
  #newest({ product }: Gist): Promise<FoundCase[]> {
    return this.#database.query<FoundCase>(
      "SELECT number, case_id FROM gists WHERE number IN (SELECT number FROM gist_terms " +
        `WHERE term = CAST($1 AS BIGINT) ORDER BY number DESC LIMIT ${BACKGROUND_CASES})`,
      [productTerm(product)],
    );
  }

  /** The cases that share the most of these terms. */
  #sharing(terms: readonly SearchTerm[]): Promise<FoundCase[]> {
    const values: Value[] = [];
    const bind = (value: Value) => `$${values.push(value)}`;
    const lists = terms.map(({ term, weight }) =>
      `SELECT number, CAST(${bind(weight)} AS DOUBLE PRECISION) AS weight FROM ` +
      `(SELECT number FROM gist_terms WHERE term = CAST(${bind(term)} AS BIGINT) ` +
      `ORDER BY number DESC LIMIT ${NEWEST_CASES}) AS newest`
    );
    return this.#database.query<FoundCase>(
      "SELECT gists.number, case_id FROM (SELECT number, sum(weight) AS shared " +
        `FROM (${lists.join(" UNION ALL ")}) AS found GROUP BY number ` +
        `ORDER BY shared DESC, number DESC LIMIT ${COMPARED_CASES + 1}) AS best ` +
        "JOIN gists ON gists.number = best.number",
      values,
    );
  }
}
