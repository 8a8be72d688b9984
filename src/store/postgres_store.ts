/**
 * Cases in PostgreSQL: for several instances on one store.
 *
 * @module
 */
import {
  type DatabaseStore,
  type DatabaseStoreOptions,
  openDatabaseStore,
} from "./database_store.ts";
import cases from "./migrations/postgres/0001_cases.sql" with { type: "text" };
import idempotencyKeys from "./migrations/postgres/0002_idempotency_keys.sql" with {
  type: "text",
};
import corrections from "./migrations/postgres/0003_corrections.sql" with { type: "text" };
import outbox from "./migrations/postgres/0004_outbox.sql" with { type: "text" };
import rateLimits from "./migrations/postgres/0005_rate_limits.sql" with { type: "text" };
import statistics from "./migrations/postgres/0006_statistics.sql" with { type: "text" };
import replacedAnswers from "./migrations/postgres/0007_replaced_answers.sql" with { type: "text" };
import assignments from "./migrations/postgres/0009_assignments.sql" with { type: "text" };
import matters from "./migrations/postgres/0011_matters.sql" with { type: "text" };
import matterNumbers from "./migrations/postgres/0012_matter_numbers.sql" with { type: "text" };
import quotesOfOthers from "./migrations/postgres/0013_quotes_of_others.sql" with { type: "text" };
import gravity from "./migrations/postgres/0008_gravity.sql" with { type: "text" };
import gists from "./migrations/postgres/0010_gists.sql" with { type: "text" };
import { PostgresDatabase, type PostgresDatabaseOptions } from "./postgres_database.ts";

/** Options of {@linkcode openPostgresStore}. */
export interface PostgresStoreOptions extends PostgresDatabaseOptions, DatabaseStoreOptions {}

const MIGRATIONS = [
  { number: 1, name: "cases", works_from: 1, script: cases },
  { number: 2, name: "idempotency_keys", works_from: 1, script: idempotencyKeys },
  { number: 3, name: "corrections", works_from: 1, script: corrections },
  { number: 4, name: "outbox", works_from: 1, script: outbox },
  { number: 5, name: "rate_limits", works_from: 1, script: rateLimits },
  { number: 6, name: "statistics", works_from: 1, script: statistics },
  { number: 7, name: "replaced_answers", works_from: 1, script: replacedAnswers },
  { number: 8, name: "gravity", works_from: 1, script: gravity },
  { number: 9, name: "assignments", works_from: 1, script: assignments },
  { number: 10, name: "gists", works_from: 1, script: gists },
  { number: 11, name: "matters", works_from: 1, script: matters },
  { number: 12, name: "matter_numbers", works_from: 1, script: matterNumbers },
  { number: 13, name: "quotes_of_others", works_from: 1, script: quotesOfOthers },
];

/**
 * Opens the store, making its tables where there are none.
 *
 * @throws {Error} If the tables were made by a program too new for this one, or
 * the server refuses user, password or database.
 */
export function openPostgresStore(options: PostgresStoreOptions): Promise<DatabaseStore> {
  return openDatabaseStore(new PostgresDatabase(options), MIGRATIONS, options);
}
