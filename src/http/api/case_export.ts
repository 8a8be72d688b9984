/**
 * Cases as a file: all that a filter lets through, as CSV or a JSON line each.
 *
 * @module
 */
import { cellText, csvLine } from "../../batch/csv_writer.ts";
import {
  type CaseDesk,
  type CaseFilter,
  type CaseOrder,
  type CaseRecord,
  DESK_LIMITS,
} from "../../triage/domain/desk.ts";
import { toCaseJson } from "./case_json.ts";

/** The columns of a table, and what stands in them. */
const COLUMNS: Readonly<Record<string, (record: CaseRecord) => unknown>> = {
  case_id: (record) => record.case_id,
  created_at: (record) => record.created_at.toISOString(),
  customer_id: (record) => record.request?.customer_id,
  product: (record) => record.request?.product,
  message: (record) => record.request?.message,
  message_type: (record) => record.message_type,
  inquiry_category: (record) => record.inquiry_category,
  confidence_score: (record) => record.confidence_score,
  review: (record) => record.review,
  review_reasons: (record) => record.explanation?.review.reasons.join("; "),
  assigned_to: (record) => record.assigned_to,
  ticket_id: (record) => record.ticket_id,
  customer_response: (record) => record.answer?.customer_response,
};

/** The file as a response, read no faster than it is taken. */
export function exportCases(
  desk: CaseDesk,
  filter: CaseFilter,
  order: CaseOrder,
  format: string | null,
): Response {
  const table = format !== "ndjson";
  const line = (record: CaseRecord) =>
    table
      ? csvLine(Object.values(COLUMNS).map((value) => cellText(value(record))))
      : `${JSON.stringify(toCaseJson(record))}\n`;
  const head = table ? csvLine(Object.keys(COLUMNS)) : "";
  return new Response(linesOf(desk, filter, order, head, line), {
    headers: {
      "content-type": table ? "text/csv; charset=utf-8" : "application/x-ndjson",
      "content-disposition": `attachment; filename="cases.${table ? "csv" : "ndjson"}"`,
    },
  });
}

function linesOf(
  desk: CaseDesk,
  filter: CaseFilter,
  order: CaseOrder,
  head: string,
  line: (record: CaseRecord) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | null = null;
  let text = head;
  return new ReadableStream({
    async pull(controller) {
      const page = await desk.list(filter, { order, limit: DESK_LIMITS.page_cases, cursor });
      text += page.items.map(line).join("");
      if (text !== "") controller.enqueue(encoder.encode(text));
      text = "";
      cursor = page.next_cursor;
      if (cursor === null) controller.close();
    },
  }, { highWaterMark: 0 });
}
