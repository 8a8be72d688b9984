/**
 * The cases of a matter, a page at a time, with whom to reply to.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { Explanation } from "../triage/domain/explanation.ts";
import type { MatterCase, Page, PageAsked } from "../triage/domain/matter.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";
import { readPlace, writePlace } from "./cursor.ts";
import type { Database } from "./database.ts";
import { titleOf, wordsOf } from "./matter_words.ts";

interface Row {
  readonly case_id: string;
  readonly created_at: number;
  readonly customer_id: string | null;
  readonly ticket_id: string | null;
  readonly request: string | null;
  readonly answer: string | null;
  readonly explanation: string | null;
  readonly joined_at: number;
  readonly joined_by: string | null;
  readonly probability: number | null;
}

/** Reads one page, the oldest cases first. */
export async function matterCases(
  database: Pick<Database, "query">,
  matterId: string,
  { limit, cursor }: PageAsked,
): Promise<Page<MatterCase>> {
  const rows = await database.query<Row>(
    "SELECT member.case_id, c.created_at, c.customer_id, c.ticket_id, c.request, c.answer, " +
      "c.explanation, member.joined_at, member.joined_by, member.probability " +
      "FROM matter_cases AS member JOIN cases AS c ON c.case_id = member.case_id " +
      "WHERE member.matter_id = $1 AND member.case_id > $2 ORDER BY member.case_id LIMIT $3",
    [matterId, cursor === null ? "" : readPlace("case", cursor).id, limit + 1],
  );
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(toMatterCase),
    next_cursor: rows.length > limit && last !== undefined
      ? writePlace("case", { value: 0, id: last.case_id })
      : null,
  };
}

function toMatterCase({ request, answer, explanation, ...row }: Row): MatterCase {
  const told = answer === null ? null : JSON.parse(answer) as Answer;
  return {
    case_id: row.case_id,
    created_at: new Date(row.created_at),
    customer_id: row.customer_id,
    ticket_id: row.ticket_id,
    title: told && titleOf(told),
    words: told === null || request === null || explanation === null ? null : wordsOf(
      JSON.parse(request) as CustomerMessage,
      JSON.parse(explanation) as Explanation,
      told.message_type,
    ),
    joined_at: new Date(row.joined_at),
    joined_by: row.joined_by,
    probability: row.probability,
  };
}
