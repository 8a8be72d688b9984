/**
 * Cases in an SQLite file: the default store.
 *
 * @module
 */
import type { CaseStore } from "../triage/ports.ts";
import { type DatabaseStoreOptions, openDatabaseStore } from "./database_store.ts";
import cases from "./migrations/sqlite/0001_cases.sql" with { type: "text" };
import { SqliteDatabase, type SqliteDatabaseOptions } from "./sqlite_database.ts";

/** Options of {@linkcode openSqliteStore}. */
export interface SqliteStoreOptions extends SqliteDatabaseOptions, DatabaseStoreOptions {}

const MIGRATIONS = [
  { number: 1, name: "cases", works_from: 1, script: cases },
];

/**
 * Opens the store, making the file and its folder where there are none.
 *
 * @throws {Error} If the file was made by a program too new for this one.
 * @throws {Failure} `store_unavailable` when the file cannot be used.
 */
export function openSqliteStore(options: SqliteStoreOptions): Promise<CaseStore> {
  return openDatabaseStore(new SqliteDatabase(options), MIGRATIONS, options);
}
