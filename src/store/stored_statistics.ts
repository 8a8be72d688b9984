/**
 * Counts over the cases of a database. What is counted survives erasure.
 *
 * @module
 */
import type { Route } from "../triage/domain/explanation.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { CaseStatistics, CheckedCase, DayCount } from "../triage/domain/statistics.ts";
import type { Database } from "./database.ts";
import { nextRest } from "./next_turn.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A day is over for good this long after its end: cases of other instances are stored by then. */
const SETTLED_AFTER_MS = 60 * 60 * 1000;
/** Days whose counts are remembered. */
const REMEMBERED_DAYS = 400;

interface CountRow {
  readonly first_intent: Intent;
  readonly route: Route;
  readonly cases: number;
  readonly confidence_sum: number;
  readonly cost_usd: number;
}

/** The counts of a database. */
export class StoredStatistics implements CaseStatistics {
  readonly #database: Database;
  readonly #now: () => Date;
  /** Counts of days that are over, by their start: they change no more. */
  readonly #settled = new Map<number, readonly DayCount[]>();

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async checked(since: Date): Promise<CheckedCase[]> {
    return await this.#database.query<CheckedCase>(
      "SELECT confidence, first_intent AS first, intent AS verdict FROM cases " +
        // The second condition tells SQLite that the index of the queue applies.
        "WHERE review = 'done' AND review <> 'none' AND created_at >= $1 " +
        "ORDER BY confidence, case_id",
      [since.getTime()],
    );
  }

  async daily(since: Date): Promise<DayCount[]> {
    const [bounds] = await this.#database.query<{ first: number | null; last: number | null }>(
      "SELECT (SELECT MIN(created_at) FROM cases WHERE created_at >= $1) AS first, " +
        "(SELECT MAX(created_at) FROM cases) AS last",
      [since.getTime()],
    );
    const { first = null, last = null } = bounds ?? {};
    if (first === null || last === null) return [];
    const counts: DayCount[] = [];
    for (let day = startOfDay(first); day <= last; day += DAY_MS) {
      counts.push(...await this.#day(day, since.getTime()));
    }
    return counts;
  }

  async #day(day: number, since: number): Promise<readonly DayCount[]> {
    const remembered = this.#settled.get(day);
    if (remembered !== undefined && since <= day) return remembered;
    const rows = await this.#database.query<CountRow>(
      "SELECT first_intent, route, COUNT(*) AS cases, SUM(confidence) AS confidence_sum, " +
        "COALESCE(SUM(cost_usd), 0) AS cost_usd FROM cases " +
        "WHERE created_at >= $1 AND created_at < $2 GROUP BY 1, 2 ORDER BY 1, 2",
      [Math.max(day, since), day + DAY_MS],
    );
    const name = new Date(day).toISOString().slice(0, 10);
    const counts = rows.map(({ first_intent, ...row }): DayCount => ({
      ...row,
      day: name,
      intent: first_intent,
    }));
    if (since <= day && day + DAY_MS + SETTLED_AFTER_MS <= this.#now().getTime()) {
      if (this.#settled.size >= REMEMBERED_DAYS) this.#settled.clear();
      this.#settled.set(day, counts);
    }
    // SQLite counts without a pause: others get their turn between two days.
    await nextRest();
    return counts;
  }
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY_MS) * DAY_MS;
}
