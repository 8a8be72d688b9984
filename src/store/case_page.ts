/**
 * Pages of cases: filters, order, and cursors that stay right while cases come in.
 *
 * @module
 */
import {
  type CaseFilter,
  type CaseOrder,
  type CasePage,
  COUNTED_CASES,
  type PageRequest,
} from "../triage/domain/desk.ts";
import { Failure } from "../triage/domain/failure.ts";
import { ID_SOURCE } from "../triage/domain/id.ts";
import { caseRecords, type RecordRow, SELECT_RECORD } from "./case_record.ts";
import type { Database, Value } from "./database.ts";

/**
 * Reads one page.
 *
 * @param from The oldest case looked at; `null` looks at all.
 */
export async function casePage(
  database: Pick<Database, "query" | "dialect">,
  filter: CaseFilter,
  { order, limit, cursor }: PageRequest,
  from: string | null = null,
): Promise<CasePage> {
  const first = filter.since === null ? from : await firstSince(database, filter.since);
  if (filter.since !== null && first === null) return { items: [], next_cursor: null };
  const { values, wanted, bind } = conditions(database, filter, [from, first]);
  if (cursor !== null) {
    const after = readCursor(order, cursor);
    const place = order === "newest" ? "" : bind(after.place);
    wanted.push(BEHIND[order](place, bind(after.case_id)));
  }
  const rows = await database.query<RecordRow>(
    SELECT_RECORD + (wanted.length === 0 ? "" : ` WHERE ${wanted.join(" AND ")}`) +
      ` ORDER BY ${ORDER_BY[order]}` +
      ` LIMIT ${bind(limit + 1)}`,
    values,
  );
  const items = await caseRecords(database, rows.slice(0, limit));
  const last = rows[limit - 1];
  return {
    items,
    next_cursor: rows.length > limit && last !== undefined
      ? writeCursor(order, order === "gravest" ? last.gravity : last.confidence, last.case_id)
      : null,
  };
}

/** Counts the cases that a filter lets through, a bounded number of them. */
export async function countCases(
  database: Pick<Database, "query" | "dialect">,
  filter: CaseFilter,
): Promise<number> {
  const { values, wanted } = conditions(database, filter, []);
  const where = wanted.length === 0 ? "" : ` WHERE ${wanted.join(" AND ")}`;
  const [row] = await database.query<{ cases: number }>(
    `SELECT count(*) AS cases FROM (SELECT case_id FROM cases${where} ` +
      `LIMIT ${COUNTED_CASES + 1}) AS counted`,
    values,
  );
  return row?.cases ?? 0;
}

/** What a filter asks of a case, and the values that are asked for. */
function conditions(
  database: Pick<Database, "dialect">,
  filter: CaseFilter,
  oldest: readonly (string | null)[],
) {
  const values: Value[] = [];
  const wanted: string[] = [];
  const bind = (value: Value) => `$${values.push(value)}`;
  if (filter.type !== null) wanted.push(`intent = ${bind(filter.type)}`);
  if (filter.review !== null) {
    wanted.push(`review = ${bind(filter.review)}`);
    // Said once more for SQLite, which otherwise does not see that the indexes apply.
    if (filter.review !== "none") wanted.push("review <> 'none'");
  }
  if (filter.customer_id !== null) {
    wanted.push(`customer_id = ${bind(filter.customer_id.trim())}`);
  }
  if (filter.since !== null) wanted.push(`created_at >= ${bind(filter.since.getTime())}`);
  if (filter.reason !== undefined && filter.reason !== null) {
    wanted.push(`review_reasons LIKE ${bind(`%"${filter.reason}"%`)}`);
  }
  if (filter.assigned_to !== undefined && filter.assigned_to !== null) {
    wanted.push(`assigned_to = ${bind(filter.assigned_to)}`);
  }
  if (filter.open_to !== undefined && filter.open_to !== null) {
    wanted.push(`(assigned_to IS NULL OR assigned_to = ${bind(filter.open_to)})`);
  }
  if (filter.search !== undefined) {
    const text = filter.search.trim();
    const message = database.dialect.jsonText("request", "message");
    wanted.push(
      `(customer_id = ${bind(text)} ` +
        `OR lower(${message}) LIKE lower(${bind(likePattern(text))}) ESCAPE '!')`,
    );
  }
  for (const bound of new Set(oldest)) {
    if (bound !== null) wanted.push(`case_id >= ${bind(bound)}`);
  }
  return { values, wanted, bind };
}

/** Ids sort by time, but two made at once may be stored in either order. */
const SKEWED_CASES = 100;

/**
 * The first case created since then, `null` where there is none: without this
 * bound a page that is not full would be looked for in all older cases too.
 */
async function firstSince(
  database: Pick<Database, "query">,
  since: Date,
): Promise<string | null> {
  const [row] = await database.query<{ first: string | null }>(
    "SELECT MIN(case_id) AS first FROM (SELECT case_id FROM cases WHERE created_at >= $1 " +
      `ORDER BY created_at LIMIT ${SKEWED_CASES}) AS earliest`,
    [since.getTime()],
  );
  return row?.first ?? null;
}

/** Finds the text anywhere, its own wildcards taken as they are written. */
function likePattern(text: string): string {
  return `%${text.replaceAll(/[!%_]/g, "!$&")}%`;
}

const ORDER_BY: Readonly<Record<CaseOrder, string>> = {
  newest: "case_id DESC",
  least_certain: "confidence, case_id",
  // Ids sort by time: of two that are alike the older waits longer.
  gravest: "gravity DESC, case_id",
};

/** What comes behind a place in the order. */
const BEHIND: Readonly<Record<CaseOrder, (place: string, caseId: string) => string>> = {
  newest: (_place, caseId) => `case_id < ${caseId}`,
  least_certain: (place, caseId) => `(confidence, case_id) > (${place}, ${caseId})`,
  gravest: (place, caseId) => `(gravity < ${place} OR gravity = ${place} AND case_id > ${caseId})`,
};

const ORDER_MARK = { newest: "n", least_certain: "u", gravest: "g" } as const;
const CURSOR = new RegExp(`^([nug]) ([\\d.e-]{1,30}) (${ID_SOURCE})$`);

/** Where a page ends: at this case, in this place of the order (its confidence, its gravity). */
export function writeCursor(order: CaseOrder, place: number, caseId: string): string {
  return btoa(`${ORDER_MARK[order]} ${place} ${caseId}`)
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Where the page before ended.
 *
 * @throws {Failure} `invalid_request`
 */
export function readCursor(
  order: CaseOrder,
  cursor: string,
): { place: number; case_id: string } {
  const [, mark, place, case_id] = CURSOR.exec(decode(cursor)) ?? [];
  if (mark !== ORDER_MARK[order] || case_id === undefined || !Number.isFinite(Number(place))) {
    throw new Failure("invalid_request", "Cannot read the query: check cursor", {
      errors: [{ path: "cursor", message: "must be the next_cursor of the page before" }],
    });
  }
  return { place: Number(place), case_id };
}

function decode(cursor: string): string {
  try {
    return atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
