/**
 * Which case is in which matter: puts cases into matters and out of them, and
 * counts anew. Whoever calls holds the lock of {@linkcode lockMatters}.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { CaseJoining } from "../triage/domain/case.ts";
import { SEVERITY_RANK } from "../triage/domain/matter.ts";
import type { Dialect, Sql } from "./database.ts";
import { componentOf } from "./matter_words.ts";

/** Where a case is, and how it came there. */
export interface Placement {
  readonly case_id: string;
  /** `null`: in no matter. */
  readonly matter_id: string | null;
  readonly joined_at: number;
  /** `null` is the service. */
  readonly joined_by: string | null;
  readonly probability: number | null;
}

/** What is kept of a case beside its place. */
interface Member extends Placement {
  readonly customer: number;
  readonly severity: number;
  readonly steps: number;
}

const INSERT_MEMBER =
  "INSERT INTO matter_cases (case_id, matter_id, created_at, customer, severity, steps, " +
  "joined_at, joined_by, probability) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/** The number by which matter `m` knows customer `$2`. */
const SAME_CUSTOMER = "SELECT same.customer FROM matter_cases AS same " +
  "WHERE same.matter_id = m.matter_id AND same.case_id IN " +
  "(SELECT case_id FROM cases WHERE customer_id = $2) LIMIT 1";

/** Others that change matters wait until this transaction has ended. */
export async function lockMatters(sql: Sql, { lock }: Dialect): Promise<void> {
  if (lock !== null) await sql.query(lock, ["matters"]);
}

/** Where cases are now; those in no matter are left out. */
export async function membersOf(
  sql: Pick<Sql, "query">,
  caseIds: readonly string[],
): Promise<Member[]> {
  if (caseIds.length === 0) return [];
  return await sql.query<Member>(
    "SELECT case_id, matter_id, joined_at, joined_by, probability, customer, severity, steps " +
      `FROM matter_cases WHERE case_id IN (${caseIds.map((_, at) => `$${at + 1}`).join(", ")})`,
    caseIds,
  );
}

/** Puts cases where they are to be, and counts every matter that this concerns anew. */
export async function place(sql: Sql, placements: readonly Placement[]): Promise<void> {
  const before = await membersOf(sql, placements.map(({ case_id }) => case_id));
  const members = new Map(before.map((member) => [member.case_id, member]));
  const touched = new Set<string>();
  // A customer whose texts are erased is known by the old matter's number alone.
  const moved = new Map<string, number>();
  for (const placement of placements) {
    const former = members.get(placement.case_id);
    if (former !== undefined) {
      touched.add(former.matter_id ?? "");
      await sql.query("DELETE FROM matter_cases WHERE case_id = $1", [placement.case_id]);
    }
    if (placement.matter_id === null) continue;
    touched.add(placement.matter_id);
    await insert(sql, { ...placement, matter_id: placement.matter_id }, former, moved);
  }
  for (const matterId of touched) await recount(sql, matterId);
}

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
  // One that is to be the first report changes what the matter is called by.
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
  const matter_id = await newMatter(sql, now);
  await place(sql, [like, caseId].map((case_id) => ({ case_id, matter_id, ...joined })));
}

/** An empty matter. */
export async function newMatter(sql: Sql, now: number): Promise<string> {
  const matter_id = crypto.randomUUID();
  await sql.query(
    "INSERT INTO matters (matter_id, began_at, intent, cases, customers, severity) " +
      "VALUES ($1, $2, 'bug_report', 0, 0, 0)",
    [matter_id, now],
  );
  return matter_id;
}

/** Notes what was done, and what it replaced. */
export async function noteEvent(
  sql: Sql,
  matterId: string,
  event: {
    readonly act: string;
    readonly at: number;
    readonly by: string | null;
    readonly case_ids: readonly string[];
    readonly replaced: unknown;
  },
): Promise<void> {
  await sql.query(
    "INSERT INTO matter_events (matter_id, number, act, done_at, done_by, case_ids, replaced) " +
      "SELECT CAST($1 AS TEXT), COALESCE(MAX(number), 0) + 1, CAST($2 AS TEXT), " +
      "CAST($3 AS BIGINT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT) " +
      "FROM matter_events WHERE matter_id = $1",
    [
      matterId,
      event.act,
      event.at,
      event.by,
      JSON.stringify(event.case_ids),
      JSON.stringify(event.replaced),
    ],
  );
}

