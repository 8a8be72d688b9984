/**
 * What the cases of a matter tell together: by day, products, versions, the best
 * told steps, and what was done with it.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import { detailsOf } from "../triage/domain/details.ts";
import {
  type Count,
  type Matter,
  MATTER_LIMITS,
  type MatterEvent,
  type MatterRecord,
} from "../triage/domain/matter.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";
import type { Database } from "./database.ts";

type Query = Pick<Database, "query">;

/** The product's own versions are told by their number, whatever word stands before it. */
const BEFORE_NUMBER = /^(?:app|version|firmware|release|build|v\.?) ?(?=\d)/i;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads all that a record has and a matter of a list has not. */
export async function matterDetails(
  database: Query,
  matterId: string,
): Promise<Omit<MatterRecord, keyof Matter>> {
  const [by_day, told, steps, events] = await Promise.all([
    byDay(database, matterId),
    tellings(database, matterId),
    bestSteps(database, matterId),
    eventsOf(database, matterId),
  ]);
  return { by_day, ...told, ...steps, events };
}

async function byDay(database: Query, matterId: string): Promise<MatterRecord["by_day"]> {
  const rows = await database.query<{ day: number; cases: number }>(
    `SELECT created_at / ${DAY_MS} AS day, COUNT(*) AS cases FROM matter_cases ` +
      `WHERE matter_id = $1 GROUP BY 1 ORDER BY 1 DESC LIMIT ${MATTER_LIMITS.days}`,
    [matterId],
  );
  return rows.reverse().map(({ day, cases }) => ({
    day: new Date(day * DAY_MS).toISOString().slice(0, 10),
    cases,
  }));
}

/** Products and versions that the newest cases name, those that most name first. */
async function tellings(
  database: Query,
  matterId: string,
): Promise<Pick<MatterRecord, "products" | "versions">> {
  const rows = await database.query<{ request: string }>(
    "SELECT c.request FROM matter_cases AS member JOIN cases AS c ON c.case_id = member.case_id " +
      "WHERE member.matter_id = $1 AND c.request IS NOT NULL " +
      `ORDER BY member.case_id DESC LIMIT ${MATTER_LIMITS.read_cases}`,
    [matterId],
  );
  const requests = rows.map(({ request }) => JSON.parse(request) as CustomerMessage);
  return {
    products: counted(requests.map(({ product }) => [product.trim()])),
    versions: counted(
      requests.map(({ message }) =>
        detailsOf(message).filter(({ kind }) => kind === "version").map(({ text }) =>
          text.replace(BEFORE_NUMBER, "")
        )
      ),
    ),
  };
}

/** How many cases have each name, in whatever case they write it; as it was written last. */
function counted(cases: readonly (readonly string[])[]): Count[] {
  const counts = new Map<string, { name: string; cases: number }>();
  for (const names of cases) {
    for (const [key, name] of new Map(names.map((name) => [name.toLowerCase(), name]))) {
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { name, cases: 1 });
      else count.cases++;
    }
  }
  return [...counts.values()].sort((a, b) => b.cases - a.cases).slice(0, MATTER_LIMITS.named);
}

async function bestSteps(
  database: Query,
  matterId: string,
): Promise<Pick<MatterRecord, "reproduction_steps" | "steps_case_id">> {
  const [best] = await database.query<{ case_id: string; answer: string | null }>(
    "SELECT member.case_id, c.answer FROM matter_cases AS member " +
      "JOIN cases AS c ON c.case_id = member.case_id " +
      "WHERE member.matter_id = $1 AND member.steps > 0 AND c.answer IS NOT NULL " +
      "ORDER BY member.steps DESC, member.case_id LIMIT 1",
    [matterId],
  );
  const answer = best?.answer ? JSON.parse(best.answer) as Answer : null;
  return best === undefined || answer?.message_type !== "bug_report"
    ? { reproduction_steps: [], steps_case_id: null }
    : {
      reproduction_steps: answer.response_data.ticket.reproduction_steps,
      steps_case_id: best.case_id,
    };
}

async function eventsOf(database: Query, matterId: string): Promise<MatterEvent[]> {
  const rows = await database.query<{
    number: number;
    act: MatterEvent["act"];
    done_at: number;
    done_by: string | null;
    case_ids: string;
    undone_at: number | null;
  }>(
    "SELECT number, act, done_at, done_by, case_ids, undone_at FROM matter_events " +
      `WHERE matter_id = $1 ORDER BY number DESC LIMIT ${MATTER_LIMITS.events}`,
    [matterId],
  );
  return rows.map(({ number, act, done_at, done_by, case_ids, undone_at }) => ({
    number,
    act,
    at: new Date(done_at),
    by: done_by,
    case_ids: JSON.parse(case_ids) as string[],
    undone_at: undone_at === null ? null : new Date(undone_at),
  }));
}
