/**
 * PostgreSQL as a {@linkcode Database}: any number of instances may share one.
 *
 * @module
 */
import postgres from "postgres";
import { Failure } from "../triage/domain/failure.ts";
import type { Database, Dialect, Row, Sql, Value } from "./database.ts";

/** Options of {@linkcode PostgresDatabase}. */
export interface PostgresDatabaseOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** Most connections of this instance. @default 8 */
  readonly connections?: number;
  /** Longest time to wait for a connection. @default 5000 */
  readonly connect_ms?: number;
  /** Longest time to wait for a transaction. @default 10000 */
  readonly transaction_ms?: number;
}

const DIALECT: Dialect = {
  name: "postgres",
  lock: "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
  nextTicketNumber: {
    BUG: "SELECT nextval('ticket_numbers_bug') AS number",
    FR: "SELECT nextval('ticket_numbers_fr') AS number",
  },
  latestNumber: "lastval()",
  // Of two transactions the later may end first.
  numbers_in_order: false,
  forUpdate: " FOR UPDATE",
  skipLocked: " FOR UPDATE SKIP LOCKED",
  jsonText: (column, key) => `(${column}::json ->> '${key}')`,
  clearLog: null,
};

/** Wait before connecting again: short, so that a server that came back is found at once. */
const RECONNECT_S = 0.2;
/** Times a transaction is run that PostgreSQL broke off for another's sake. */
const TRANSACTION_ATTEMPTS = 3;
const CLOSE_S = 5;

/** SQLSTATEs after which a transaction may simply be run again. */
const BROKEN_OFF = ["40001", "40P01"];

/** SQLSTATE classes of a server that cannot be used just now: lost, full, stopping, failing. */
const AWAY_CLASSES = ["08", "53", "57", "58", "XX"];
/**
 * Single SQLSTATEs likewise: read-only (a standby), no connections allowed, lock
 * not available, transaction idle too long.
 */
const AWAY_STATES = ["25006", "55000", "55P03", "25P03"];

/** SQLSTATEs of settings that are wrong: no use in waiting when they come at the start. */
const WRONG_SETTINGS = /^(28|3D|3F|42501)/;

/** One PostgreSQL database. */
export class PostgresDatabase implements Database {
  readonly dialect: Dialect = DIALECT;
  readonly #newClient: () => Client;
  readonly #transactionMs: number;
  #client: Client;
  #connected = false;

  constructor(options: PostgresDatabaseOptions) {
    this.#transactionMs = options.transaction_ms ?? 10_000;
    if (new URL(options.url).username === "") {
      throw new Error(
        "Cannot open the store: expected a user, as in postgres://user:password@host/database",
      );
    }
    this.#newClient = () => newClient(options, this.#transactionMs);
    this.#client = this.#newClient();
  }

  query<R = Row>(text: string, values: readonly Value[] = []): Promise<R[]> {
    return this.#guard((client) => run<R>(client, text, values));
  }

  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let attempt = 1;; attempt++) {
      try {
        return await this.#guard((client) => runTransaction(client, work));
      } catch (error) {
        const state = codeOf(error);
        if (!BROKEN_OFF.includes(state) || attempt === TRANSACTION_ATTEMPTS) throw error;
      }
    }
  }

  async close(): Promise<void> {
    await this.#client.end({ timeout: CLOSE_S });
  }

  /** A server that has stopped answering must not hold requests for ever. */
  async #guard<T>(send: (client: Client) => Promise<T>): Promise<T> {
    const client = this.#client;
    const silence = away("it does not answer", null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(silence), this.#transactionMs);
    });
    try {
      const result = await Promise.race([send(client), late]);
      this.#connected = true;
      return result;
    } catch (error) {
      if (isLost(error) || error === silence) this.#replace(client);
      throw this.#explain(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Goes on with fresh connections. One that broke off may keep what it had not
   * sent yet, and send it first when it is opened again.
   */
  #replace(client: Client): void {
    if (client !== this.#client) return;
    this.#client = this.#newClient();
    client.end({ timeout: CLOSE_S }).catch(() => {});
  }

  #explain(error: unknown): unknown {
    const code = codeOf(error);
    if (WRONG_SETTINGS.test(code)) {
      return this.#connected ? away("it refuses this service", error) : new Error(
        `Cannot open the store: PostgreSQL refuses the connection (${code}); check user, ` +
          "password and database",
        { cause: error },
      );
    }
    if (isPoolers(error)) {
      return this.#connected ? away(POOLER_SETTINGS, error) : new Error(
        `Cannot open the store: ${POOLER_SETTINGS}`,
        { cause: error },
      );
    }
    if (!(error instanceof postgres.PostgresError)) {
      return isLost(error) ? away("it cannot be reached", error) : error;
    }
    const isAway = AWAY_STATES.includes(code) || AWAY_CLASSES.includes(code.slice(0, 2));
    return isAway ? away(`it says ${code}`, error) : error;
  }
}

