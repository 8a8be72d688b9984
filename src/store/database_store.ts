/**
 * The store over any {@linkcode Database}: one schema, one set of statements.
 *
 * @module
 */
import type { StoredCase } from "../triage/domain/case.ts";
import type { CaseDesk } from "../triage/domain/desk.ts";
import { Failure } from "../triage/domain/failure.ts";
import type { IdempotencyLedger } from "../triage/domain/idempotency.ts";
import type { MatterDesk } from "../triage/domain/matter.ts";
import type { MatterBuilding } from "../triage/domain/matter_building.ts";
import type { Outbox } from "../triage/domain/outbox_event.ts";
import type { CaseStore } from "../triage/domain/ports.ts";
import type { RisingStore } from "../triage/domain/rising.ts";
import type { GistShelf, SimilarCases } from "../triage/domain/similar.ts";
import type { CaseStatistics } from "../triage/domain/statistics.ts";
import { CaseRecorder, type SubmittedCase } from "./case_recorder.ts";
import { type CaseRow, identityHash, SELECT_CASE, storedCase } from "./case_row.ts";
import { StoredStatistics } from "./stored_statistics.ts";
import { type CorrectedRow, correctedRows } from "./corrected_rows.ts";
import type { Database } from "./database.ts";
import { ErasedCopies } from "./erased_copies.ts";
import { GistTable } from "./gist_table.ts";
import { GroupCommit } from "./group_commit.ts";
import { IdempotencyKeys } from "./idempotency_keys.ts";
import { MatterBuilder } from "./matter_builder.ts";
import type { Migration } from "./migration.ts";
import { OutboxTable } from "./outbox_table.ts";
import { PreparedDatabase } from "./prepared_database.ts";
import { RisingTable } from "./rising_table.ts";
import { findRepeat } from "./repeat_query.ts";
import { StoredMatters } from "./stored_matters.ts";
import { StoredDesk } from "./stored_desk.ts";
import { StoredSimilar } from "./stored_similar.ts";
import { sweep, type Swept } from "./upkeep.ts";

/** Options of every store in a database. */
export interface DatabaseStoreOptions {
  /** Most cases in one commit. @default 256 */
  readonly batch_cases?: number;
  /** Most cases waiting for a commit; further ones are refused as `overloaded`. @default 4096 */
  readonly queue_cases?: number;
  /** How long an idempotency key is held for a request without an answer. @default 30000 */
  readonly claim_ms?: number;
  /** Whether events are written for webhooks. @default false */
  readonly events?: boolean;
  /** Days after which texts are erased; `null` keeps them. @default null */
  readonly retention_days?: number | null;
  /** Hears of every commit of cases. */
  readonly onCommit?: (cases: number, duration_ms: number) => void;
  /** Hears why the database is away, once for each reason, and `null` when it is back. */
  readonly onState?: (away: string | null) => void;
  /** @default the system's clock */
  readonly now?: () => Date;
}

/** A store with all that is kept beside the cases. */
export interface DatabaseStore extends CaseStore {
  readonly desk: CaseDesk;
  readonly statistics: CaseStatistics;
  readonly matters: MatterDesk;
  readonly building: MatterBuilding;
  readonly rising: RisingStore;
  readonly similar: SimilarCases;
  readonly gists: GistShelf;
  readonly idempotency: IdempotencyLedger;
  readonly outbox: Outbox;
  /** Cases waiting for a commit. */
  queued(): number;
  /** Runs a statement where other instances see it; `null` where there are none. */
  readonly shared: Database["query"] | null;
  /** Cases with a person's verdict, for training and evaluation, oldest first. */
  correctedRows(): AsyncIterable<CorrectedRow>;
  /** Drops what has lapsed and erases what is too old. */
  sweep(): Promise<Swept>;
  /** What erasures have left behind. */
  readonly copies: Pick<ErasedCopies, "pending" | "clear">;
  /** Forgets what was read lately of cases: one of them may be erased. */
  forget(): Promise<void>;
}

