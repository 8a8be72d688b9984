/**
 * Requirements by how many customers asked for them, in whose words; who is in
 * a grave situation is not among them, whatever their message looks like. First
 * those that are matters, then those that one case alone asks for.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { Explanation } from "../triage/domain/explanation.ts";
import {
  MATTER_LIMITS,
  type Page,
  type PageAsked,
  type Requirement,
} from "../triage/domain/matter.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";
import { GRAVE_FROM } from "../triage/domain/situation.ts";
import { readPlace, writePlace } from "./cursor.ts";
import type { Database } from "./database.ts";
import { titleOf, wordsOf } from "./matter_words.ts";

type Query = Pick<Database, "query">;

/** Cursors of the two parts of the list. */
const TOGETHER = "together";
const ALONE = "alone";

interface MatterOfWishes {
  readonly matter_id: string;
  readonly ticket_id: string | null;
  readonly first_case_id: string;
  readonly first_at: number;
  readonly cases: number;
  readonly customers: number;
}

interface WishRow {
  readonly case_id: string;
  readonly created_at: number;
  readonly ticket_id: string | null;
  readonly customer_id: string | null;
  readonly request: string | null;
  readonly answer: string | null;
  readonly explanation: string | null;
}

const MATTERS =
  "SELECT matter_id, ticket_id, first_case_id, first_at, cases, customers FROM matters " +
  "WHERE intent = 'feature_request' AND cases > 0";
const WISH =
  "c.case_id, c.created_at, c.ticket_id, c.customer_id, c.request, c.answer, c.explanation";

/** Reads one page. */
export async function requirements(
  database: Query,
  { limit, cursor }: PageAsked,
): Promise<Page<Requirement>> {
  const alone = cursor !== null && isAlone(cursor);
  const items = alone ? [] : await together(database, limit + 1, cursor);
  const last = items[limit - 1];
  if (items.length > limit && last !== undefined) {
    const place = { value: last.customers, id: last.matter_id ?? "" };
    return { items: items.slice(0, limit), next_cursor: writePlace(TOGETHER, place) };
  }
  const before = alone ? readPlace(ALONE, cursor).id : "g";
  const rows = await database.query<WishRow>(
    `SELECT ${WISH} FROM cases AS c WHERE c.intent = 'feature_request' AND c.case_id < $1 ` +
      `AND c.gravity < ${GRAVE_FROM} ` +
      "AND NOT EXISTS (SELECT 1 FROM matter_cases AS member WHERE member.case_id = c.case_id) " +
      "ORDER BY c.case_id DESC LIMIT $2",
    [before, limit - items.length + 1],
  );
  const more = rows.length > limit - items.length;
  const shown = [...items, ...rows.slice(0, limit - items.length).map(lone)];
  const end = shown.at(-1);
  // Where matters fill the page to its last line, the others begin on the next.
  const id = end === undefined || end.matter_id !== null ? "g" : end.case_id;
  return { items: shown, next_cursor: more ? writePlace(ALONE, { value: 1, id }) : null };
}

/** The requirement that a case asks for; `null` where it asks for none. */
export async function requirementOf(database: Query, caseId: string): Promise<Requirement | null> {
  const [matter] = await database.query<MatterOfWishes>(
    `${MATTERS} AND matter_id = (SELECT matter_id FROM matter_cases WHERE case_id = $1)`,
    [caseId],
  );
  if (matter !== undefined) return await withWords(database, matter);
  const [row] = await database.query<WishRow>(
    `SELECT ${WISH} FROM cases AS c WHERE c.intent = 'feature_request' AND c.case_id = $1 ` +
      `AND c.gravity < ${GRAVE_FROM}`,
    [caseId],
  );
  return row === undefined ? null : lone(row);
}

async function together(
  database: Query,
  limit: number,
  cursor: string | null,
): Promise<Requirement[]> {
  const after = cursor === null ? null : readPlace(TOGETHER, cursor);
  const rows = await database.query<MatterOfWishes>(
    MATTERS + (after === null ? "" : " AND (customers, matter_id) < ($2, $3)") +
      " ORDER BY customers DESC, matter_id DESC LIMIT $1",
    after === null ? [limit] : [limit, after.value, after.id],
  );
  return await Promise.all(rows.map((row) => withWords(database, row)));
}

/** Of each customer the newest wish, of so many customers. */
async function withWords(database: Query, matter: MatterOfWishes): Promise<Requirement> {
  const rows = await database.query<WishRow>(
    `SELECT ${WISH} FROM cases AS c WHERE c.answer IS NOT NULL AND c.case_id IN ` +
      "(SELECT MAX(member.case_id) FROM matter_cases AS member JOIN cases AS told " +
      "ON told.case_id = member.case_id WHERE member.matter_id = $1 AND told.answer IS NOT NULL " +
      `GROUP BY member.customer) ORDER BY c.case_id DESC LIMIT ${MATTER_LIMITS.words}`,
    [matter.matter_id],
  );
  const [first] = await database.query<WishRow>(
    `SELECT ${WISH} FROM matter_cases AS member JOIN cases AS c ON c.case_id = member.case_id ` +
      "WHERE member.matter_id = $1 AND c.answer IS NOT NULL ORDER BY c.case_id LIMIT 1",
    [matter.matter_id],
  );
  return {
    ticket_id: matter.ticket_id,
    title: first === undefined ? null : toldIn(first).title,
    customers: matter.customers,
    cases: matter.cases,
    matter_id: matter.matter_id,
    case_id: matter.first_case_id,
    first_at: new Date(matter.first_at),
    words: rows.flatMap((row) => toldIn(row).words),
  };
}

function lone(row: WishRow): Requirement {
  const { title, words } = toldIn(row);
  return {
    ticket_id: row.ticket_id,
    title,
    customers: 1,
    cases: 1,
    matter_id: null,
    case_id: row.case_id,
    first_at: new Date(row.created_at),
    words,
  };
}

/** What a case says of its wish: nothing once it is erased. */
function toldIn(
  { case_id, customer_id, request, answer, explanation }: WishRow,
): Pick<Requirement, "title" | "words"> {
  if (answer === null) return { title: null, words: [] };
  const told = JSON.parse(answer) as Answer;
  if (request === null || explanation === null) return { title: titleOf(told), words: [] };
  const text = wordsOf(
    JSON.parse(request) as CustomerMessage,
    JSON.parse(explanation) as Explanation,
    told.message_type,
  );
  return { title: titleOf(told), words: [{ case_id, customer_id, text }] };
}

/** @throws {Failure} `invalid_request` for a cursor of neither part. */
function isAlone(cursor: string): boolean {
  try {
    readPlace(ALONE, cursor);
    return true;
  } catch {
    readPlace(TOGETHER, cursor);
    return false;
  }
}
