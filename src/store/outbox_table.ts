/**
 * The outbox: events as rows, written with what they tell of and taken in turns
 * by whichever instance comes first.
 *
 * @module
 */
import type {
  CaseEventData,
  EventPayload,
  EventType,
  Outbox,
  OutboxEvent,
  RisingEventData,
} from "../triage/domain/outbox_event.ts";
import type { Database, Sql } from "./database.ts";

/** Longest reason of a failed delivery that is kept, in characters. */
const REASON_CHARACTERS = 300;

/**
 * Adds an event about a case to the transaction.
 *
 * @param round Tells events of one type about one case apart.
 */
export function addEvent(
  sql: Sql,
  type: Exclude<EventType, "matter.rising">,
  at: Date,
  data: CaseEventData,
  round: number | string = 1,
): Promise<void> {
  return add(sql, `${data.case_id}_${round}`, { type, timestamp: at.toISOString(), data });
}

/** Adds the event of a rise to the transaction. */
export function addRising(sql: Sql, at: Date, data: RisingEventData): Promise<void> {
  return add(sql, data.rising_id, { type: "matter.rising", timestamp: at.toISOString(), data });
}

async function add(sql: Sql, about: string, payload: EventPayload): Promise<void> {
  const at = new Date(payload.timestamp).getTime();
  await sql.query(
    "INSERT INTO outbox (event_id, created_at, payload, due_at) VALUES ($1, $2, $3, $4)",
    [`${payload.type.replace(/\W/g, "_")}_${about}`, at, JSON.stringify(payload), at],
  );
}

/** The table `outbox`. */
export class OutboxTable implements Outbox {
  readonly #database: Database;
  readonly #now: () => Date;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async take(limit: number, lease_ms: number): Promise<readonly OutboxEvent[]> {
    const now = this.#now().getTime();
    const rows = await this.#database.query<
      { event_id: string; created_at: number; payload: string; attempts: number }
    >(
      "WITH due AS MATERIALIZED (" +
        "SELECT event_id FROM outbox WHERE due_at IS NOT NULL AND due_at <= $2 " +
        `ORDER BY due_at LIMIT $3${this.#database.dialect.skipLocked}) ` +
        "UPDATE outbox SET attempts = attempts + 1, due_at = $1 " +
        "WHERE event_id IN (SELECT event_id FROM due) " +
        "RETURNING event_id, created_at, payload, attempts",
      [now + lease_ms, now, limit],
    );
    return rows
      .map((row) => ({ ...row, created_at: new Date(row.created_at) }))
      .sort((a, b) =>
        a.created_at.getTime() - b.created_at.getTime() || (a.event_id < b.event_id ? -1 : 1)
      );
  }

  async delivered(eventId: string): Promise<void> {
    await this.#database.query(
      "UPDATE outbox SET due_at = NULL, dead_at = NULL, delivered_at = $2 WHERE event_id = $1",
      [eventId, this.#now().getTime()],
    );
  }

  async failed(eventId: string, reason: string, next: Date | null): Promise<void> {
    await this.#database.query(
      "UPDATE outbox SET due_at = $2, dead_at = $3, last_failure = $4 " +
        "WHERE event_id = $1 AND delivered_at IS NULL",
      [
        eventId,
        next?.getTime() ?? null,
        next === null ? this.#now().getTime() : null,
        reason.slice(0, REASON_CHARACTERS),
      ],
    );
  }

  async backlog() {
    const [row] = await this.#database.query<
      { waiting: number; dead: number; oldest: number | null }
    >(
      "SELECT count(due_at) AS waiting, count(dead_at) AS dead, " +
        "min(CASE WHEN due_at IS NOT NULL THEN created_at END) AS oldest FROM outbox",
    );
    const oldest = row?.oldest ?? null;
    return {
      waiting: row?.waiting ?? 0,
      dead: row?.dead ?? 0,
      oldest: oldest === null ? null : new Date(oldest),
    };
  }
}
