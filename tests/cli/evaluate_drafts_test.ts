/**
 * The drafts reach the figures that were asked for, on the annotated messages.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createRowDrafter } from "../../src/cli/draft_rows.ts";
import { evaluateRow, halfOf } from "../../src/cli/evaluate_drafts.ts";
import { annotatedMessage, judgeDraft } from "../../src/evaluation/draft_fields.ts";

/**
 * Least share right, by field: what was asked for; titles had 98.5 % while rules were written for these
 * messages, and 91.9 % since they are chosen by what other messages teach,
 * and of 17 messages for a person one, about a data processing agreement, is answered as a question.
 */
const WANTED: Readonly<Record<string, number>> = {
  "component": 0.85,
  "severity": 0.9,
  "step spans": 0.85,
  "steps not invented": 1,
  "title": 0.91,
  "no steps where none": 0.9,
  "category": 0.85,
  "review recall": 0.94,
};

Deno.test("local drafts reach the figures that were asked for", () => {
  const draft = createRowDrafter();
  const rows = Deno.readTextFileSync("fixtures/drafts.jsonl").trim().split("\n")
    .map((line) => annotatedMessage.parse(JSON.parse(line)));
  assert(rows.length >= 80);
  const tallies = new Map<string, { right: number; of: number }>();
  for (const row of rows) {
    for (const { field, right, of } of evaluateRow(row, draft)) {
      const tally = tallies.get(field) ?? { right: 0, of: 0 };
      tallies.set(field, { right: tally.right + right, of: tally.of + of });
    }
  }
  for (const [field, least] of Object.entries(WANTED)) {
    const { right, of } = tallies.get(field) ?? { right: 0, of: 0 };
    assert(of > 0 && right / of >= least, `${field}: ${right} of ${of}, wanted ${least}`);
  }
});

Deno.test("both halves of the rows are of a size, and a row stays in its half", () => {
  const ids = Array.from({ length: 400 }, (_, index) => `row-${index}`);
  const held = ids.filter((id) => halfOf(id) === "second half").length;
  assert(held > 160 && held < 240, `${held} of 400`);
  assertEquals(ids.map(halfOf), ids.map(halfOf));
});

Deno.test("what is wrong with a draft is told", () => {
  const row = annotatedMessage.parse({
    id: "a",
    product: "X",
    text: "When I open the map, the app crashes.",
    label: "bug_report",
    expect: {
      components: ["Map"],
      severity: ["High"],
      steps: ["open the map"],
      title_must: [["crash"]],
      review: true,
    },
  });
  const outcomes = judgeDraft(row, {
    intent: "bug_report",
    ticket: {
      title: "Something els",
      severity: "Low",
      affected_component: "General",
      reproduction_steps: ["Restart the phone"],
      priority: "Low",
      assigned_team: "Support",
    },
    letter: "",
  }, { required: false, reasons: [] });
  const wrong = outcomes.filter(({ right, of }) => right < of).map(({ field }) => field);
  assertEquals(wrong, [
    "component",
    "severity",
    "step spans",
    "steps not invented",
    "title",
    "review recall",
  ]);
});
