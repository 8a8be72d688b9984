/**
 * The desk over a database: people read, claim, correct and erase cases.
 *
 * @module
 */
import type { CaseJoining } from "../triage/domain/case.ts";
import {
  type CaseDesk,
  type CaseFilter,
  type CaseNeighbours,
  type CasePage,
  type CaseRecord,
  CLAIM_LAPSES_AFTER_MS,
  type Correction,
  type PageRequest,
} from "../triage/domain/desk.ts";
import { Failure } from "../triage/domain/failure.ts";
import type { Reply } from "../triage/domain/reply.ts";
import { type CorrectionPlan, undoCorrection, writeCorrection } from "./case_correction.ts";
import { eraseCustomer } from "./case_erasure.ts";
import { casePage, countCases } from "./case_page.ts";
import { searchCases } from "./case_search.ts";
import { caseRecords, type RecordRow, SELECT_RECORD } from "./case_record.ts";
import type { Database, Sql } from "./database.ts";
import type { ErasedCopies } from "./erased_copies.ts";

/** Options of {@linkcode StoredDesk}. */
export interface StoredDeskOptions {
  readonly now: () => Date;
  /** Whether events are written for webhooks. */
  readonly events: boolean;
  /** Hears of every erasure. */
  readonly copies: ErasedCopies;
  /** Called once a customer is erased: what was read of them is to be forgotten. */
  readonly onErased?: () => void;
}

/** The cases of a database, for people. */
export class StoredDesk implements CaseDesk {
  readonly #database: Database;
  readonly #options: StoredDeskOptions;

  constructor(database: Database, options: StoredDeskOptions) {
    this.#database = database;
    this.#options = options;
  }

  list(filter: CaseFilter, page: PageRequest): Promise<CasePage> {
    return filter.search !== undefined && page.order === "newest"
      ? searchCases(this.#database, filter, page)
      : casePage(this.#database, filter, page);
  }

  count(filter: CaseFilter): Promise<number> {
    return countCases(this.#database, filter);
  }

  async read(caseId: string): Promise<CaseRecord> {
    return (await find(this.#database, caseId)).record;
  }

  async neighbours(caseId: string): Promise<CaseNeighbours> {
    const [row] = await this.#database.query<CaseNeighbours>(
      "SELECT (SELECT max(case_id) FROM cases WHERE case_id < $1) AS older, " +
        "(SELECT min(case_id) FROM cases WHERE case_id > $1) AS newer",
      [caseId],
    );
    return { older: row?.older ?? null, newer: row?.newer ?? null };
  }

  async claim(caseId: string, person: string): Promise<CaseRecord> {
    const now = this.#options.now().getTime();
    const taken = await this.#database.query(
      "UPDATE cases SET review = 'in_review', claimed_by = $2, claimed_at = $3 WHERE case_id = $1 " +
        "AND (review = 'needed' OR (review = 'in_review' AND claimed_at <= $4)) RETURNING case_id",
      [caseId, person, now, now - CLAIM_LAPSES_AFTER_MS],
    );
    const { record } = await find(this.#database, caseId);
    if (taken.length > 0) return record;
    throw new Failure(
      "case_conflict",
      record.review === "in_review"
        ? "Cannot claim the case: someone has claimed it already"
        : `Cannot claim the case: its review is "${record.review}", not "needed"`,
    );
  }

  async assign(caseId: string, person: string | null): Promise<CaseRecord> {
    const at = person === null ? null : this.#options.now().getTime();
    const given = await this.#database.query(
      "UPDATE cases SET assigned_to = $2, assigned_at = $3 WHERE case_id = $1 " +
        "AND erased_at IS NULL RETURNING case_id",
      [caseId, person?.trim() ?? null, at],
    );
    const { record } = await find(this.#database, caseId);
    if (given.length > 0) return record;
    throw new Failure("case_conflict", "Cannot assign the case: what it was about is erased");
  }

  async release(caseId: string, person: string): Promise<void> {
    await this.#database.query(
      "UPDATE cases SET review = 'needed', claimed_by = NULL, claimed_at = NULL " +
        "WHERE case_id = $1 AND review = 'in_review' AND claimed_by = $2",
      [caseId, person],
    );
  }

  correct(
    caseId: string,
    given: Correction,
    person: string,
    draft: Reply | null = null,
    joins: CaseJoining | null = null,
  ): Promise<CaseRecord> {
    return this.#change(
      caseId,
      person,
      (sql, record, plan) => writeCorrection(sql, record, given, { reply: draft, joins }, plan),
    );
  }

  undo(caseId: string, person: string, correctedAt?: string): Promise<CaseRecord> {
    return this.#change(
      caseId,
      person,
      (sql, record, plan) => undoCorrection(sql, record, plan, correctedAt),
    );
  }

  /** Changes a case while nobody else can. */
  #change(
    caseId: string,
    person: string,
    change: (sql: Sql, record: CaseRecord, plan: CorrectionPlan) => Promise<void>,
  ): Promise<CaseRecord> {
    const { dialect } = this.#database;
    return this.#database.transaction(async (sql) => {
      const { record } = await find(sql, caseId, dialect.forUpdate);
      const { events, now } = this.#options;
      await change(sql, record, { person, now: now(), events, dialect });
      return (await find(sql, caseId)).record;
    });
  }

  async eraseCustomer(customerId: string): Promise<number> {
    const { copies, now, onErased } = this.#options;
    const erased = await copies.following(() =>
      eraseCustomer(this.#database, customerId, now()).finally(onErased)
    );
    return erased;
  }
}

/** @throws {Failure} `not_found` */
async function find(
  sql: Pick<Sql, "query">,
  caseId: string,
  lock = "",
): Promise<{ record: CaseRecord }> {
  const rows = await sql.query<RecordRow>(`${SELECT_RECORD} WHERE case_id = $1${lock}`, [caseId]);
  const [record] = await caseRecords(sql, rows);
  if (record === undefined) throw new Failure("not_found", "There is no such case");
  return { record };
}
