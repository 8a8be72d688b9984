/**
 * Counts over the cases of a database. What is counted survives erasure.
 *
 * @module
 */
import type { Route } from "../triage/explanation.ts";
import type { Intent } from "../triage/intent.ts";
import type { CaseStatistics, CheckedCase, DayCount } from "../triage/statistics.ts";
import type { Database } from "./database.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

interface CountRow {
  /** Days since 1970. */
  readonly day: number;
  readonly first_intent: Intent;
  readonly route: Route;
  readonly cases: number;
  readonly confidence_sum: number;
  readonly cost_usd: number;
}

/** The counts of a database. */
export class StoredStatistics implements CaseStatistics {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async checked(since: Date): Promise<CheckedCase[]> {
    return await this.#database.query<CheckedCase>(
      "SELECT confidence, first_intent AS first, intent AS verdict FROM cases " +
        "WHERE review = 'done' AND created_at >= $1 ORDER BY case_id",
      [since.getTime()],
    );
  }

  async daily(since: Date): Promise<DayCount[]> {
    const rows = await this.#database.query<CountRow>(
      `SELECT created_at / ${DAY_MS} AS day, first_intent, route, COUNT(*) AS cases, ` +
        "SUM(confidence) AS confidence_sum, COALESCE(SUM(cost_usd), 0) AS cost_usd FROM cases " +
        "WHERE created_at >= $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
      [since.getTime()],
    );
    return rows.map(({ day, first_intent, ...counts }) => ({
      ...counts,
      day: new Date(day * DAY_MS).toISOString().slice(0, 10),
      intent: first_intent,
    }));
  }
}
