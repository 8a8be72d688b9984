/**
 * The gists of cases that were read lately, ready to be compared: the newest are
 * looked at again by nearly every message. Who asks has just found the cases, so
 * that one erased is not given; its words leave the memory with all others, at once
 * where this process erased it, else soon.
 *
 * @module
 */
import { type ReadGist, readGist } from "../similar/prepared_gist.ts";
import type { Gist } from "../triage/domain/gist.ts";
import type { Database } from "./database.ts";

/** Bounds of what is remembered. All is forgotten at once when one is reached. */
export const READ_CASES_LIMITS = {
  /** Some 2 kB each. */
  cases: 4_096,
  kept_ms: 600_000,
} as const;

/** A case that was found. PostgreSQL gives the 64 bits of its number as text. */
export interface FoundCase {
  readonly number: number | string;
  readonly case_id: string;
}

/** Gives what cases are compared by. */
export class ReadCases {
  readonly #database: Pick<Database, "query">;
  readonly #now: () => number;
  /** By number. A gist made anew has another, and a number may be given again to another case. */
  readonly #read = new Map<FoundCase["number"], ReadGist & Pick<FoundCase, "case_id">>();
  #since: number;

  /** @param now Milliseconds of a clock that never goes back. */
  constructor(database: Pick<Database, "query">, now: () => number = () => performance.now()) {
    this.#database = database;
    this.#now = now;
    this.#since = now();
  }

  /** The gists of these cases, without those that went in between. */
  async of(cases: readonly FoundCase[]): Promise<ReadonlyMap<string, ReadGist>> {
    if (this.#now() - this.#since > READ_CASES_LIMITS.kept_ms) this.forget();
    const given = new Map<string, ReadGist>();
    const missing = new Set<string | number>();
    for (const { number, case_id } of cases) {
      const read = this.#read.get(number);
      if (read?.case_id === case_id) given.set(case_id, read);
      else missing.add(number);
    }
    if (missing.size === 0) return given;
    if (this.#read.size + missing.size > READ_CASES_LIMITS.cases) this.forget();
    const wanted = [...missing];
    const rows = await this.#database.query<FoundCase & { readonly gist: string }>(
      "SELECT number, case_id, gist FROM gists WHERE number IN " +
        `(${wanted.map((_, at) => `CAST($${at + 1} AS BIGINT)`).join(", ")})`,
      wanted,
    );
    for (const { number, case_id, gist } of rows) {
      const read = { ...readGist(JSON.parse(gist) as Gist), case_id };
      given.set(case_id, read);
      this.#read.set(number, read);
    }
    return given;
  }

  /** Forgets all: somebody was erased. */
  forget(): void {
    this.#read.clear();
    this.#since = this.#now();
  }
}
