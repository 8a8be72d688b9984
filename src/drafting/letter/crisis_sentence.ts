/**
 * Names the crisis lines of the catalogue. Without any, none is named: a number
 * that may be wrong helps nobody.
 *
 * @module
 */
import type { CrisisContact } from "../../triage/domain/catalog.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { listed } from "../english/rewording.ts";

/** Lines named at most: who needs one does not read a list. */
export const CRISIS_CONTACTS_SHOWN = 3;

/** The lines of the country that the message or the product names, else the first of the catalogue. */
export function crisisSentence({ request: { product, product_name }, text }: DraftContext) {
  const contacts = product.crisis_contacts ?? [];
  if (contacts.length === 0) return null;
  const said = `${text} ${product_name}`.toLowerCase();
  const near = contacts.filter((contact) => said.includes(countryOf(contact).toLowerCase()));
  const shown = (near.length > 0 ? near : contacts).slice(0, CRISIS_CONTACTS_SHOWN);
  const lines = shown.map((contact) =>
    `${contact.name} on ${contact.phone} (${countryOf(contact)})`
  );
  return `You can also talk to ${listed(lines, "or")}.`;
}

/** Made when it is first wanted: it takes as long to make as ten thousand letters. */
let countries: Intl.DisplayNames | undefined;

function countryOf({ country }: CrisisContact): string {
  countries ??= new Intl.DisplayNames(["en"], { type: "region" });
  return countries.of(country) ?? country;
}
