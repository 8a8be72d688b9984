/**
 * Zendesk tickets: the API, the JSON export (one ticket a line) and the CSV of a view.
 *
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ and
 * https://support.zendesk.com/hc/en-us/articles/4408886165402 (exports), read 2026-11-29.
 * The CSV of a view has the view's columns and no description.
 *
 * @module
 */
import { firstText, has, objects, part, type Profile, titled } from "./profile.ts";

/** Tickets of the API and of the JSON export. */
export const ZENDESK_TICKETS: Profile = {
  name: "Zendesk tickets",
  message_from: "subject and description",
  recognises: (row) =>
    has(row, "id", "subject") && !has(row, "description_text") &&
    (has(row, "raw_subject") || has(row, "requester_id", "submitter_id") ||
      has(row, "requester", "comments") || /\/api\/v2\/tickets\//.test(String(row.url))),
  read(row) {
    const comments = objects(row.comments);
    const first = comments.find((comment) => comment.public !== false) ?? {};
    const requester = part(row, "requester");
    return {
      id: row.id,
      customer_id: row.requester_id ?? requester.id ?? requester.email,
      message: titled(
        row.subject ?? row.raw_subject,
        firstText(row.description, first.plain_body, first.body, first.html_body),
      ),
    };
  },
};

/** The CSV of a view, and the older full CSV export. */
export const ZENDESK_VIEW: Profile = {
  name: "Zendesk view",
  message_from: "Subject, and Description where the view has it",
  recognises: (row) =>
    has(row, "subject") && (has(row, "id") || has(row, "ticket_id")) &&
    ["requester", "requester_id", "requester_email", "summation_column"].some((key) =>
      has(row, key)
    ),
  read: (row) => ({
    id: row.id ?? row.ticket_id,
    customer_id: firstText(row.requester_email, row.requester_id, row.requester),
    message: titled(row.subject, row.description ?? row.latest_comment),
  }),
};
