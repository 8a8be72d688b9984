/**
 * Intercom conversations, from the API.
 *
 * https://developers.intercom.com/docs/references/2.6/rest-api/conversations/list-conversations/,
 * read 2026-11-29. `source` is the message that began the conversation; where an
 * admin or a bot wrote it, the customer's first answer is taken.
 *
 * @module
 */
import { firstText, has, objects, part, type Profile, type Row, titled } from "./profile.ts";

const CUSTOMERS = ["user", "lead", "contact"];

/** Conversations of the API. */
export const INTERCOM: Profile = {
  name: "Intercom conversations",
  message_from: "the customer's first message",
  recognises: (row) =>
    has(row, "source") &&
    (row.type === "conversation" || has(part(row, "source"), "delivered_as")),
  read(row) {
    const source = part(row, "source");
    const author = part(source, "author");
    const asked = isCustomer(author);
    const answer = objects(part(row, "conversation_parts").conversation_parts)
      .find((each) => isCustomer(part(each, "author")) && firstText(each.body) !== null);
    const writer = asked ? author : part(answer ?? {}, "author");
    const contacts = Array.isArray(row.contacts) ? row.contacts : part(row, "contacts").contacts;
    const contact = objects(contacts)[0] ?? {};
    return {
      id: row.id,
      customer_id: firstText(contact.external_id, writer.email, contact.id, writer.id),
      message: asked ? titled(source.subject, source.body) : firstText(answer?.body),
    };
  },
};

function isCustomer({ type }: Row): boolean {
  return type === undefined || CUSTOMERS.includes(String(type));
}
