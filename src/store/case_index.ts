/**
 * What cases are found by: under each term the newest of them, and what each is
 * compared by. Where cases become visible in the order of their numbers all of it
 * is kept in memory, and a look reads what came since the one before. One that was
 * erased leaves with all others, at once where this process erased it, else soon:
 * who gives such cases away looks whether they are still stored.
 *
 * @module
 */
import { NEWEST_CASES } from "../similar/candidates.ts";
import { readGist } from "../similar/prepared_gist.ts";
import type { Candidate } from "../similar/rank.ts";
import { termsOf } from "../similar/terms.ts";
import type { Gist } from "../triage/domain/gist.ts";
import type { Database, Dialect } from "./database.ts";

/** Bounds of what is remembered. */
export const CASE_INDEX_LIMITS = {
  /** Some 1.5 kB each. Of these the half that was not looked at for longest is forgotten at once. */
  cases: 8_192,
  /** Terms with their newest cases, half a kB each. All are forgotten at once. */
  terms: 8_192,
  /** Cases that came since: of more the index begins anew. */
  newer_cases: 1_000,
  kept_ms: 600_000,
} as const;

/** A case that may be compared. */
export interface IndexedCase extends Candidate {
  readonly number: number;
}

/** What the index needs of a database. */
export type CaseIndexDatabase = Pick<Database, "query"> & {
  readonly dialect: Pick<Dialect, "numbers_in_order">;
};

interface GistRow {
  /** PostgreSQL gives the 64 bits of a number as text. */
  readonly number: number | string;
  readonly case_id: string;
  readonly gist: string;
}

/** The index of a database. */
export class CaseIndex {
  readonly #database: CaseIndexDatabase;
  readonly #now: () => number;
  /** By term, the newest first. */
  readonly #newest = new Map<number, number[]>();
  #cases = new Map<number, IndexedCase>();
  /** Those that were looked at before; who is looked at again is among the others from then on. */
  #older: ReadonlyMap<number, IndexedCase> = new Map();
  /** Number of the newest case that is in the lists; `null` where there are none. */
  #reached: number | null = null;
  /** How often all was forgotten: what was asked for before is not kept after. */
  #forgets = 0;
  #since: number;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param now Milliseconds of a clock that never goes back. */
  constructor(database: CaseIndexDatabase, now: () => number = () => performance.now()) {
    this.#database = database;
    this.#now = now;
    this.#since = now();
  }

  /** Numbers of the newest cases under each of the terms, the newest first. */
  newest(terms: readonly number[]): Promise<readonly (readonly number[])[]> {
    if (!this.#database.dialect.numbers_in_order) return this.#readNewest(terms);
    // One after the other: what one look reads must be in place when the next adds to it.
    const found = this.#turn.then(() => this.#look(terms));
    this.#turn = found.catch(() => {});
    return found;
  }

  /** These cases by their numbers, without those that went in between. */
  async cases(numbers: Iterable<number>): Promise<ReadonlyMap<number, IndexedCase>> {
    this.#forgetInTime();
    const found = new Map<number, IndexedCase>();
    const missing = new Set<number>();
    for (const number of numbers) {
      const kept = this.#cases.get(number) ?? this.#again(number);
      if (kept === undefined) missing.add(number);
      else found.set(number, kept);
    }
    if (missing.size === 0) return found;
    const forgets = this.#forgets;
    const rows = await this.#database.query<GistRow>(
      `SELECT number, case_id, gist FROM gists WHERE number IN (${places(missing.size)})`,
      [...missing],
    );
    for (const row of rows) {
      const one = indexed(row, JSON.parse(row.gist) as Gist);
      if (forgets === this.#forgets) this.#remember(one);
      found.set(one.number, one);
    }
    return found;
  }

  /** Forgets all: somebody was erased. */
  forget(): void {
    this.#newest.clear();
    this.#cases = new Map();
    this.#older = new Map();
    this.#reached = null;
    this.#forgets++;
    this.#since = this.#now();
  }

  #forgetInTime(): void {
    if (this.#now() - this.#since > CASE_INDEX_LIMITS.kept_ms) this.forget();
  }

  async #look(terms: readonly number[]): Promise<readonly (readonly number[])[]> {
    this.#forgetInTime();
    await this.#catchUp();
    const missing = terms.filter((term) => !this.#newest.has(term));
    if (missing.length > 0) {
      const forgets = this.#forgets;
      if (this.#newest.size + missing.length > CASE_INDEX_LIMITS.terms) this.#newest.clear();
      const lists = await this.#readNewest(missing);
      if (forgets !== this.#forgets) return await this.#look(terms);
      missing.forEach((term, at) => this.#newest.set(term, lists[at] ?? []));
    }
    return terms.map((term) => this.#newest.get(term) ?? []);
  }

  /** Adds the cases that came since to the lists that there are. */
  async #catchUp(): Promise<void> {
    if (this.#reached === null) {
      const [row] = await this.#database.query<{ number: number | null }>(
        "SELECT max(number) AS number FROM gists",
      );
      this.#reached = row?.number ?? 0;
      return;
    }
    const { newer_cases } = CASE_INDEX_LIMITS;
    const forgets = this.#forgets;
    const rows = await this.#database.query<GistRow>(
      `SELECT number, case_id, gist FROM gists WHERE number > $1 ORDER BY number LIMIT ${newer_cases}`,
      [this.#reached],
    );
    if (rows.length === newer_cases) this.forget();
    if (forgets !== this.#forgets) return await this.#catchUp();
    for (const row of rows) {
      const gist = JSON.parse(row.gist) as Gist;
      const { number } = this.#remember(indexed(row, gist));
      for (const term of termsOf(gist)) {
        const newest = this.#newest.get(term);
        // A list that was read after the last look holds it already.
        if (newest === undefined || (newest[0] ?? 0) >= number) continue;
        if (newest.unshift(number) > NEWEST_CASES) newest.pop();
      }
      this.#reached = number;
    }
  }

  async #readNewest(terms: readonly number[]): Promise<number[][]> {
    const lists = terms.map((_, at) =>
      `SELECT ${at} AS place, string_agg(CAST(number AS TEXT), ',') AS numbers FROM ` +
      `(SELECT number FROM gist_terms WHERE term = CAST($${at + 1} AS BIGINT) ` +
      `ORDER BY number DESC LIMIT ${NEWEST_CASES}) AS newest`
    );
    const rows = await this.#database.query<{ place: number; numbers: string | null }>(
      lists.join(" UNION ALL "),
      terms,
    );
    const newest: number[][] = terms.map(() => []);
    for (const { place, numbers } of rows) {
      if (numbers !== null) newest[place] = numbers.split(",").map(Number).sort((a, b) => b - a);
    }
    return newest;
  }

  #again(number: number): IndexedCase | undefined {
    const older = this.#older.get(number);
    return older && this.#remember(older);
  }

  #remember(one: IndexedCase): IndexedCase {
    if (this.#cases.size >= CASE_INDEX_LIMITS.cases / 2) {
      this.#older = this.#cases;
      this.#cases = new Map();
    }
    this.#cases.set(one.number, one);
    return one;
  }
}

function indexed({ number, case_id }: GistRow, gist: Gist): IndexedCase {
  return { number: Number(number), case_id, read: readGist(gist) };
}

function places(count: number): string {
  return Array.from({ length: count }, (_, at) => `CAST($${at + 1} AS BIGINT)`).join(", ");
}
