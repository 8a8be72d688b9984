/**
 * Searches messages, newest first, a stretch of cases at a time: looking
 * through all of them in one statement would keep SQLite, and with it every
 * other request, busy for seconds.
 *
 * @module
 */
import type { CaseFilter, CasePage, CaseRecord, PageRequest } from "../triage/domain/desk.ts";
import { casePage, readCursor, writeCursor } from "./case_page.ts";
import { caseRecords, type RecordRow, SELECT_RECORD } from "./case_record.ts";
import type { Database } from "./database.ts";

/** Cases looked through in one statement. */
const STRETCH_CASES = 1_000;
/** Stretches looked through for one page. Then the page ends, full or not, and the next goes on. */
const STRETCHES = 20;

/** Reads one page of what a search finds. */
export async function searchCases(
  database: Pick<Database, "query" | "dialect">,
  filter: CaseFilter,
  page: PageRequest,
): Promise<CasePage> {
  const named = await caseNamed(database, filter.search ?? "");
  if (named.length > 0) return { items: named, next_cursor: null };
  const items: CaseRecord[] = [];
  let { cursor } = page;
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    const from = await endOfStretch(database, cursor);
    const rest = { ...page, limit: page.limit - items.length, cursor };
    const found = await casePage(database, filter, rest, from);
    items.push(...found.items);
    if (found.next_cursor !== null) return { items, next_cursor: found.next_cursor };
    if (from === null) return { items, next_cursor: null };
    cursor = writeCursor("newest", 0, from);
    if (items.length === page.limit) break;
  }
  return { items, next_cursor: cursor };
}

/** The case whose id, or whose ticket's, now or once, the text is: found at once, however old. */
async function caseNamed(
  database: Pick<Database, "query">,
  search: string,
): Promise<CaseRecord[]> {
  const text = search.trim();
  const rows = await database.query<RecordRow>(
    `${SELECT_RECORD} WHERE case_id = $1 OR ticket_id = $2 OR case_id IN ` +
      "(SELECT case_id FROM corrections WHERE replaced_ticket_id = $2)",
    [text.toLowerCase(), text.toUpperCase()],
  );
  return await caseRecords(database, rows);
}

/** The oldest case of the stretch behind the cursor; `null` when it reaches to the very first. */
async function endOfStretch(
  database: Pick<Database, "query">,
  cursor: string | null,
): Promise<string | null> {
  const after = cursor === null ? [] : [readCursor("newest", cursor).case_id];
  const [row] = await database.query<{ case_id: string }>(
    `SELECT case_id FROM cases${after.length === 0 ? "" : " WHERE case_id < $1"} ` +
      `ORDER BY case_id DESC LIMIT 1 OFFSET ${STRETCH_CASES - 1}`,
    after,
  );
  return row?.case_id ?? null;
}
