/**
 * Responses of Typeform: the API and the CSV of the results.
 *
 * https://www.typeform.com/developers/responses/reference/retrieve-responses/, read 2026-11-29.
 * Answers of the type `text` are the person's own words; the CSV has one column a question,
 * then "Start Date (UTC)", "Submit Date (UTC)" and "Network ID".
 *
 * @module
 */
import { emailIn, firstText, has, objects, part, type Profile } from "./profile.ts";
import { freeText } from "./free_text.ts";

/** Responses of the API. */
export const TYPEFORM_API: Profile = {
  name: "Typeform responses",
  message_from: "the answers in own words",
  recognises: (row) =>
    (has(row, "response_id") || has(row, "token")) &&
    (has(row, "landed_at") || has(row, "submitted_at") || has(row, "landing_id")),
  read(row) {
    const answers = objects(row.answers);
    const hidden = part(row, "hidden");
    const email = answers.find(({ type }) => type === "email")?.email;
    const texts = answers.filter(({ type }) => type === "text");
    const long = texts.filter((answer) => part(answer, "field").type === "long_text");
    return {
      id: row.response_id ?? row.token,
      customer_id: firstText(hidden.customer_id, hidden.user_id, hidden.email, email),
      product: firstText(hidden.product),
      message: long.length > 0
        ? long.map(({ text }) => firstText(text)).filter((text) => text !== null).join("\n\n") ||
          null
        : freeText(texts.map(({ text }) => ["", text])),
    };
  },
};

const OWN_COLUMNS =
  /^(?:#|network_id|(?:start|submit|stage)_date_\(utc\)|tags|score|ending|response_type)$/;

/** The CSV of the results. */
export const TYPEFORM_CSV: Profile = {
  name: "Typeform results",
  message_from: "the answers in own words",
  recognises: (row) =>
    has(row, "network_id") && (has(row, "submit_date_(utc)") || has(row, "start_date_(utc)")) ||
    has(row, "#", "submit_date_(utc)"),
  read: (row) => ({
    id: row["#"],
    customer_id: firstText(row.customer_id, row.user_id, emailIn(row)),
    product: row.product,
    message: freeText(
      Object.entries(row).filter(([key]) => !OWN_COLUMNS.test(key))
        .map(([key, value]) => [key.replaceAll("_", " "), value]),
    ),
  }),
};
