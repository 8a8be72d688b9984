/**
 * Makes one of two matters that the service began for one thing, as happens in a
 * burst: reports that come at once do not see each other.
 *
 * @module
 */
import type { CaseJoining } from "../triage/domain/case.ts";
import type { Dialect, Sql } from "./database.ts";
import { noteEvent } from "./matter_events.ts";
import { lockMatters, membersOf, place } from "./matter_members.ts";

/** Moves all cases of the younger matter of two cases into the older, where both are the service's alone. */
export async function mergeMatters(
  sql: Sql,
  dialect: Dialect,
  caseId: string,
  { case_id: other, probability }: CaseJoining,
  now: number,
): Promise<void> {
  await lockMatters(sql, dialect);
  // What people did with a matter, or took back of what was done, is theirs to go on with.
  const matters = await sql.query<{ matter_id: string; intent: string; acts: number }>(
    "SELECT m.matter_id, m.intent, (SELECT COUNT(*) FROM matter_events AS e " +
      "WHERE e.matter_id = m.matter_id AND (e.done_by IS NOT NULL OR e.undone_at IS NOT NULL)) " +
      "AS acts FROM matters AS m WHERE m.solved_at IS NULL AND m.matter_id IN " +
      "(SELECT matter_id FROM matter_cases WHERE case_id IN ($1, $2) AND joined_by IS NULL) " +
      "ORDER BY m.first_case_id",
    [caseId, other],
  );
  const [older, younger] = matters;
  if (older === undefined || younger === undefined || older.intent !== younger.intent) return;
  if (older.acts > 0 || younger.acts > 0) return;
  const rows = await sql.query<{ case_id: string }>(
    "SELECT case_id FROM matter_cases WHERE matter_id = $1 ORDER BY case_id",
    [younger.matter_id],
  );
  const case_ids = rows.map(({ case_id }) => case_id);
  const before = await membersOf(sql, case_ids);
  const joined = { matter_id: older.matter_id, joined_at: now, joined_by: null, probability };
  await place(sql, case_ids.map((case_id) => ({ case_id, ...joined })));
  const replaced = { placements: before, solved: null };
  await noteEvent(sql, older.matter_id, { act: "joined", at: now, by: null, case_ids, replaced });
}
