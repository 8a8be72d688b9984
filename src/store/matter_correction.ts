/**
 * What a person's verdict on a case does to its matter: a case of another type
 * than the matter's leaves it, and what is counted of it follows. Whoever is put
 * into a matter by its fresh letter comes into that one.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { CaseJoining } from "../triage/domain/case.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { Dialect, Sql } from "./database.ts";
import { recount, toldBy } from "./matter_counts.ts";
import { noteEvent } from "./matter_events.ts";
import { joinLike } from "./matter_joining.ts";
import { lockMatters, membersOf, place, type Placement } from "./matter_members.ts";
import { componentOf } from "./matter_words.ts";

/** A case as it is after its correction. */
export interface CorrectedCase {
  readonly case_id: string;
  readonly intent: Intent;
  /** `null` where it has none. */
  readonly answer: Answer | null;
  /** The case that its fresh letter says it is put together with. */
  readonly joins: CaseJoining | null;
  readonly person: string;
  /** Milliseconds since 1970; the undoing of the correction knows by it what to take back. */
  readonly at: number;
}

/** Follows a correction that was just written. */
export async function followCorrection(
  sql: Sql,
  dialect: Dialect,
  { case_id, intent, answer, joins, person, at }: CorrectedCase,
): Promise<void> {
  await lockMatters(sql, dialect);
  if (answer !== null) await retell(sql, case_id, answer);
  const [member] = await membersOf(sql, [case_id]);
  const [matter] = await sql.query<{ intent: Intent }>(
    "SELECT intent FROM matters WHERE matter_id = $1",
    [member?.matter_id ?? null],
  );
  const note = (act: string, matterId: string, placement: Placement) =>
    noteEvent(sql, matterId, {
      act,
      at,
      by: person,
      case_ids: [case_id],
      replaced: { placements: [placement], solved: null },
    });
  if (member?.matter_id && matter?.intent !== intent) {
    await place(sql, [{ ...member, matter_id: null }]);
    await note("split", member.matter_id, member);
  }
  if (joins === null) return;
  await joinLike(sql, dialect, case_id, joins, at);
  const [joined] = await membersOf(sql, [case_id]);
  if (joined?.matter_id && joined.matter_id !== member?.matter_id) {
    await note("joined", joined.matter_id, { ...joined, matter_id: null });
  }
}

/** A case whose correction is taken back. */
export interface UncorrectedCase extends Pick<CorrectedCase, "case_id" | "answer" | "at"> {
  readonly corrected_at: number;
}

/** Follows the undoing of a correction: the case is where it was before. */
export async function followUndo(
  sql: Sql,
  dialect: Dialect,
  { case_id: caseId, answer, corrected_at, at }: UncorrectedCase,
): Promise<void> {
  await lockMatters(sql, dialect);
  if (answer !== null) await retell(sql, caseId, answer);
  const events = await sql.query<
    { matter_id: string; number: number; act: "joined" | "split"; replaced: string }
  >(
    "SELECT matter_id, number, act, replaced FROM matter_events WHERE done_at = $1 " +
      "AND case_ids = $2 AND undone_at IS NULL AND act IN ('joined', 'split') ORDER BY act",
    [corrected_at, JSON.stringify([caseId])],
  );
  // Out of the one that it joined, then back into the one that it left.
  for (const { matter_id, number, act, replaced } of events) {
    const [member] = await membersOf(sql, [caseId]);
    // What somebody has since moved elsewhere stays there.
    if ((member?.matter_id ?? null) !== (act === "joined" ? matter_id : null)) continue;
    const { placements } = JSON.parse(replaced) as { readonly placements: readonly Placement[] };
    await place(sql, placements);
    await sql.query(
      "UPDATE matter_events SET undone_at = $3 WHERE matter_id = $1 AND number = $2",
      [matter_id, number, at],
    );
  }
}

/** A case has another answer: what is counted of it follows. */
async function retell(sql: Sql, caseId: string, answer: Answer): Promise<void> {
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
