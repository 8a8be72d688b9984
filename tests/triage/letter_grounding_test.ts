/**
 * What is judged of a model's letter: an inquiry has no number, whatever words
 * bring it; code of the customer's has no marks.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { plainLetter } from "../../src/triage/guard/letter_grounding.ts";

const WITHOUT: readonly (readonly [written: string, kept: string])[] = [
  [
    "It is recorded as {{ticket_id}}, for a person to read.",
    "It is recorded, for a person to read.",
  ],
  ["It is noted in ticket {{ticket_id}}.", "It is noted in our records."],
  ["Your request has gone to {{ticket_id}}.", "Your request has gone to our records."],
  [
    "A human will read it straight from {{ticket_id}}.",
    "A human will read it straight from our records.",
  ],
  ["A colleague will read your question, {{ticket_id}}.", "A colleague will read your question."],
  ["Your question's been noted down: {{ticket_id}}.", "Your question's been noted down."],
  ["It is with the desk, {{ticket_id}}, and is read.", "It is with the desk, and is read."],
  ["It is logged as question {{ticket_id}}.", "It is logged."],
  ["{{ticket_id}} now holds your question.", "Our record now holds your question."],
];

for (const [written, kept] of WITHOUT) {
  Deno.test(`an inquiry's letter without its number: ${kept}`, () =>
    assertEquals(plainLetter(written, "general_inquiry", ""), kept));
  Deno.test(`a report's letter keeps its number: ${written}`, () =>
    assertEquals(plainLetter(written, "bug_report", ""), written));
}

Deno.test("code that the customer wrote is plain text, any other keeps its marks", () => {
  assertEquals(
    plainLetter("With `plume --watch` it ends; try `rm`.", "bug_report", "plume --watch ends"),
    "With plume --watch it ends; try `rm`.",
  );
});