/** What PgBouncer has to be told before it passes on what we ask of a server. */
const POOLER_SETTINGS = "PgBouncer in front needs ignore_startup_parameters = statement_timeout, " +
  "idle_in_transaction_session_timeout and, in transaction mode, max_prepared_statements above 0 " +
  "(version 1.21 or later; before, pool_mode = session)";

/** Refused settings of a connection, and prepared statements that went to another one. */
function isPoolers(error: unknown): boolean {
  const code = codeOf(error);
  const words = error instanceof Error ? error.message : "";
  return code === "08P01" && words.includes("startup parameter") ||
    (code === "26000" || code === "42P05") && words.includes("prepared statement");
}

type Client = postgres.Sql<{ bigint: number }>;

function newClient(options: PostgresDatabaseOptions, transactionMs: number): Client {
  const { url, connections = 8, connect_ms = 5_000 } = options;
  return postgres(url, {
    max: connections,
    connect_timeout: Math.ceil(connect_ms / 1000),
    idle_timeout: 300,
    max_lifetime: 1_800,
    keep_alive: 30,
    backoff: () => RECONNECT_S,
    prepare: true,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: "intake",
      statement_timeout: transactionMs,
      // An instance that stops in the middle must not hold the others up.
      idle_in_transaction_session_timeout: transactionMs,
    },
    types: {
      bigint: {
        to: 20,
        from: [20],
        serialize: (value: number) => String(value),
        parse: (text: string) => Number(text),
      },
    },
  });
}

async function runTransaction<T>(client: Client, work: (sql: Sql) => Promise<T>): Promise<T> {
  let open = true;
  try {
    return await client.begin(async (connection) => {
      // A statement that comes late would run on a connection that is another's by then.
      const within = <R>(send: () => Promise<R>): Promise<R> =>
        open ? send() : Promise.reject(new Error("Cannot run: the transaction has ended"));
      try {
        return await work({
          query: <R>(text: string, values: readonly Value[] = []) =>
            within(() => run<R>(connection, text, values)),
          script: (text) => within(async () => void await connection.unsafe(text).simple()),
        });
      } catch (error) {
        // The client would now send a ROLLBACK. On a connection that is gone that ends the
        // process (porsager/postgres issue 1154); its end rejects the transaction by itself.
        if (isLost(error)) return await new Promise<never>(() => {});
        throw error;
      }
    }) as T;
  } finally {
    open = false;
  }
}

async function run<R>(
  client: Client | postgres.TransactionSql<{ bigint: number }>,
  text: string,
  values: readonly Value[],
): Promise<R[]> {
  // Sent now and not when first awaited: statements go out in the order of the calls.
  const rows = await client.unsafe(text, [...values], { prepare: true }).execute();
  return [...rows] as R[];
}

function away(why: string, cause: unknown): Failure {
  return new Failure("store_unavailable", `The store cannot be used: ${why}`, {
    retryAfterS: 2,
    cause,
  });
}

/** Whether the connection is gone, or about to be: the server says goodbye with FATAL. */
function isLost(error: unknown): boolean {
  if (error instanceof postgres.PostgresError) return error.severity !== "ERROR";
  return /^CONNECT|^E(?!RR_)[A-Z]+$/.test(codeOf(error)) ||
    Object.values(Deno.errors).some((kind) => error instanceof kind);
}

/** SQLSTATE, or the client's or the system's name of the error; "" for what is no database error. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error) || error instanceof Failure || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
