/**
 * What the stores need of a database. One set of statements serves SQLite and
 * PostgreSQL; the few words in which they differ are a {@linkcode Dialect}.
 *
 * @module
 */

/** What a column holds. Times are milliseconds since 1970. */
export type Value = string | number | null;

/** One row of an answer. */
export type Row = Readonly<Record<string, Value>>;

/** Takes statements. */
export interface Sql {
  /**
   * Runs one statement with `$1`, `$2`, … filled in; the rows it returns, if any.
   * Statements given without waiting run in the order given, on PostgreSQL in one round trip.
   */
  query<R = Row>(text: string, values?: readonly Value[]): Promise<R[]>;
  /** Runs several statements without values: migrations. */
  script(text: string): Promise<void>;
}

/** Where the two databases differ. */
export interface Dialect {
  readonly name: "sqlite" | "postgres";
  /**
   * Waits until no other transaction holds the lock named `$1`, and holds it to
   * the end of this one. `null` where transactions come one after the other anyway.
   */
  readonly lock: string | null;
  /** Gives the next number of the tickets with this prefix; never the same twice. */
  readonly nextTicketNumber: Readonly<Record<"BUG" | "FR", string>>;
  /** An expression: the number that the latest row inserted was given. */
  readonly latestNumber: string;
  /** Whether rows become visible in the order of the numbers that they are given. */
  readonly numbers_in_order: boolean;
  /** Ends a SELECT: no other transaction changes these rows before this one ends. */
  readonly forUpdate: string;
  /** Ends a SELECT likewise, leaving out rows that another transaction holds. */
  readonly skipLocked: string;
  /** An expression: the text of a key of the JSON that a column holds. */
  readonly jsonText: (column: string, key: string) => string;
  /**
   * Clears what was erased out of the database's log; gives `busy`, not 0 when
   * somebody's reading was in the way. `null` where the log is the server's own.
   */
  readonly clearLog: string | null;
}

/** What a failure says where there is no space left: reading, and writing a little, go on then. */
export const DISK_FULL = "the disk is full";

/** A database. Every method throws {@linkcode Failure} `store_unavailable` while it is away. */
export interface Database {
  readonly dialect: Dialect;
  /** Runs one statement by itself. */
  query<R = Row>(text: string, values?: readonly Value[]): Promise<R[]>;
  /**
   * Runs `work` in one transaction; when it resolves, what was written is on
   * disk, and when it rejects nothing was.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
