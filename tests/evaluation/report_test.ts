// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { judge } from "../../src/evaluation/outcome.ts";
import { buildReport } from "../../src/evaluation/report.ts";
import { reportTable } from "../../src/evaluation/table.ts";
import type { LabelledRow } from "../../src/evaluation/dataset.ts";
import { keywordScorer, row } from "./keyword_scorer.ts";

const OPTIONS = { method: "as shipped", scorer: "keywords", escalate_below: 0.7 };
const report = (rows: readonly LabelledRow[]) => buildReport(judge(rows, keywordScorer()), OPTIONS);

const ROWS = [
  row({ text: "bug .9", source: "a" }),
  row({ text: "bug .6", source: "b", label: "feature_request" }),
  row({ text: "wish .8", source: "b", label: "feature_request", map: "weak" }),
  row({ text: "ask .8 Billing", source: "b", label: "general_inquiry", category: "Billing" }),
  row({ text: "ask .8 Billing", source: "b", label: "general_inquiry", category: "Other" }),
  row({ text: "bug .8", source: "b", label: "general_inquiry", category: "Other" }),
];

Deno.test("strict rows come first, weak rows apart, then sources that have both", async () => {
  const { sections } = await report(ROWS);
  assertEquals(sections.map(({ name, map, rows }) => [name, map, rows]), [
    ["all", "strict", 5],
    ["a", "strict", 1],
    ["b", "strict", 4],
    ["b", "weak", 1],
    ["b", "both", 5],
  ]);
});

Deno.test("a section's figures are of its own rows only", async () => {
  const { sections } = await report(ROWS);
  assertEquals(sections.map(({ intents }) => intents?.accuracy), [3 / 5, 1, 2 / 4, 1, 3 / 5]);
  assertAlmostEquals(sections[0]?.intents?.escalated.share ?? NaN, 1 / 5);
});

Deno.test("categories are measured among the rows answered as inquiries", async () => {
  const figures = (await report(ROWS)).sections[0]?.categories;
  assertEquals(figures?.inquiries, 3);
  assertAlmostEquals(figures?.answered_share ?? NaN, 2 / 3);
  assertEquals(figures?.rows, 2);
  assertEquals(figures?.accuracy, 1 / 2);
  assertAlmostEquals(figures?.macro_f1 ?? NaN, (2 / 3 + 0) / 2);
});

Deno.test("rows with a category only are measured for that", async () => {
  const { sections } = await report([
    row({ text: "ask .8 Billing", label: undefined, category: "Billing" }),
  ]);
  assertEquals(sections[0]?.intents, null);
  assertEquals(sections[0]?.categories?.accuracy, 1);
});

Deno.test("the fingerprint tells rows, not their order", async () => {
  const data = async (rows: readonly LabelledRow[]) => (await report(rows)).sections[0]?.data;
  assertEquals(await data(ROWS), await data(ROWS.toReversed()));
  const changed = [row({ ...ROWS[0], text: "bug .91" }), ...ROWS.slice(1)];
  assertEquals(await data(ROWS) === await data(changed), false);
});

Deno.test("no rows make an empty report", async () => {
  assertEquals((await report([])).sections, []);
});

Deno.test("the table shows each source, its classes and its confusion", async () => {
  const table = reportTable(await report(ROWS));
  for (const part of ["STRICT LABELS", "WEAK LABELS", "said bug_report", "below 0.7", "60.0%"]) {
    assertStringIncludes(table, part);
  }
});
