/**
 * The case store over any {@linkcode Database}.
 *
 * @module
 */
import type { NewCase, StoredCase } from "../triage/case.ts";
import type { CaseStore } from "../triage/ports.ts";
import { recordCases } from "./case_recorder.ts";
import { type CaseRow, storedCase } from "./case_row.ts";
import type { Database } from "./database.ts";
import { GroupCommit } from "./group_commit.ts";
import { migrate, type Migration } from "./migration.ts";

/** Options of every store in a database. */
export interface DatabaseStoreOptions {
  /** Most cases in one commit. @default 256 */
  readonly batch_cases?: number;
  /** Most cases waiting for a commit; further ones are refused as `overloaded`. @default 4096 */
  readonly queue_cases?: number;
}

/** Brings the schema up to date and gives the store. */
export async function openDatabaseStore(
  database: Database,
  migrations: readonly Migration[],
  { batch_cases = 256, queue_cases = 4_096 }: DatabaseStoreOptions,
): Promise<CaseStore> {
  try {
    await migrate(database, migrations);
  } catch (error) {
    await database.close();
    throw error;
  }
  const recorder = new GroupCommit<NewCase, StoredCase>(
    (newCases) => recordCases(database, newCases),
    { batch_jobs: batch_cases, queue_jobs: queue_cases },
  );
  return {
    record: (newCase) => recorder.submit(newCase),
    async get(caseId) {
      const [row] = await database.query<CaseRow>(
        "SELECT case_id, created_at, request, answer, explanation FROM cases " +
          "WHERE case_id = $1 AND erased_at IS NULL",
        [caseId],
      );
      return row === undefined ? null : storedCase(row);
    },
    async ready() {
      try {
        await database.transaction((sql) => sql.query("SELECT 1"));
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await recorder.close();
      await database.close();
    },
  };
}
