/**
 * What a store does now and then: drops keys that lapsed and deliveries long
 * settled, erases what is older than it may get, and what explanations quoted of
 * others. Any number of instances may do it at once.
 *
 * @module
 */
import { eraseOlderThan } from "./case_erasure.ts";
import type { Database } from "./database.ts";
import type { ErasedCopies } from "./erased_copies.ts";
import { nextRest } from "./next_turn.ts";
import { forgetQuotes } from "./quotes_of_others.ts";

/** Options of {@linkcode sweep}. */
export interface UpkeepOptions {
  readonly now: Date;
  /** Days after which texts are erased; `null` keeps them. */
  readonly retention_days: number | null;
  /** Hears of every erasure. */
  readonly copies: ErasedCopies;
}

/** What a sweep did. */
export interface Swept {
  readonly keys: number;
  readonly events: number;
  readonly cases: number;
  /** Explanations from which words of other customers' were taken. */
  readonly explanations: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long delivered and dead events can be looked up. */
const SETTLED_EVENTS_KEPT_MS = 30 * DAY_MS;
/** Rows deleted in one transaction, so that new cases never wait long. */
const BATCH_ROWS = 1_000;

/** Sweeps once. */
export async function sweep(database: Database, options: UpkeepOptions): Promise<Swept> {
  const now = options.now.getTime();
  const keys = await deleteAll(
    database,
    "idempotency_keys",
    "(scope, key)",
    "expires_at <= $1",
    now,
  );
  const events = await deleteAll(
    database,
    "outbox",
    "event_id",
    "due_at IS NULL AND created_at <= $1",
    now - SETTLED_EVENTS_KEPT_MS,
  );
  const { retention_days } = options;
  const cases = retention_days === null
    ? 0
    : await options.copies.following(() =>
      eraseOlderThan(database, new Date(now - retention_days * DAY_MS), options.now)
    );
  const explanations = await options.copies.following(() => forgetQuotes(database, options.now));
  return { keys, events, cases, explanations };
}

async function deleteAll(
  database: Database,
  table: string,
  key: string,
  condition: string,
  before: number,
): Promise<number> {
  const columns = key.replace(/[()]/g, "");
  let deleted = 0;
  while (true) {
    const rows = await database.query(
      `WITH old AS MATERIALIZED (SELECT ${columns} FROM ${table} WHERE ${condition} ` +
        `LIMIT ${BATCH_ROWS}${database.dialect.skipLocked}) ` +
        `DELETE FROM ${table} WHERE ${key} IN (SELECT ${columns} FROM old) RETURNING 1 AS one`,
      [before],
    );
    deleted += rows.length;
    if (rows.length < BATCH_ROWS) return deleted;
    await nextRest();
  }
}
