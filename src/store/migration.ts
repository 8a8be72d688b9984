/**
 * Brings a database's schema up to date: numbered scripts, embedded in the
 * program, applied once and in order, safe when several instances start together.
 *
 * @module
 */
import type { Database, Sql } from "./database.ts";

/** One step of the schema. */
export interface Migration {
  /** 1, 2, 3, … without gaps. */
  readonly number: number;
  readonly name: string;
  /**
   * The oldest schema number whose programs still work after this step. An
   * older program may so be put back after an upgrade without restoring a backup.
   */
  readonly works_from: number;
  readonly script: string;
}

/**
 * Applies what is missing.
 *
 * @throws {Error} If the database was made by a program too new for this one.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  const known = migrations.at(-1)?.number ?? 0;
  await database.transaction(async (sql) => {
    // Instances that start together apply each step once: the first holds the lock.
    if (database.dialect.lock !== null) await sql.query(database.dialect.lock, ["migrations"]);
    const { number, works_from } = await schemaOf(sql);
    if (works_from > known) {
      throw new Error(
        `Cannot open the store: wanted schema ${known} or one that still serves it, got schema ` +
          `${number}, which serves programs from schema ${works_from} on; start the newer program`,
      );
    }
    for (const migration of migrations) {
      if (migration.number <= number) continue;
      await sql.script(migration.script);
      await sql.query(
        "INSERT INTO migrations (number, name, works_from) VALUES ($1, $2, $3)",
        [migration.number, migration.name, migration.works_from],
      );
    }
  });
}

async function schemaOf(sql: Sql): Promise<{ number: number; works_from: number }> {
  await sql.script(
    "CREATE TABLE IF NOT EXISTS migrations " +
      "(number INTEGER PRIMARY KEY, name TEXT NOT NULL, works_from INTEGER NOT NULL)",
  );
  const [schema] = await sql.query<{ number: number; works_from: number }>(
    "SELECT coalesce(max(number), 0) AS number, coalesce(max(works_from), 0) AS works_from " +
      "FROM migrations",
  );
  return schema ?? { number: 0, works_from: 0 };
}
