/**
 * Goes through the cases of a database in order, and remembers how far it came:
 * what was stored before there were matters, and what was stored since.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { CaseJoining } from "../triage/domain/case.ts";
import type { BuiltCase, MatterBuilding } from "../triage/domain/matter_building.ts";
import type { Database } from "./database.ts";
import { joinLike } from "./matter_joining.ts";
import { mergeMatters } from "./matter_merging.ts";
import { componentOf } from "./matter_words.ts";

interface Row {
  readonly case_id: string;
  readonly component: string | null;
  readonly answer: string | null;
  readonly matter_id: string | null;
  readonly matter_cases: number | null;
  /** Whether people took it out of a matter. */
  readonly taken_out: number;
}

/** The way through the cases of a database. */
export class MatterBuilder implements MatterBuilding {
  readonly #database: Database;
  readonly #now: () => Date;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async next(before: Date, limit: number): Promise<BuiltCase[]> {
    const rows = await this.#database.query<Row>(
      "SELECT c.case_id, c.component, c.answer, member.matter_id, m.cases AS matter_cases, " +
        "(SELECT COUNT(*) FROM matter_events AS e WHERE e.act = 'split' " +
        "AND e.undone_at IS NULL AND e.case_ids LIKE '%' || c.case_id || '%') AS taken_out " +
        "FROM cases AS c " +
        "LEFT JOIN matter_cases AS member ON member.case_id = c.case_id " +
        "LEFT JOIN matters AS m ON m.matter_id = member.matter_id " +
        "WHERE c.case_id > (SELECT last_case_id FROM matter_progress) AND c.created_at < $1 " +
        "ORDER BY c.case_id LIMIT $2",
      [before.getTime(), limit],
    );
    for (const { case_id, component, answer } of rows) {
      const told = component === null && answer !== null
        ? componentOf(JSON.parse(answer) as Answer)
        : null;
      if (told === null) continue;
      await this.#database.query("UPDATE cases SET component = $2 WHERE case_id = $1", [
        case_id,
        told,
      ]);
    }
    return rows.map(({ case_id, answer, matter_id, matter_cases, taken_out }) => ({
      case_id,
      open: answer !== null && matter_id === null && taken_out === 0,
      matter_cases: answer === null ? 0 : matter_cases ?? 0,
    }));
  }

  async merge(caseId: string, other: CaseJoining): Promise<void> {
    await this.#database.transaction((sql) =>
      mergeMatters(sql, this.#database.dialect, caseId, other, this.#now().getTime())
    );
  }

  async done(caseId: string, joins: CaseJoining | null): Promise<void> {
    await this.#database.transaction(async (sql) => {
      if (joins !== null) {
        await joinLike(sql, this.#database.dialect, caseId, joins, this.#now().getTime());
      }
      await sql.query(
        "UPDATE matter_progress SET last_case_id = $1 WHERE last_case_id < $1",
        [caseId],
      );
    });
  }
}
