/**
 * Finds similar cases: those that share the most telling terms are compared.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { Gist } from "../triage/domain/gist.ts";
import type { FoundSimilar, SimilarCase, SimilarCases } from "../triage/domain/similar.ts";
import { backgroundOf, readGist } from "../similar/prepared_gist.ts";
import { type RankOptions, rankSimilar } from "../similar/rank.ts";
import { type SearchTerm, searchTermsOf } from "../similar/terms.ts";
import { CaseIndex, type CaseIndexDatabase } from "./case_index.ts";
import type { Database } from "./database.ts";
import { knownCases } from "./known_cases.ts";

/** Cases that are compared, one by one. Of twice as many the list is no better. */
const COMPARED_CASES = 32;
/** The newest cases of the product, which show what all of them have in common. */
const BACKGROUND_CASES = 24;

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
    return await this.#find(JSON.parse(row.gist) as Gist, { self: caseId, limit });
  }

  async similarToGist(gist: Gist, limit: number, from: number): Promise<FoundSimilar> {
    // It is kept with the new case, and must not hold words that stand in another alone.
    const cases = await this.#find(gist, { limit, from, tells_others: false });
    return { cases, known: await knownCases(this.#database, cases.map(({ case_id }) => case_id)) };
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
    const sharing = mostSharing(terms, lists);
    const cases = await this.#index.cases([...newest, ...sharing]);
    const those = (numbers: readonly number[]) =>
      numbers.flatMap((number) => cases.get(number) ?? []);
    const candidates = those(sharing).filter(({ case_id }) => case_id !== self);
    const background = backgroundOf(those(newest).map(({ read }) => read));
    const found = rankSimilar(readGist(gist), candidates, { background, ...wanted });
    const ids = new Set(found.map(({ case_id }) => case_id));
    const stored = await this.#index.stored(candidates.filter(({ case_id }) => ids.has(case_id)));
    return found.filter(({ case_id }) => stored.has(case_id));
  }
}

/** Numbers of the cases that share the most of these terms, the newest first of those that share as much. */
function mostSharing(
  terms: readonly SearchTerm[],
  lists: readonly (readonly number[])[],
): number[] {
  const shared = new Map<number, number>();
  terms.forEach(({ weight }, at) => {
    for (const number of lists[at] ?? []) shared.set(number, (shared.get(number) ?? 0) + weight);
  });
  const best: number[] = [], weights: number[] = [];
  for (const [number, weight] of shared) {
    let place = best.length;
    while (place > 0 && comesBefore(number, weight, best[place - 1], weights[place - 1])) place--;
    if (place > COMPARED_CASES) continue;
    best.splice(place, 0, number);
    weights.splice(place, 0, weight);
    if (best.length > COMPARED_CASES + 1) best.pop(), weights.pop();
  }
  return best;
}

function comesBefore(number: number, weight: number, other = 0, others = 0): boolean {
  return weight > others || weight === others && number > other;
}
