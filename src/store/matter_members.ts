/**
 * Which case is in which matter: puts cases into matters and out of them.
 * Whoever calls holds the lock of {@linkcode lockMatters}.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { Dialect, Sql } from "./database.ts";
import { customerIn, recount, toldBy } from "./matter_counts.ts";

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

/** Adds a case to a matter, with what is counted of it. */
export const INSERT_MEMBER =
  "INSERT INTO matter_cases (case_id, matter_id, created_at, customer, severity, steps, " +
  "joined_at, joined_by, probability) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

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
