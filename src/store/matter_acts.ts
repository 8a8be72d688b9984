/**
 * What people do with matters: begin, join, split, mark as solved, reopen, and
 * take back what was done last.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { MatterEvent, Named } from "../triage/domain/matter.ts";
import type { Database, Sql } from "./database.ts";
import { newMatter, noteEvent } from "./matter_events.ts";
import { lockMatters, membersOf, place, type Placement } from "./matter_members.ts";

interface Solved {
  readonly solved_at: number | null;
  readonly solved_by: string | null;
}

/** What an act replaced: where its cases were, and how the matter was solved. */
interface Replaced {
  readonly placements: readonly Placement[];
  readonly solved: Solved | null;
}

/** Who acts, and when. */
export interface ActOptions {
  readonly person: string;
  readonly now: number;
}

/** Changes matters, one change at a time. Each resolves to the matter's id. */
export class MatterActs {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  begin(caseIds: readonly string[], options: ActOptions): Promise<string> {
    return this.#change(async (sql) => {
      const ids = [...new Set(caseIds)];
      if (ids.length < 2) {
        throw new Failure("invalid_request", "Cannot begin a matter: check case_ids", {
          errors: [{ path: "case_ids", message: "must name two cases or more" }],
        });
      }
      await refuseUnknown(sql, ids);
      const matterId = await newMatter(sql, ids, options.now);
      await this.#move(sql, ids, matterId, "began", options);
      return matterId;
    });
  }

  join(matterId: string, what: Named, options: ActOptions): Promise<string> {
    return this.#change(async (sql) => {
      await matterOf(sql, matterId);
      if ("case_id" in what) {
        await this.#move(sql, [what.case_id], matterId, "joined", options);
        return matterId;
      }
      await matterOf(sql, what.matter_id);
      const cases = await sql.query<{ case_id: string }>(
        "SELECT case_id FROM matter_cases WHERE matter_id = $1 ORDER BY case_id",
        [what.matter_id],
      );
      const ids = cases.map(({ case_id }) => case_id);
      if (what.matter_id !== matterId && ids.length > 0) {
        await this.#move(sql, ids, matterId, "joined", options);
      }
      return matterId;
    });
  }

  split(matterId: string, caseId: string, { person, now }: ActOptions): Promise<string> {
    return this.#change(async (sql) => {
      await matterOf(sql, matterId);
      const [member] = await membersOf(sql, [caseId]);
      if (member?.matter_id !== matterId) {
        throw new Failure("not_found", "There is no such case in this matter");
      }
      await place(sql, [{ ...member, matter_id: null }]);
      const replaced: Replaced = { placements: [member], solved: null };
      const event = { act: "split", at: now, by: person, case_ids: [caseId], replaced };
      await noteEvent(sql, matterId, event);
      return matterId;
    });
  }

  /** Marks as solved, or no longer so. */
  solve(matterId: string, solved: boolean, { person, now }: ActOptions): Promise<string> {
    return this.#change(async (sql) => {
      const before = await matterOf(sql, matterId);
      if (solved === (before.solved_at !== null)) {
        throw new Failure(
          "case_conflict",
          solved
            ? "Cannot mark the matter as solved: it is already"
            : "Cannot reopen the matter: it is not solved",
        );
      }
      await setSolved(sql, matterId, {
        solved_at: solved ? now : null,
        solved_by: solved ? person : null,
      });
      const replaced: Replaced = { placements: [], solved: before };
      const act = solved ? "solved" : "reopened";
      await noteEvent(sql, matterId, { act, at: now, by: person, case_ids: [], replaced });
      return matterId;
    });
  }

  undo(matterId: string, number: number, now: number): Promise<string> {
    return this.#change(async (sql) => {
      await matterOf(sql, matterId);
      const [last] = await sql.query<{ number: number; act: MatterEvent["act"]; replaced: string }>(
        "SELECT number, act, replaced FROM matter_events WHERE matter_id = $1 " +
          "AND undone_at IS NULL ORDER BY number DESC LIMIT 1",
        [matterId],
      );
      if (last?.number !== number) {
        throw new Failure("case_conflict", "Cannot undo: it is not what was done last");
      }
      const { placements, solved } = JSON.parse(last.replaced) as Replaced;
      const members = await membersOf(sql, placements.map(({ case_id }) => case_id));
      const now_in = new Map(members.map((member) => [member.case_id, member.matter_id]));
      const put = last.act === "split" ? null : matterId;
      // What somebody has since moved elsewhere stays there.
      await place(sql, placements.filter(({ case_id }) => (now_in.get(case_id) ?? null) === put));
      if (solved !== null) await setSolved(sql, matterId, solved);
      await sql.query(
        "UPDATE matter_events SET undone_at = $3 WHERE matter_id = $1 AND number = $2",
        [matterId, number, now],
      );
      return matterId;
    });
  }

  async #move(
    sql: Sql,
    caseIds: readonly string[],
    matterId: string,
    act: "began" | "joined",
    { person, now }: ActOptions,
  ): Promise<void> {
    await refuseUnknown(sql, caseIds);
    const before = new Map((await membersOf(sql, caseIds)).map((each) => [each.case_id, each]));
    const moving = caseIds.filter((case_id) => before.get(case_id)?.matter_id !== matterId);
    if (moving.length === 0) return;
    const joined = { joined_at: now, joined_by: person, probability: null };
    await place(sql, moving.map((case_id) => ({ case_id, matter_id: matterId, ...joined })));
    const placements = moving.map((case_id) =>
      before.get(case_id) ?? { case_id, matter_id: null, ...joined }
    );
    const replaced: Replaced = { placements, solved: null };
    await noteEvent(sql, matterId, { act, at: now, by: person, case_ids: moving, replaced });
  }

  #change(work: (sql: Sql) => Promise<string>): Promise<string> {
    return this.#database.transaction(async (sql) => {
      await lockMatters(sql, this.#database.dialect);
      return await work(sql);
    });
  }
}

/** @throws {Failure} `not_found` */
async function matterOf(sql: Sql, matterId: string): Promise<Solved> {
  const [matter] = await sql.query<Solved & { matter_id: string }>(
    "SELECT matter_id, solved_at, solved_by FROM matters WHERE matter_id = $1",
    [matterId],
  );
  if (matter === undefined) throw new Failure("not_found", "There is no such matter");
  const { solved_at, solved_by } = matter;
  return { solved_at, solved_by };
}

/** @throws {Failure} `not_found`, or `case_conflict` where a case's text is erased: nobody can say what it tells. */
async function refuseUnknown(sql: Sql, caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) {
    const [row] = await sql.query<{ erased_at: number | null; matter_id: string | null }>(
      "SELECT c.erased_at, m.matter_id FROM cases AS c " +
        "LEFT JOIN matter_cases AS m ON m.case_id = c.case_id WHERE c.case_id = $1",
      [caseId],
    );
    if (row === undefined) throw new Failure("not_found", "There is no such case");
    if (row.erased_at !== null && row.matter_id === null) {
      throw new Failure("case_conflict", "Cannot join the case: what it was about is erased");
    }
  }
}

async function setSolved(sql: Sql, matterId: string, { solved_at, solved_by }: Solved) {
  await sql.query(
    "UPDATE matters SET solved_at = $2, solved_by = $3 WHERE matter_id = $1",
    [matterId, solved_at, solved_by],
  );
}
