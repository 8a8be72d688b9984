// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  CALIBRATION_BINS,
  calibrationBins,
  calibrationError,
} from "../../src/evaluation/calibration_error.ts";
import { confidenceOf } from "../../src/evaluation/outcome.ts";
import { anyRows, bug } from "./scored_rows.ts";

Deno.test("8 right of 10 at 0.8 is no error", () => {
  const rows = Array.from({ length: 10 }, (_, index) => bug(0.8, index < 8));
  assertAlmostEquals(calibrationError(rows), 0, 1e-12);
});

Deno.test("the error is weighted by the rows of each bin", () => {
  // 3 rows at .9 of which 1 is wrong: gap .9 - 2/3; 1 row at .6 that is right: gap .4.
  const rows = [bug(0.9), bug(0.9), bug(0.9, false), bug(0.6)];
  assertAlmostEquals(calibrationError(rows), 3 / 4 * (0.9 - 2 / 3) + 1 / 4 * 0.4);
});

Deno.test("gaps of opposite sign in different bins do not cancel out", () => {
  const rows = [bug(0.9, false), bug(0.6)];
  assertAlmostEquals(calibrationError(rows), 1 / 2 * 0.9 + 1 / 2 * 0.4);
});

Deno.test("always sure and always wrong is the worst", () => {
  assertEquals(calibrationError([bug(1, false), bug(1, false)]), 1);
});

Deno.test("no rows have no error", () => assertEquals(calibrationError([]), 0));

Deno.test("every row falls into the one bin that holds its confidence", () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const bins = calibrationBins(rows);
    assertEquals(bins.length, CALIBRATION_BINS);
    assertEquals(bins.reduce((sum, bin) => sum + bin.rows, 0), rows.length);
    for (const { from, to, rows: count } of bins) {
      const within = rows.map((row) => confidenceOf(row).confidence)
        .filter((sure) => sure > from + 1e-9 && sure < to - 1e-9);
      assertEquals(count >= within.length, true);
    }
  }));
});

Deno.test("the error is at least the gap between mean confidence and accuracy, at most 1", () => {
  fc.assert(fc.property(anyRows.filter((rows) => rows.length > 0), (rows) => {
    const said = rows.map(confidenceOf);
    const gap = said.reduce((sum, row) => sum + row.confidence - Number(row.right), 0) /
      rows.length;
    const error = calibrationError(rows);
    assertEquals(error >= Math.abs(gap) - 1e-9 && error <= 1 + 1e-9, true);
  }));
});