/**
 * Brings the schema up to date and gives the store. A database that is away does
 * not keep the store from opening: until it is back, all but `ready` fail with
 * `store_unavailable`.
 *
 * @throws {Error} If the database will not be of use by waiting; the message says why.
 */
export async function openDatabaseStore(
  opened: Database,
  migrations: readonly Migration[],
  options: DatabaseStoreOptions,
): Promise<DatabaseStore> {
  const database = new PreparedDatabase(opened, migrations, options.onState);
  try {
    await database.prepare();
  } catch (error) {
    // One that is only away may come back: the service starts and is not ready.
    if (!(error instanceof Failure)) {
      await database.close();
      throw error;
    }
  }
  const { batch_cases = 256, queue_cases = 4_096, claim_ms = 30_000 } = options;
  const { events = false, retention_days = null, now = () => new Date() } = options;
  const limits = { batch_jobs: batch_cases, queue_jobs: queue_cases };
  const recorder = new CaseRecorder(database, { now, events });
  const records = new GroupCommit<SubmittedCase, StoredCase>(async (cases) => {
    const stored = await recorder.record(cases);
    database.wroteCase();
    return stored;
  }, {
    ...limits,
    ...(options.onCommit && { onCommit: options.onCommit }),
  });
  const copies = new ErasedCopies(database);
  const similar = new StoredSimilar(database);
  let checking: Promise<boolean> | null = null;
  const idempotency = new IdempotencyKeys(database, { ...limits, now, claim_ms });
  return {
    desk: new StoredDesk(database, { now, events, copies, onErased: () => similar.forget() }),
    statistics: new StoredStatistics(database, now),
    matters: new StoredMatters(database, now),
    building: new MatterBuilder(database, now),
    rising: new RisingTable(database, { now, events }),
    similar,
    forget: () => Promise.resolve(similar.forget()),
    gists: new GistTable(database),
    idempotency,
    outbox: new OutboxTable(database, now),
    shared: database.dialect.name === "postgres"
      ? (text, values) => database.query(text, values)
      : null,
    record: ({ identity, ...rest }) =>
      records.submit({
        ...rest,
        identity: identity === null ? null : identityHash(identity),
        submitted_ms: performance.now(),
      }),
    queued: () => records.queued,
    findRepeat: (identity, since) => findRepeat(database, identityHash(identity), since),
    async get(caseId) {
      const [row] = await database.query<CaseRow>(
        `${SELECT_CASE} WHERE case_id = $1 AND erased_at IS NULL`,
        [caseId],
      );
      return row === undefined ? null : storedCase(row);
    },
    ready() {
      // Any number of probes at once cost one write.
      checking ??= takesWrites(database, now).finally(() => checking = null);
      return checking;
    },
    correctedRows: () => correctedRows(database),
    sweep: () => sweep(database, { now: now(), retention_days, copies }),
    copies,
    async close() {
      await Promise.all([records.close(), idempotency.close()]);
      await database.close();
    },
  };
}

/** Rows of the probe after a full disk: about 300 kB, more than a case with a long message. */
const PROBE_ROWS = 30_000;

const WRITE_PROBE = `WITH RECURSIVE probe(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM probe ` +
  `WHERE n < ${PROBE_ROWS}) INSERT INTO readiness SELECT -n FROM probe`;
const DROP_PROBE = "DELETE FROM readiness WHERE checked_at < 0";

/**
 * A full disk or a read-only file shows only when something is written. Where the disk was full
 * a little may still find room: then it has to be as much as a case.
 */
async function takesWrites(database: PreparedDatabase, now: () => Date): Promise<boolean> {
  try {
    if (database.full) {
      await database.transaction(async (sql) => await sql.query(WRITE_PROBE));
      await database.query(DROP_PROBE);
      database.wroteCase();
    }
    await database.query("UPDATE readiness SET checked_at = $1 WHERE checked_at >= 0", [
      now().getTime(),
    ]);
    return true;
  } catch {
    return false;
  }
}
