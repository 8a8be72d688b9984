/**
 * Freshdesk tickets: the API, the account export and the CSV of the ticket list.
 *
 * https://developers.freshdesk.com/api/#tickets, read 2026-11-29. `description` is
 * HTML, `description_text` the same as text; lists have them with `include=description`.
 * The CSV names a ticket by "Ticket ID".
 *
 * @module
 */
import {
  firstText,
  has,
  part,
  type Profile,
  type ProfileFields,
  type Row,
  titled,
} from "./profile.ts";

/** Tickets of the API, and of the account export where each stands in `helpdesk_ticket`. */
export const FRESHDESK_TICKETS: Profile = {
  name: "Freshdesk tickets",
  message_from: "subject and description",
  recognises: (row) =>
    has(row, "helpdesk_ticket") ||
    has(row, "subject") &&
      (has(row, "description_text") || has(row, "requester_id", "responder_id", "fr_escalated")),
  read: (row) => readTicket(has(row, "helpdesk_ticket") ? part(row, "helpdesk_ticket") : row),
};

function readTicket(ticket: Row): ProfileFields {
  return {
    id: ticket.id ?? ticket.display_id,
    customer_id: ticket.requester_id ?? firstText(ticket.email, ticket.requester_name),
    product: firstText(ticket.product_name),
    message: titled(ticket.subject, firstText(ticket.description_text, ticket.description)),
  };
}

/** The CSV of the ticket list. */
export const FRESHDESK_CSV: Profile = {
  name: "Freshdesk ticket list",
  message_from: "Subject, and Description where the export has it",
  recognises: (row) =>
    has(row, "ticket_id", "subject") &&
    ["agent", "full_name", "contact_id", "created_time", "source"].some((key) => has(row, key)),
  read: (row) => ({
    id: row.ticket_id,
    customer_id: firstText(row.email, row.requester_email, row.contact_id, row.full_name),
    product: row.product,
    message: titled(row.subject, row.description),
  }),
};
