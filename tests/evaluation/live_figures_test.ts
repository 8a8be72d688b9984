// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { type CheckedRow, liveFigures } from "../../src/evaluation/live_figures.ts";

function checked(time: string, right: boolean, confidence = 0.8): CheckedRow {
  return {
    created_at: new Date(time),
    first: "bug_report",
    confidence,
    label: right ? "bug_report" : "feature_request",
  };
}

Deno.test("live figures go by weeks that begin on Monday in UTC, all weeks first", () => {
  const rows = [
    checked("2026-03-09T00:00:00Z", true),
    checked("2026-03-02T00:00:00Z", true),
    checked("2026-03-08T23:59:59.999Z", false),
    checked("1969-12-31T12:00:00Z", true),
  ];
  assertEquals(liveFigures(rows).map(({ week, rows }) => [week, rows]), [
    ["all", 4],
    ["1969-12-29", 1],
    ["2026-03-02", 2],
    ["2026-03-09", 1],
  ]);
  assertEquals(liveFigures([]), []);
});

Deno.test("live figures say how right the service was and how sure it said it was", () => {
  const rows = Array.from({ length: 10 }, (_, n) => checked("2026-03-02", n < 8, 0.8));
  const [honest] = liveFigures(rows);
  assertEquals(honest?.accuracy, 0.8);
  assertAlmostEquals(honest?.confidence ?? NaN, 0.8);
  assertAlmostEquals(honest?.ece ?? NaN, 0, 1e-9);
  const [low = NaN, high = NaN] = honest?.accuracy_interval ?? [];
  assertEquals(low < 0.8 && 0.8 < high, true);

  const [boastful] = liveFigures(rows.map((row) => ({ ...row, confidence: 0.99 })));
  assertAlmostEquals(boastful?.ece ?? NaN, 0.19);
  const [modest] = liveFigures(rows.map((row) => ({ ...row, confidence: 0.4 })));
  assertAlmostEquals(modest?.ece ?? NaN, 0.4);
});
