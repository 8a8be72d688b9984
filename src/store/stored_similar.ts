/**
 * Finds similar cases: those that share the most telling terms are compared.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { Gist } from "../triage/domain/gist.ts";
import type { FoundSimilar, SimilarCase, SimilarCases } from "../triage/domain/similar.ts";
import { BACKGROUND_CASES, mostSharing } from "../similar/candidates.ts";
import { backgroundOf, readGist } from "../similar/prepared_gist.ts";
import { type RankOptions, rankSimilar } from "../similar/rank.ts";
import { searchTermsOf } from "../similar/terms.ts";
import { CaseIndex, type CaseIndexDatabase } from "./case_index.ts";
import type { Database } from "./database.ts";
import { knownCases } from "./known_cases.ts";

/** The similar cases of a database. */
export class StoredSimilar implements SimilarCases {
  readonly #database: Pick<Database, "query">;
  readonly #index: CaseIndex;

  constructor(database: CaseIndexDatabase) {
    this.#database = database;
    this.#index = new CaseIndex(database);
  }

  async similarTo(caseId: string, limit: number): Promise<readonly SimilarCase[]> {
    const [row] = await this.#database.query<{ gist: string | null }>(
      "SELECT gist FROM cases LEFT JOIN gists ON gists.case_id = cases.case_id " +
        "WHERE cases.case_id = $1 AND erased_at IS NULL",
      [caseId],
    );
    if (row === undefined) throw new Failure("not_found", "There is no such case");
    if (row.gist === null) return [];
    const found = await this.#find(JSON.parse(row.gist) as Gist, { self: caseId, limit });
    return (await this.#ofThose(found)).cases;
  }

  async similarToGist(gist: Gist, limit: number, from: number): Promise<FoundSimilar> {
    // It is kept with the new case, and must not hold words that stand in another alone.
    return await this.#ofThose(await this.#find(gist, { limit, from, tells_others: false }));
  }

  /** Forgets the gists that were read lately: one of them may be erased. */
  forget(): void {
    this.#index.forget();
  }

  async #find(
    gist: Gist,
    { self, ...wanted }: { self?: string } & Omit<RankOptions, "background">,
  ): Promise<readonly SimilarCase[]> {
    const terms = searchTermsOf(gist);
    if (terms.length === 0) return [];
    const lists = await this.#index.newest(terms.map(({ term }) => term));
    // The first term is the product's.
    const newest = lists[0]?.slice(0, BACKGROUND_CASES).reverse() ?? [];
    const { numbers, among } = mostSharing(terms, lists);
    const cases = await this.#index.cases([...newest, ...numbers]);
    const those = (numbers: readonly number[]) =>
      numbers.flatMap((number) => cases.get(number) ?? []);
    const candidates = those(numbers).filter(({ case_id }) => case_id !== self);
    const background = backgroundOf(those(newest).map(({ read }) => read), among);
    return rankSimilar(readGist(gist), candidates, { background, ...wanted });
  }

  /** Those that are still stored, and what is known of them: what is remembered may be erased. */
  async #ofThose(found: readonly SimilarCase[]): Promise<FoundSimilar> {
    const known = await knownCases(this.#database, found.map(({ case_id }) => case_id));
    const stored = new Set(known.map(({ case_id }) => case_id));
    return { cases: found.filter(({ case_id }) => stored.has(case_id)), known };
  }
}
