/**
 * The shape of what cases and matters are called by: ids of the service's own,
 * and the numbers of tickets and requirements, by which people know them.
 *
 * @module
 */
import { TICKET_PREFIX } from "./reply.ts";

/** A UUID in small letters, as a regular expression's source. */
export const ID_SOURCE = "[\\da-f\\-]{36}";

const ID = new RegExp(`^${ID_SOURCE}$`);
const PREFIXES = Object.values(TICKET_PREFIX).filter((prefix) => prefix !== null);
/** An id or a ticket's number, as a regular expression's source. */
export const NAME_SOURCE = `(?:${ID_SOURCE}|(?:${PREFIXES.join("|")})-[1-9]\\d{0,14})`;
const NAME = new RegExp(`^${NAME_SOURCE}$`, "i");

/** Whether a text has the shape of an id. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** Whether a text has the shape of an id or of a ticket's number: "BUG-12", "fr-3". */
export function isName(text: string): boolean {
  return NAME.test(text);
}
