/**
 * The table of idempotency keys: claimed before the work, answered with the case.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { Begun, IdempotencyLedger, KeyedRequest } from "../triage/domain/idempotency.ts";
import type { Database, Sql } from "./database.ts";
import { GroupCommit, type GroupCommitOptions } from "./group_commit.ts";

/** Options of {@linkcode IdempotencyKeys}. */
export interface IdempotencyKeysOptions extends GroupCommitOptions {
  readonly now: () => Date;
  /** How long a claim holds without an answer: longer than a request may take. */
  readonly claim_ms: number;
}

/** Most claims remembered that could not be given back because the store was away. */
const UNRETURNED_CLAIMS = 10_000;

// Takes a key that is free, or whose claim or answer has lapsed.
const CLAIM = `
  INSERT INTO idempotency_keys (scope, key, fingerprint, holder, expires_at)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (scope, key) DO UPDATE SET fingerprint = excluded.fingerprint,
    holder = excluded.holder, expires_at = excluded.expires_at, case_id = NULL, body = NULL
  WHERE idempotency_keys.expires_at <= $6
  RETURNING holder`;

// Takes over a claim of this process's own that it could not give back.
const TAKE_OVER = `
  UPDATE idempotency_keys SET fingerprint = $3, holder = $4, expires_at = $5
  WHERE scope = $1 AND key = $2 AND holder = $6 AND body IS NULL
  RETURNING holder`;

interface KeyRow {
  readonly fingerprint: string;
  readonly holder: string;
  readonly expires_at: number;
  readonly case_id: string | null;
  readonly body: string | null;
}

/** Keeps idempotency keys in a database. */
export class IdempotencyKeys implements IdempotencyLedger {
  readonly #database: Database;
  readonly #options: IdempotencyKeysOptions;
  readonly #begins: GroupCommit<KeyedRequest, Begun>;
  readonly #unreturned = new Set<string>();

  constructor(database: Database, options: IdempotencyKeysOptions) {
    this.#database = database;
    this.#options = options;
    this.#begins = new GroupCommit((requests) => this.#beginAll(requests), options);
  }

  begin(request: KeyedRequest): Promise<Begun> {
    return this.#begins.submit(request);
  }

  async abandon(claim: KeyedRequest & { readonly holder: string }): Promise<void> {
    try {
      await this.#database.query(
        "DELETE FROM idempotency_keys " +
          "WHERE scope = $1 AND key = $2 AND holder = $3 AND body IS NULL",
        [claim.scope, claim.key, claim.holder],
      );
    } catch {
      // The store is away; the next request with this key may take the claim over.
      // Old ones have lapsed by the time there are so many.
      if (this.#unreturned.size >= UNRETURNED_CLAIMS) this.#unreturned.clear();
      this.#unreturned.add(claim.holder);
    }
  }

  close(): Promise<void> {
    return this.#begins.close();
  }

  async #beginAll(requests: readonly KeyedRequest[]): Promise<PromiseSettledResult<Begun>[]> {
    // In one order everywhere, so that two transactions never wait for each other.
    const ordered = [...requests].sort((a, b) => order(a) < order(b) ? -1 : 1);
    const results = new Map<KeyedRequest, PromiseSettledResult<Begun>>();
    await this.#database.transaction(async (sql) => {
      for (const request of ordered) results.set(request, await this.#beginOne(sql, request));
    });
    return requests.map((request) =>
      results.get(request) ?? { status: "rejected", reason: new Error("Cannot find a result") }
    );
  }

  async #beginOne(sql: Sql, request: KeyedRequest): Promise<PromiseSettledResult<Begun>> {
    const { scope, key, fingerprint } = request;
    const now = this.#options.now().getTime();
    const holder = crypto.randomUUID();
    const claim = [scope, key, fingerprint, holder, now + this.#options.claim_ms];
    const [taken] = await sql.query(CLAIM, [...claim, now]);
    if (taken !== undefined) return claimed(holder);

    const [row] = await sql.query<KeyRow>(
      "SELECT fingerprint, holder, expires_at, case_id, body FROM idempotency_keys " +
        "WHERE scope = $1 AND key = $2" + this.#database.dialect.forUpdate,
      [scope, key],
    );
    if (row === undefined) return refused(inFlight(1));
    if (row.body === null && this.#unreturned.has(row.holder)) {
      const [takenOver] = await sql.query(TAKE_OVER, [...claim, row.holder]);
      this.#unreturned.delete(row.holder);
      if (takenOver !== undefined) return claimed(holder);
    }
    if (row.fingerprint !== fingerprint) return refused(reused());
    if (row.body === null || row.case_id === null) {
      return refused(inFlight(Math.max(1, Math.ceil((row.expires_at - now) / 1000))));
    }
    const replay = { case_id: row.case_id, body: row.body };
    return { status: "fulfilled", value: { kind: "replay", replay } };
  }
}

function order({ scope, key }: KeyedRequest): string {
  return `${scope}\n${key}`;
}

function claimed(holder: string): PromiseSettledResult<Begun> {
  return { status: "fulfilled", value: { kind: "claimed", holder } };
}

function refused(reason: Failure): PromiseSettledResult<Begun> {
  return { status: "rejected", reason };
}

function inFlight(lapses_in_s: number): Failure {
  return new Failure(
    "idempotency_in_flight",
    "A request with this idempotency key is still running: wait for its answer",
    { retryAfterS: Math.min(lapses_in_s, 5) },
  );
}

function reused(): Failure {
  return new Failure(
    "idempotency_key_reused",
    "Cannot use this idempotency key again: it came before with another body or query",
  );
}
