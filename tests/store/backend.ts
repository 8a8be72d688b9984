/**
 * Databases that the store's contract is held against.
 *
 * @module
 */
import type { DatabaseStore, DatabaseStoreOptions } from "../../src/store/database_store.ts";

/** A database of which each test gets an empty one. */
export interface Backend {
  readonly name: string;
  /** Whether a second instance may be opened on the same database while the first is. */
  readonly shared: boolean;
  /** Whether what is stored outlives the store that wrote it. */
  readonly durable: boolean;
  /** An empty database; {@linkcode TestDatabase.close} removes it. */
  create(): Promise<TestDatabase>;
}

/** One empty database. */
export interface TestDatabase {
  /** Opens a store on it; one that was closed before, if not `shared`. */
  open(options?: DatabaseStoreOptions): Promise<DatabaseStore>;
  /** Runs a statement past the store. */
  run(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** Runs a test on an empty database. */
export async function onEmpty(
  backend: Backend,
  test: (database: TestDatabase) => Promise<void>,
): Promise<void> {
  const database = await backend.create();
  try {
    await test(database);
  } finally {
    await database.close();
  }
}
