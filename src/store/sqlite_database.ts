/**
 * SQLite as a {@linkcode Database}: one connection, one transaction after the
 * other, a commit is on disk when it returns.
 *
 * @module
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Failure } from "../triage/domain/failure.ts";
import {
  type Database,
  type Dialect,
  DISK_FULL,
  type Row,
  type Sql,
  type Value,
} from "./database.ts";
import { FileIdentity } from "./file_identity.ts";

/** Options of {@linkcode SqliteDatabase}. */
export interface SqliteDatabaseOptions {
  /** A file, or ":memory:". */
  readonly path: string;
  /** How long a transaction waits for another process's. @default 2000 */
  readonly lock_wait_ms?: number;
  /** Only reads, beside a connection that writes. @default false */
  readonly read_only?: boolean;
  /** Whether the file was there before, and one that is gone is not made anew. @default false */
  readonly must_exist?: boolean;
  /** Whether a commit writes a long log back to the file. @default true */
  readonly writes_back?: boolean;
}

const NEXT_NUMBER = "UPDATE ticket_numbers SET last = last + 1 WHERE prefix = ";

const DIALECT: Dialect = {
  name: "sqlite",
  lock: null,
  nextTicketNumber: {
    BUG: `${NEXT_NUMBER}'BUG' RETURNING last AS number`,
    FR: `${NEXT_NUMBER}'FR' RETURNING last AS number`,
  },
  latestNumber: "last_insert_rowid()",
  numbers_in_order: true,
  forUpdate: "",
  skipLocked: "",
  jsonText: (column, key) => `json_extract(${column}, '$.${key}')`,
  clearLog: "PRAGMA wal_checkpoint(TRUNCATE)",
};

/** Waiting for a lock inside SQLite stops the event loop, so it waits this long at most. */
const BUSY_TIMEOUT_MS = 20;
const BUSY_PAUSE_MS = 20;

/** The log is cut back to this size after a burst. */
const JOURNAL_BYTES = 64 * 1024 * 1024;

/**
 * The log is written to the file proper when it has this many pages of 4 kB.
 * That takes some 60 ms, so it is to be rare; a page that many commits changed
 * is written once.
 */
const CHECKPOINT_PAGES = 8_192;

/** Pages kept in memory: those of the indexes, whose entries come in no order. */
const PAGE_CACHE_KB = 8_000;

const READING_PRAGMAS = [
  `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`,
  `PRAGMA cache_size = -${PAGE_CACHE_KB}`,
];

const WRITING_PRAGMAS = [
  ...READING_PRAGMAS,
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA secure_delete = ON", // what is erased is overwritten
  `PRAGMA journal_size_limit = ${JOURNAL_BYTES}`,
];

/** SQLite's primary result codes for a database that cannot be used just now. */
const AWAY = {
  perm: 3,
  busy: 5,
  locked: 6,
  no_memory: 7,
  read_only: 8,
  io_error: 10,
  corrupt: 11,
  full: 13,
  cannot_open: 14,
  not_a_database: 26,
} as const;

/** What writes nothing. A statement that writes may come with a SELECT, but never begins with one. */
const READS = /^\s*SELECT\b/;

/** After these the connection may stay of no use: the next transaction opens a new one. */
const REOPEN: readonly number[] = [AWAY.read_only, AWAY.io_error, AWAY.cannot_open];

/** When these come at the start, the setting is wrong: no use in waiting. */
const HOPELESS: readonly number[] = [
  AWAY.perm,
  AWAY.corrupt,
  AWAY.cannot_open,
  AWAY.not_a_database,
];

