/**
 * What rises, as rows, and the counts that it is told from.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type {
  Arrival,
  EndedRise,
  RisingStore,
  RisingThing,
  Thing,
  ToldRise,
} from "../triage/domain/rising.ts";
import type { Database, Sql } from "./database.ts";
import { titleOf } from "./matter_words.ts";
import { addRising } from "./outbox_table.ts";

const HOUR_MS = 60 * 60 * 1000;

/** A customer once an hour for each thing; one whose texts are erased, once a case. */
const ONCE_AN_HOUR = "FROM cases AS c LEFT JOIN matter_cases AS member " +
  "ON member.case_id = c.case_id WHERE c.created_at >= $1 AND c.created_at < $2 " +
  `GROUP BY COALESCE(c.customer_id, c.case_id), c.created_at / ${HOUR_MS}, ` +
  "member.matter_id, c.component";

/** Options of {@linkcode RisingTable}. */
export interface RisingTableOptions {
  readonly now: () => Date;
  /** Whether events are written for webhooks. */
  readonly events: boolean;
}

/** The table `rising`. */
export class RisingTable implements RisingStore {
  readonly #database: Database;
  readonly #options: RisingTableOptions;

  constructor(database: Database, options: RisingTableOptions) {
    this.#database = database;
    this.#options = options;
  }

  async arrivals(since: number): Promise<Arrival[]> {
    return await this.#database.query<Arrival>(
      `SELECT MIN(c.created_at) AS at, member.matter_id, c.component ${ONCE_AN_HOUR} ORDER BY 1`,
      [since, this.#options.now().getTime() + 1],
    );
  }

  async counted(from: number, to: number) {
    return await this.#database.query<
      { hour: number; matter_id: string | null; component: string | null; reports: number }
    >(
      "SELECT hour, matter_id, component, COUNT(*) AS reports FROM (SELECT " +
        `c.created_at / ${HOUR_MS} AS hour, member.matter_id, c.component ${ONCE_AN_HOUR}) ` +
        "AS once GROUP BY hour, matter_id, component",
      [from, to],
    );
  }

  async rising(): Promise<ToldRise[]> {
    const rows = await this.#database.query<
      Omit<ToldRise, "title"> & { readonly answer: string | null }
    >(
      "SELECT r.rising_id, r.kind, r.name, r.onset, r.found_at, r.reports, r.expected, " +
        "r.probability, m.ticket_id, (SELECT c.answer FROM matter_cases AS member " +
        "JOIN cases AS c ON c.case_id = member.case_id WHERE member.matter_id = m.matter_id " +
        "AND c.answer IS NOT NULL ORDER BY member.case_id LIMIT 1) AS answer FROM rising AS r " +
        "LEFT JOIN matters AS m ON r.kind = 'matter' AND m.matter_id = r.name " +
        "WHERE r.ended_at IS NULL ORDER BY r.found_at DESC, r.rising_id",
    );
    return rows.map(({ answer, ...row }) => ({
      ...row,
      title: answer === null ? null : titleOf(JSON.parse(answer) as Answer),
    }));
  }

  async ended(since: number): Promise<EndedRise[]> {
    return await this.#database.query<EndedRise>(
      "SELECT kind, name, ended_at FROM rising WHERE ended_at >= $1 ORDER BY ended_at",
      [since],
    );
  }

  async note(begun: readonly RisingThing[], over: readonly Thing[]): Promise<void> {
    if (begun.length === 0 && over.length === 0) return;
    const now = this.#options.now();
    await this.#database.transaction(async (sql) => {
      const { lock } = this.#database.dialect;
      // Of two instances that find the same, one tells it.
      if (lock !== null) await sql.query(lock, ["rising"]);
      for (const { kind, name } of over) {
        await sql.query(
          "UPDATE rising SET ended_at = $3 WHERE kind = $1 AND name = $2 AND ended_at IS NULL",
          [kind, name, now.getTime()],
        );
      }
      for (const rise of begun) await this.#begin(sql, rise, now);
    });
  }

  async #begin(sql: Sql, rise: RisingThing, now: Date): Promise<void> {
    const { kind, name, onset, reports, expected, probability } = rise;
    const known = await sql.query(
      "SELECT rising_id FROM rising WHERE kind = $1 AND name = $2 " +
        "AND (ended_at IS NULL OR ended_at >= $3)",
      [kind, name, onset],
    );
    if (known.length > 0) return;
    const rising_id = crypto.randomUUID();
    await sql.query(
      "INSERT INTO rising (rising_id, kind, name, onset, found_at, reports, expected, " +
        "probability) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      [rising_id, kind, name, onset, now.getTime(), reports, expected, probability],
    );
    if (!this.#options.events) return;
    const matter_id = kind === "matter" ? name : null;
    const [matter] = await sql.query<{ ticket_id: string | null }>(
      "SELECT ticket_id FROM matters WHERE matter_id = $1",
      [matter_id],
    );
    await addRising(sql, now, {
      rising_id,
      matter_id,
      component: kind === "component" ? name : null,
      ticket_id: matter?.ticket_id ?? null,
      onset: new Date(onset).toISOString(),
      reports,
      expected,
    });
  }
}
