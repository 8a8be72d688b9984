/**
 * Puts a case together with the one that it is like, as the service does by
 * itself; a report of what was solved opens that again.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { CaseJoining } from "../triage/domain/case.ts";
import type { Dialect, Sql } from "./database.ts";
import { newCustomer, SAME_CUSTOMER, toldBy } from "./matter_counts.ts";
import { newMatter, noteEvent } from "./matter_events.ts";
import { INSERT_MEMBER, lockMatters, membersOf, place } from "./matter_members.ts";

/** A case that was written a moment ago. */
export interface FreshCase {
  readonly case_id: string;
  readonly created_at: number;
  readonly customer_id: string;
  readonly answer: Answer;
}

/**
 * Puts a case that is just being stored together with the one that it is like:
 * most often in a matter that there is, which takes three statements.
 */
export async function joinFresh(
  sql: Sql,
  dialect: Dialect,
  fresh: FreshCase,
  joining: CaseJoining,
  now: number,
): Promise<void> {
  await lockMatters(sql, dialect);
  const [there] = await sql.query<{
    matter_id: string;
    first_case_id: string;
    solved_at: number | null;
    customer: number | null;
  }>(
    `SELECT m.matter_id, m.first_case_id, m.solved_at, (${SAME_CUSTOMER}) AS customer ` +
      "FROM matter_cases AS member JOIN matters AS m ON m.matter_id = member.matter_id " +
      "WHERE member.case_id = $1",
    [joining.case_id, fresh.customer_id],
  );
  // One that is to be the first report changes more of the matter than is counted here.
  if (there === undefined || fresh.case_id < there.first_case_id) {
    await joinLike(sql, dialect, fresh.case_id, joining, now);
    return;
  }
  const { case_id, created_at, answer } = fresh;
  const { severity, steps } = toldBy(answer);
  await Promise.all([
    sql.query(INSERT_MEMBER, [
      case_id,
      there.matter_id,
      created_at,
      there.customer ?? newCustomer(),
      severity,
      steps,
      now,
      null,
      joining.probability,
    ]),
    sql.query(
      "UPDATE matters SET cases = cases + 1, customers = customers + $2, " +
        "last_at = CASE WHEN last_at < $3 THEN $3 ELSE last_at END, " +
        "severity = CASE WHEN severity < $4 THEN $4 ELSE severity END WHERE matter_id = $1",
      [there.matter_id, there.customer === null ? 1 : 0, created_at, severity],
    ),
  ]);
  if (there.solved_at !== null) await reopenIfSolved(sql, there.matter_id, case_id, now);
}

/**
 * Puts a case together with the one that it is like; begins a matter where that
 * one is in none. Does nothing where the case is in a matter already.
 */
export async function joinLike(
  sql: Sql,
  dialect: Dialect,
  caseId: string,
  { case_id: like, probability }: CaseJoining,
  now: number,
): Promise<void> {
  await lockMatters(sql, dialect);
  const known = await membersOf(sql, [caseId, like]);
  if (known.some(({ case_id }) => case_id === caseId)) return;
  const joined = { joined_at: now, joined_by: null, probability };
  const there = known.find(({ case_id }) => case_id === like)?.matter_id ?? null;
  if (there !== null) {
    await place(sql, [{ case_id: caseId, matter_id: there, ...joined }]);
    await reopenIfSolved(sql, there, caseId, now);
    return;
  }
  const matter_id = await newMatter(sql, [like, caseId], now);
  await place(sql, [like, caseId].map((case_id) => ({ case_id, matter_id, ...joined })));
}

async function reopenIfSolved(sql: Sql, matterId: string, caseId: string, now: number) {
  const [matter] = await sql.query<{ solved_at: number | null; solved_by: string | null }>(
    "SELECT solved_at, solved_by FROM matters WHERE matter_id = $1",
    [matterId],
  );
  if (matter === undefined || matter.solved_at === null) return;
  // What came before it was solved is no news, however late it is put here.
  const [report] = await sql.query<{ created_at: number }>(
    "SELECT created_at FROM cases WHERE case_id = $1",
    [caseId],
  );
  if (report !== undefined && report.created_at < matter.solved_at) return;
  await sql.query(
    "UPDATE matters SET solved_at = NULL, solved_by = NULL WHERE matter_id = $1",
    [matterId],
  );
  const replaced = { placements: [], solved: matter };
  await noteEvent(sql, matterId, {
    act: "reopened",
    at: now,
    by: null,
    case_ids: [caseId],
    replaced,
  });
}
