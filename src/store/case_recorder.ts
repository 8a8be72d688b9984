/**
 * Writes new cases: all that came together in one transaction, each with its
 * ticket's id, its events and the answer to its idempotency key.
 *
 * @module
 */
import {
  completeCase,
  type CompletedCase,
  type NewCase,
  renderBody,
  type StoredCase,
} from "../triage/domain/case.ts";
import { Failure } from "../triage/domain/failure.ts";
import { TICKET_PREFIX } from "../triage/domain/reply.ts";
import { caseValues, INSERT_CASE } from "./case_row.ts";
import type { Database, Sql } from "./database.ts";
import { joinFresh } from "./matter_joining.ts";
import { writeGist } from "./gist_table.ts";
import { addEvent } from "./outbox_table.ts";
import { findRepeat } from "./repeat_query.ts";

/** How long a key's answer is kept. */
const KEY_KEPT_MS = 24 * 60 * 60 * 1000;

/** A case that waits for its commit. */
export interface SubmittedCase extends NewCase {
  /** When it came, on this thread's clock (`performance.now()`). */
  readonly submitted_ms: number;
}

/** Options of {@linkcode CaseRecorder}. */
export interface CaseRecorderOptions {
  readonly now: () => Date;
  /** Whether events are written for webhooks. */
  readonly events: boolean;
}

/** Writes new cases. */
export class CaseRecorder {
  readonly #database: Database;
  readonly #options: CaseRecorderOptions;

  constructor(database: Database, options: CaseRecorderOptions) {
    this.#database = database;
    this.#options = options;
  }