/** What of an answer a matter counts. */
export function toldBy(answer: Answer | null): { severity: number; steps: number } {
  if (answer?.message_type !== "bug_report") return { severity: 0, steps: 0 };
  const { severity, reproduction_steps } = answer.response_data.ticket;
  return { severity: SEVERITY_RANK[severity], steps: reproduction_steps.join(" ").length };
}

/** A case has another answer: what is counted of it follows. */
export async function retell(
  sql: Sql,
  dialect: Dialect,
  caseId: string,
  answer: Answer,
): Promise<void> {
  await lockMatters(sql, dialect);
  const { severity, steps } = toldBy(answer);
  await sql.query("UPDATE cases SET component = $2 WHERE case_id = $1", [
    caseId,
    componentOf(answer),
  ]);
  const [row] = await sql.query<{ matter_id: string }>(
    "UPDATE matter_cases SET severity = $2, steps = $3 WHERE case_id = $1 RETURNING matter_id",
    [caseId, severity, steps],
  );
  if (row !== undefined) await recount(sql, row.matter_id);
}

/** Counts a matter anew; what it has of its first report follows that. */
export async function recount(sql: Sql, matterId: string): Promise<void> {
  const of = "FROM matter_cases WHERE matter_id = $1";
  await sql.query(
    `UPDATE matters SET cases = (SELECT COUNT(*) ${of}), ` +
      `customers = (SELECT COUNT(DISTINCT customer) ${of}), ` +
      `severity = (SELECT COALESCE(MAX(severity), 0) ${of}), ` +
      `first_at = (SELECT MIN(created_at) ${of}), last_at = (SELECT MAX(created_at) ${of}), ` +
      `first_case_id = (SELECT MIN(case_id) ${of}) WHERE matter_id = $1`,
    [matterId],
  );
  await sql.query(
    "UPDATE matters SET intent = (SELECT intent FROM cases WHERE case_id = first_case_id), " +
      "ticket_id = (SELECT ticket_id FROM cases WHERE case_id = first_case_id) " +
      "WHERE matter_id = $1 AND first_case_id IS NOT NULL",
    [matterId],
  );
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

async function insert(
  sql: Sql,
  placement: Placement & { readonly matter_id: string },
  former: Member | undefined,
  moved: Map<string, number>,
): Promise<void> {
  const { case_id, matter_id, joined_at, joined_by, probability } = placement;
  const [row] = await sql.query<
    { created_at: number; customer_id: string | null; answer: string | null }
  >("SELECT created_at, customer_id, answer FROM cases WHERE case_id = $1", [case_id]);
  if (row === undefined) return;
  const alias = `${former?.matter_id} ${former?.customer}`;
  const customer = moved.get(alias) ??
    await customerIn(sql, matter_id, row.customer_id);
  if (former !== undefined) moved.set(alias, customer);
  const told = row.answer === null
    ? { severity: former?.severity ?? 0, steps: 0 }
    : toldBy(JSON.parse(row.answer) as Answer);
  await sql.query(INSERT_MEMBER, [
    case_id,
    matter_id,
    row.created_at,
    customer,
    told.severity,
    told.steps,
    joined_at,
    joined_by,
    probability,
  ]);
}

/** The number by which a matter knows a customer, a new one where it does not. */
async function customerIn(sql: Sql, matterId: string, customerId: string | null): Promise<number> {
  if (customerId === null) return newCustomer();
  const [same] = await sql.query<{ customer: number | null }>(
    `SELECT (${SAME_CUSTOMER}) AS customer FROM matters AS m WHERE m.matter_id = $1`,
    [matterId, customerId],
  );
  return same?.customer ?? newCustomer();
}

/** By chance, 52 bits of it: nobody can trace whose it was. */
function newCustomer(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high >>> 12) * 2 ** 32 + low;
}