/** One SQLite database. */
export class SqliteDatabase implements Database {
  readonly dialect: Dialect = DIALECT;
  readonly #path: string;
  readonly #lockWaitMs: number;
  readonly #identity: FileIdentity | null;
  readonly #readOnly: boolean;
  readonly #mustExist: boolean;
  readonly #pragmas: readonly string[];
  #connection: DatabaseSync | null = null;
  #statements = new Map<string, StatementSync>();
  #opened = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: SqliteDatabaseOptions) {
    this.#path = options.path;
    this.#identity = options.path === ":memory:" ? null : new FileIdentity(options.path);
    this.#lockWaitMs = options.lock_wait_ms ?? 2_000;
    this.#readOnly = options.read_only ?? false;
    this.#mustExist = options.must_exist ?? false;
    const pages = options.writes_back ?? true ? CHECKPOINT_PAGES : 0;
    this.#pragmas = this.#readOnly
      ? READING_PRAGMAS
      : [...WRITING_PRAGMAS, `PRAGMA wal_autocheckpoint = ${pages}`];
  }

  query<R = Row>(text: string, values: readonly Value[] = []): Promise<R[]> {
    return this.#inTurn(() =>
      this.#guard(() => {
        this.#connect();
        if (this.#readOnly || READS.test(text)) this.#identity?.checkLately();
        else this.#identity?.check();
        return this.#run<R>(text, values);
      })
    );
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#guard(() => this.#run("BEGIN IMMEDIATE"));
      let open = true;
      // A statement that comes late, after a rollback, must not be committed by itself.
      const within = <R>(run: () => R): Promise<R> =>
        open ? settled(run) : Promise.reject(new Error("Cannot run: the transaction has ended"));
      try {
        const result = await work({
          query: <R>(text: string, values: readonly Value[] = []) =>
            within(() => this.#run<R>(text, values)),
          script: (text) => within(() => this.#connect().exec(text)),
        });
        this.#identity?.check();
        this.#run("COMMIT");
        return result;
      } catch (error) {
        this.#rollback();
        throw this.#explain(error);
      } finally {
        open = false;
      }
    });
  }

  async close(): Promise<void> {
    await this.#inTurn(() => {
      this.#drop();
      return Promise.resolve();
    });
  }

  /** Runs `work` after all that was asked before it: a transaction has the connection to itself. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Runs `work`, and again while another process holds the database, up to the lock wait. */
  async #guard<T>(work: () => T): Promise<T> {
    const deadline = performance.now() + this.#lockWaitMs;
    while (true) {
      try {
        return work();
      } catch (error) {
        if (resultCode(error) !== AWAY.busy || performance.now() > deadline) {
          throw this.#explain(error);
        }
        await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
      }
    }
  }

  #run<R>(text: string, values: readonly Value[] = []): R[] {
    const connection = this.#connect();
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = connection.prepare(text.replace(/\$(\d+)/g, "?$1"));
      this.#statements.set(text, statement);
    }
    return statement.all(...values as SQLInputValue[]) as unknown as R[];
  }

  #connect(): DatabaseSync {
    if (this.#connection !== null) return this.#connection;
    if (this.#path !== ":memory:") {
      // A file in place of a lost one would give ids out a second time.
      if (this.#opened) this.#identity?.check();
      else if (this.#mustExist && !exists(this.#path)) {
        throw new Failure("store_unavailable", "The store's file is gone", { retryAfterS: 5 });
      }
      makeParentOf(this.#path);
    }
    const connection = new DatabaseSync(this.#path, { readOnly: this.#readOnly });
    try {
      for (const pragma of this.#pragmas) connection.prepare(pragma).all();
    } catch (error) {
      connection.close();
      throw error;
    }
    if (!this.#opened) this.#identity?.remember();
    this.#opened = true;
    return this.#connection = connection;
  }

  #rollback(): void {
    try {
      if (this.#connection?.isTransaction) this.#connection.prepare("ROLLBACK").run();
    } catch {
      this.#drop();
    }
  }

  #explain(error: unknown): unknown {
    const code = resultCode(error);
    if (code === null) return error;
    if (REOPEN.includes(code) && this.#path !== ":memory:") this.#drop();
    const reason = (Object.keys(AWAY) as (keyof typeof AWAY)[]).find((name) => AWAY[name] === code);
    if (reason === undefined) return error;
    if (
      !this.#opened && !this.#mustExist && HOPELESS.includes(code) && !mayRecover(code, this.#path)
    ) {
      return new Error(`Cannot open the store at "${this.#path}": ${WHY[reason]}`, {
        cause: error,
      });
    }
    return new Failure("store_unavailable", `The store cannot be used: ${WHY[reason]}`, {
      retryAfterS: reason === "busy" || reason === "locked" ? 1 : 5,
      cause: error,
    });
  }

  #drop(): void {
    this.#statements.clear();
    try {
      this.#connection?.close();
    } catch {
      // Already closed, or beyond closing.
    }
    this.#connection = null;
  }
}

const WHY: Record<keyof typeof AWAY, string> = {
  perm: "its file may not be accessed",
  busy: "another process holds its file locked",
  locked: "its file is locked",
  no_memory: "memory ran out",
  read_only: "its file is read-only",
  io_error: "reading or writing its file failed",
  corrupt: "its file is damaged",
  full: DISK_FULL,
  cannot_open: "its file cannot be opened",
  not_a_database: "its file is not a database",
};

/** SQLite's primary result code; `null` for errors that are not SQLite's. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_SQLITE_ERROR") {
    return null;
  }
  if ("errcode" in error && typeof error.errcode === "number") return error.errcode & 0xff;
  // Errors of opening carry no number.
  return /unable to open/.test(error.message) ? AWAY.cannot_open : null;
}

/** A file that is there and cannot be opened is on a read-only disk, or another's for now. */
function mayRecover(code: number, path: string): boolean {
  return code === AWAY.cannot_open && path !== ":memory:" && exists(path);
}

function settled<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(error);
  }
}

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function makeParentOf(path: string): void {
  const end = path.lastIndexOf("/");
  if (end > 0) Deno.mkdirSync(path.slice(0, end), { recursive: true });
}
