/**
 * Cases in an SQLite file: the default store.
 *
 * @module
 */
import {
  type DatabaseStore,
  type DatabaseStoreOptions,
  openDatabaseStore,
} from "./database_store.ts";
import cases from "./migrations/sqlite/0001_cases.sql" with { type: "text" };
import idempotencyKeys from "./migrations/sqlite/0002_idempotency_keys.sql" with { type: "text" };
import corrections from "./migrations/sqlite/0003_corrections.sql" with { type: "text" };
import outbox from "./migrations/sqlite/0004_outbox.sql" with { type: "text" };
import statistics from "./migrations/sqlite/0005_statistics.sql" with { type: "text" };
import replacedAnswers from "./migrations/sqlite/0006_replaced_answers.sql" with { type: "text" };
import assignments from "./migrations/sqlite/0008_assignments.sql" with { type: "text" };
import matters from "./migrations/sqlite/0010_matters.sql" with { type: "text" };
import matterNumbers from "./migrations/sqlite/0011_matter_numbers.sql" with { type: "text" };
import quotesOfOthers from "./migrations/sqlite/0012_quotes_of_others.sql" with { type: "text" };
import gravity from "./migrations/sqlite/0007_gravity.sql" with { type: "text" };
import gists from "./migrations/sqlite/0009_gists.sql" with { type: "text" };
import type { Migration } from "./migration.ts";
import { SqliteDatabase, type SqliteDatabaseOptions } from "./sqlite_database.ts";

/** Options of {@linkcode openSqliteStore}. */
export interface SqliteStoreOptions extends SqliteDatabaseOptions, DatabaseStoreOptions {}

/** The steps of the schema. */
export const SQLITE_MIGRATIONS: readonly Migration[] = [
  { number: 1, name: "cases", works_from: 1, script: cases },
  { number: 2, name: "idempotency_keys", works_from: 1, script: idempotencyKeys },
  { number: 3, name: "corrections", works_from: 1, script: corrections },
  { number: 4, name: "outbox", works_from: 1, script: outbox },
  { number: 5, name: "statistics", works_from: 1, script: statistics },
  { number: 6, name: "replaced_answers", works_from: 1, script: replacedAnswers },
  { number: 7, name: "gravity", works_from: 1, script: gravity },
  { number: 8, name: "assignments", works_from: 1, script: assignments },
  { number: 9, name: "gists", works_from: 1, script: gists },
  { number: 10, name: "matters", works_from: 1, script: matters },
  { number: 11, name: "matter_numbers", works_from: 1, script: matterNumbers },
  { number: 12, name: "quotes_of_others", works_from: 1, script: quotesOfOthers },
];

/**
 * Opens the store, making the file and its folder where there are none.
 *
 * @throws {Error} If the path is wrong, or the file was made by a program too new for this one.
 */
export function openSqliteStore(options: SqliteStoreOptions): Promise<DatabaseStore> {
  return openDatabaseStore(new SqliteDatabase(options), SQLITE_MIGRATIONS, options);
}
