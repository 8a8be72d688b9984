/**
 * Opens a database for one of its threads: to write, or to read beside that.
 *
 * @module
 */
import { type CaseRow, SELECT_CASE, storedCase } from "../case_row.ts";
import type { Database } from "../database.ts";
import { RisingTable } from "../rising_table.ts";
import { StoredMatters } from "../stored_matters.ts";
import { ErasedCopies } from "../erased_copies.ts";
import { openDatabaseStore } from "../database_store.ts";
import { GistTable } from "../gist_table.ts";
import { OutboxTable } from "../outbox_table.ts";
import { SqliteDatabase } from "../sqlite_database.ts";
import { SQLITE_MIGRATIONS } from "../sqlite_store.ts";
import { StoredDesk } from "../stored_desk.ts";
import { StoredSimilar } from "../stored_similar.ts";
import { StoredStatistics } from "../stored_statistics.ts";
import { type ReadableStore, READS, WRITES } from "./store_calls.ts";
import { type Commit, type FromStore, type OpenMessage, WRITE_BACK } from "./thread_messages.ts";

/** An open store that takes calls by their names. */
export interface OpenStore {
  call(name: string, args: readonly unknown[]): Promise<unknown>;
}

type AnyCall = (store: unknown, ...args: readonly unknown[]) => Promise<unknown>;

const CALLS = { ...WRITES, ...READS };
/** Calls that change how many erasures are not yet complete. */
const ERASING: ReadonlySet<string> = new Set(["eraseCustomer", "sweep", "clear"]);

/**
 * The log is written back when it has this many pages of 4 kB, on the thread
 * that reads: few enough that it is done in some 20 ms.
 */
const LONG_LOG_PAGES = 2_000;
/** So many cases make the log some 500 pages longer; then its length is looked at again. */
const LOOK_AT_LOG_CASES = 32;

/** What a thread that writes is given, and whom it tells what. */
export interface WriterParts {
  readonly now: () => Date;
  readonly say: (message: FromStore) => void;
  readonly onCommit: (commit: Commit) => void;
}

/** Opens what writes. The log is not written back in a commit: others would wait for it. */
export async function openWriter(
  options: OpenMessage,
  { now, say, onCommit }: WriterParts,
): Promise<OpenStore> {
  const inFile = options.path !== ":memory:";
  const database = new SqliteDatabase({ ...options, writes_back: !inFile });
  let told = false;
  let unseen = LOOK_AT_LOG_CASES;
  const tellOfLog = async (cases: number) => {
    unseen += cases;
    if (told || !inFile || unseen < LOOK_AT_LOG_CASES) return;
    unseen = 0;
    if (await pagesInLog(database, "NOOP") < LONG_LOG_PAGES) return;
    told = true;
    say({ kind: "log_is_long" });
  };
  const store = await openDatabaseStore(database, SQLITE_MIGRATIONS, {
    ...options,
    now,
    onState: (away) => say({ kind: "state", away }),
    onCommit(cases, duration_ms) {
      onCommit({ cases, duration_ms });
      void tellOfLog(cases).catch(() => {});
    },
  });
  return {
    call(name, args) {
      if (name === WRITE_BACK) {
        told = false;
        return pagesInLog(database, "PASSIVE");
      }
      const result = callOf(CALLS, name)(store, ...args);
      if (!ERASING.has(name)) return result;
      const tellOfErasures = () => say({ kind: "erasures", pending: store.copies.pending });
      tellOfErasures();
      return result.finally(tellOfErasures);
    },
  };
}

/** Opens what reads. It needs the schema to be up to date. */
export function openReader(options: OpenMessage, now: () => Date): OpenStore {
  const database = new SqliteDatabase({ ...options, read_only: true, must_exist: true });
  let writesBack: SqliteDatabase | null = null;
  const similar = new StoredSimilar(database);
  const store: ReadableStore = {
    async get(caseId) {
      const [row] = await database.query<CaseRow>(
        `${SELECT_CASE} WHERE case_id = $1 AND erased_at IS NULL`,
        [caseId],
      );
      return row === undefined ? null : storedCase(row);
    },
    desk: new StoredDesk(database, { now, events: false, copies: new ErasedCopies(database) }),
    statistics: new StoredStatistics(database, now),
    matters: new StoredMatters(database, now),
    rising: new RisingTable(database, { now, events: false }),
    similar,
    forget: () => Promise.resolve(similar.forget()),
    gists: new GistTable(database),
    outbox: new OutboxTable(database, now),
  };
  return {
    call(name, args) {
      if (name !== WRITE_BACK) return callOf(READS, name)(store, ...args);
      writesBack ??= new SqliteDatabase({ ...options, writes_back: false, must_exist: true });
      return pagesInLog(writesBack, "PASSIVE");
    },
  };
}

/**
 * Writes the log back, or only looks at it (`NOOP`).
 *
 * @returns Pages that are in the log alone.
 */
async function pagesInLog(
  database: Pick<Database, "query">,
  mode: "NOOP" | "PASSIVE",
): Promise<number> {
  const [row] = await database.query<{ log: number; checkpointed: number }>(
    `PRAGMA wal_checkpoint(${mode})`,
  );
  return row === undefined ? 0 : row.log - row.checkpointed;
}

function callOf(calls: Readonly<Record<string, unknown>>, name: string): AnyCall {
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (typeof call !== "function") {
    throw new TypeError(`Cannot call "${name}": there is no such call`);
  }
  return call as AnyCall;
}
