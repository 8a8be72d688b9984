/**
 * Help Scout conversations, from the Mailbox API 2.0.
 *
 * https://developer.helpscout.com/mailbox-api/endpoints/conversations/list/ and …/get/,
 * read 2026-11-29. With `embed=threads` the customer's oldest thread is taken; without,
 * only the preview of the latest one is there.
 *
 * @module
 */
import { firstText, has, objects, part, type Profile, titled } from "./profile.ts";

/** Conversations of the API. */
export const HELP_SCOUT: Profile = {
  name: "Help Scout conversations",
  message_from: "subject and the customer's first thread, else the preview",
  recognises: (row) =>
    has(row, "subject") &&
    (has(row, "primaryCustomer") || has(row, "mailboxId", "preview") ||
      has(row, "folderId", "preview")),
  read(row) {
    const threads = objects(part(row, "_embedded").threads)
      .filter(({ type, body }) => type === "customer" && firstText(body) !== null)
      .toSorted((a, b) => String(a.createdAt).localeCompare(String(b.createdAt)));
    const customer = part(row, "primaryCustomer");
    return {
      id: row.id,
      customer_id: firstText(customer.email, customer.id),
      message: titled(row.subject, threads[0]?.body ?? row.preview),
    };
  },
};