  /**
   * Records cases, whose identities come hashed, in one transaction; each result
   * is its case, or why it was not stored.
   */
  async record(newCases: readonly SubmittedCase[]): Promise<PromiseSettledResult<StoredCase>[]> {
    const waves = wavesOf(newCases);
    const results = await this.#database.transaction(async (sql) => {
      await this.#lockIdentities(sql, newCases);
      const settled = new Map<SubmittedCase, PromiseSettledResult<StoredCase>>();
      for (const wave of waves) {
        const written = await Promise.allSettled(
          wave.map((newCase) => this.#recordOne(sql, newCase)),
        );
        written.forEach((result, index) => {
          // A statement failed: nothing of this transaction may be acknowledged.
          if (result.status === "rejected") throw result.reason;
          const newCase = wave[index];
          if (newCase !== undefined) settled.set(newCase, result.value);
        });
        // One after the other: two may be the first to join the same case.
        for (const newCase of wave) await this.#join(sql, newCase, settled.get(newCase));
      }
      return settled;
    });
    return newCases.map((newCase) =>
      results.get(newCase) ?? { status: "rejected", reason: new Error("Cannot find a result") }
    );
  }

  /** Instances that get the same message at the same time take turns. */
  async #lockIdentities(sql: Sql, newCases: readonly SubmittedCase[]): Promise<void> {
    const { lock } = this.#database.dialect;
    if (lock === null) return;
    const identities = newCases.flatMap(({ identity }) => identity ?? []);
    // In one order everywhere, so that two transactions never wait for each other.
    await Promise.all([...new Set(identities)].sort().map((name) => sql.query(lock, [name])));
  }

  async #recordOne(
    sql: Sql,
    newCase: SubmittedCase,
  ): Promise<PromiseSettledResult<StoredCase>> {
    const { identity, repeats_since } = newCase;
    if (identity !== null && repeats_since !== null) {
      const known = await findRepeat(sql, identity, repeats_since);
      if (known !== null) return { status: "fulfilled", value: known };
    }
    if (newCase.claim !== null && !await this.#holdsClaim(sql, newCase.claim)) {
      return { status: "rejected", reason: claimLost() };
    }
    const ticketId = await this.#nextTicketId(sql, newCase);
    let completed: CompletedCase;
    let body: string | null;
    const { case_id, created_at, request, submitted_ms } = newCase;
    try {
      completed = completeCase(newCase, ticketId, performance.now() - submitted_ms);
      body = newCase.claim && renderBody(completed, newCase.claim);
    } catch (reason) {
      return { status: "rejected", reason };
    }
    await this.#write(sql, newCase, ticketId, completed, body);
    return { status: "fulfilled", value: { case_id, created_at, request, ...completed } };
  }

  async #join(
    sql: Sql,
    { case_id, created_at, request, joins }: SubmittedCase,
    result: PromiseSettledResult<StoredCase> | undefined,
  ): Promise<void> {
    // A repeat, or one whose claim was lost, is not stored.
    if (!joins || result?.status !== "fulfilled" || result.value.case_id !== case_id) return;
    const fresh = {
      case_id,
      created_at: created_at.getTime(),
      customer_id: request.customer_id.trim(),
      answer: result.value.answer,
    };
    await joinFresh(sql, this.#database.dialect, fresh, joins, this.#options.now().getTime());
  }

  async #write(
    sql: Sql,
    newCase: NewCase,
    ticketId: string | null,
    completed: CompletedCase,
    body: string | null,
  ): Promise<void> {
    const writes: Promise<unknown>[] = [
      sql.query(INSERT_CASE, caseValues(newCase, ticketId, completed)),
    ];
    if (newCase.gist) {
      writes.push(writeGist(sql, this.#database.dialect, newCase.case_id, newCase.gist));
    }
    if (newCase.claim !== null) {
      writes.push(sql.query(
        "UPDATE idempotency_keys SET case_id = $1, body = $2, expires_at = $3 " +
          "WHERE scope = $4 AND key = $5",
        [
          newCase.case_id,
          body,
          this.#options.now().getTime() + KEY_KEPT_MS,
          newCase.claim.scope,
          newCase.claim.key,
        ],
      ));
    }
    if (this.#options.events) {
      const { required, reasons } = completed.explanation.review;
      const review = required ? "needed" : "none";
      const data = {
        case_id: newCase.case_id,
        ticket_id: ticketId,
        message_type: completed.answer.message_type,
        confidence_score: completed.answer.confidence_score,
        review,
      };
      writes.push(addEvent(sql, "case.created", this.#options.now(), data));
      if (review === "needed") {
        writes.push(addEvent(sql, "case.review_needed", this.#options.now(), { ...data, reasons }));
      }
    }
    await allOf(writes);
  }

  async #holdsClaim(sql: Sql, claim: NonNullable<NewCase["claim"]>): Promise<boolean> {
    const rows = await sql.query(
      "SELECT holder FROM idempotency_keys " +
        "WHERE scope = $1 AND key = $2 AND holder = $3 AND body IS NULL" +
        this.#database.dialect.forUpdate,
      [claim.scope, claim.key, claim.holder],
    );
    return rows.length > 0;
  }

  async #nextTicketId(sql: Sql, newCase: NewCase): Promise<string | null> {
    const prefix = TICKET_PREFIX[newCase.intent];
    if (prefix === null) return null;
    const statement = this.#database.dialect.nextTicketNumber[prefix];
    const [row] = await sql.query<{ number: number }>(statement);
    if (row === undefined) throw new Error(`Cannot number a ticket: no counter for "${prefix}"`);
    return `${prefix}-${row.number}`;
  }
}

/** Splits cases so that none meets its own repeat in one wave: a later one finds the earlier stored. */
function wavesOf(newCases: readonly SubmittedCase[]): SubmittedCase[][] {
  const waves: SubmittedCase[][] = [];
  const seen = new Map<string, number>();
  for (const newCase of newCases) {
    const wave = newCase.identity === null ? 0 : seen.get(newCase.identity) ?? 0;
    if (newCase.identity !== null) seen.set(newCase.identity, wave + 1);
    (waves[wave] ??= []).push(newCase);
  }
  return waves;
}

/** Waits for all, also when one fails: none may still run when the transaction ends. */
async function allOf(writes: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(writes)) {
    if (result.status === "rejected") throw result.reason;
  }
}

function claimLost(): Failure {
  return new Failure(
    "idempotency_in_flight",
    "Another request with this idempotency key has taken over",
    { retryAfterS: 1 },
  );
}
