// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { confidenceOf } from "../../src/evaluation/outcome.ts";
import {
  accuracyAtCoverage,
  riskCoverage,
  shareEscalated,
} from "../../src/evaluation/risk_coverage.ts";
import { anyRows, bug } from "./scored_rows.ts";

const ROWS = [bug(0.9), bug(0.8), bug(0.7, false), bug(0.6), bug(0.55, false)];

Deno.test("the curve takes the surest rows first", () => {
  assertEquals(riskCoverage(ROWS.toReversed()), [
    { coverage: 1 / 5, risk: 0, threshold: 0.9 },
    { coverage: 2 / 5, risk: 0, threshold: 0.8 },
    { coverage: 3 / 5, risk: 1 / 3, threshold: 0.7 },
    { coverage: 4 / 5, risk: 1 / 4, threshold: 0.6 },
    { coverage: 1, risk: 2 / 5, threshold: 0.55 },
  ]);
});

Deno.test("rows of equal confidence are one point", () => {
  assertEquals(riskCoverage([bug(0.8), bug(0.8, false)]), [
    { coverage: 1, risk: 1 / 2, threshold: 0.8 },
  ]);
});

Deno.test("accuracy among the surest share", () => {
  assertAlmostEquals(accuracyAtCoverage(ROWS, 0.4), 1);
  assertAlmostEquals(accuracyAtCoverage(ROWS, 0.6), 2 / 3);
  assertAlmostEquals(accuracyAtCoverage(ROWS, 1), 3 / 5);
  assertEquals(accuracyAtCoverage([], 0.6), 0);
});

Deno.test("rows below the threshold are escalated, rows at it are not", () => {
  assertEquals(shareEscalated(ROWS, 0.7), 2 / 5);
  assertEquals(shareEscalated(ROWS, 0), 0);
  assertEquals(shareEscalated([], 0.5), 0);
});

Deno.test("coverage rises to 1, thresholds fall, and the last risk is the share of errors", () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const curve = riskCoverage(rows);
    for (const [index, point] of curve.entries()) {
      const before = curve[index - 1];
      if (before === undefined) continue;
      assertEquals(point.coverage > before.coverage && point.threshold < before.threshold, true);
    }
    const errors = rows.filter((row) => !confidenceOf(row).right).length;
    if (rows.length > 0) assertAlmostEquals(curve.at(-1)?.risk ?? -1, errors / rows.length);
    assertEquals(curve.at(-1)?.coverage, rows.length > 0 ? 1 : undefined);
  }));
});

Deno.test("answering from a point's threshold on leaves out just the rest", () => {
  fc.assert(fc.property(anyRows, (rows) => {
    for (const { coverage, threshold } of riskCoverage(rows)) {
      assertAlmostEquals(shareEscalated(rows, threshold), 1 - coverage);
    }
  }));
});
