import { asOwnWords } from "../../src/triage/text/own_words.ts";
import { assertEquals } from "@std/assert";
import { readDocument } from "../../src/scorer/document/document.ts";

const declared = (text: string) =>
  readDocument(asOwnWords(text)).phrases
    .map(({ name }) => name)
    .filter((name) => /^(declared|typed)_/.test(name));

for (
  const [text, wanted] of [
    ["[Bug] export stops", ["declared_bug"]],
    ["[Mobile Bug]: export stops", ["declared_bug"]],
    ["Feature request: tabs", ["declared_wish"]],
    ["As a: hotel owner\nI want: to lock the switches\nSo that: guests leave them", [
      "declared_wish",
    ]],
    ["As a coach I'd like to leave voice comments so that they hear how I mean it", [
      "declared_wish",
    ]],
    ["As a coach I want to know why it crashes", []],
    ["[Question] which one wins", ["declared_question"]],
    ["Tabs\n\n### Issue type\n\nFeature Request\n\n### Version\n2", ["declared_wish"]],
    ["Slow\n\n### Issue Type\n\nDocumentation Bug\n\n### Version\n2", ["declared_bug"]],
    ["Ticket type: Question\nArea: delivery", ["declared_question"]],
    ["Type: <b>Bug</b>\n\nIt hangs", ["typed_bug"]],
    ["The bug: it hangs", []],
    ["What type of bug is this beetle in my garden picture?", []],
    ["Issue type\n\nOther", []],
    ["I have a question about the type", []],
    ["", []],
  ] as const
) {
  Deno.test(`${JSON.stringify(text)} declares ${wanted.join(", ") || "nothing"}`, () => {
    assertEquals(declared(text), [...wanted]);
  });
}
