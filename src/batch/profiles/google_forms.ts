/**
 * Responses of Google Forms: the spreadsheet (CSV or xlsx) and the API.
 *
 * https://developers.google.com/workspace/forms/api/reference/rest/v1/forms.responses,
 * read 2026-11-29. The spreadsheet begins with "Timestamp", in the form's language, and
 * has one column a question; the API names questions by an id only.
 *
 * @module
 */
import { emailIn, firstText, has, objects, part, type Profile, type Row } from "./profile.ts";
import { freeText, isOpenQuestion } from "./free_text.ts";

const TIMESTAMP = /^(?:timestamp|zeitstempel|horodateur|marca_temporal|tijdstempel)$/;
const OWN_COLUMNS = /^(?:email_address|e_mail_adresse|username|score|name)$/;

/** The spreadsheet of responses. */
export const GOOGLE_FORMS_SHEET: Profile = {
  name: "Google Forms responses",
  message_from: "the answers in own words",
  recognises(row) {
    const [first = "", ...others] = Object.keys(row);
    return TIMESTAMP.test(first) &&
      others.some((key) => OWN_COLUMNS.test(key) || isQuestion(key));
  },
  read: (row) => ({
    customer_id: firstText(row.email_address, row.username, emailIn(row)),
    message: freeText(
      Object.entries(row).filter(([key]) => !TIMESTAMP.test(key) && !OWN_COLUMNS.test(key))
        .map(([key, value]) => [key.replaceAll("_", " "), value]),
    ),
  }),
};

/** Responses of the API. */
export const GOOGLE_FORMS_API: Profile = {
  name: "Google Forms responses",
  message_from: "the answers in own words",
  recognises: (row) =>
    has(row, "responseId") && (has(row, "answers") || has(row, "lastSubmittedTime")),
  read: (row) => ({
    id: row.responseId,
    customer_id: row.respondentEmail,
    message: freeText(
      Object.values(part(row, "answers")).map((answer) => ["", textOf(answer as Row)]),
    ),
  }),
};

/** A column whose name is a question or a sentence. */
function isQuestion(key: string): boolean {
  return key.includes("?") || key.split("_").length >= 3 ||
    isOpenQuestion(key.replaceAll("_", " "));
}

function textOf(answer: Row): string {
  return objects(part(answer, "textAnswers").answers).map(({ value }) => String(value ?? ""))
    .join("\n");
}
