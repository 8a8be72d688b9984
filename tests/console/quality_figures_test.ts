// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  calibrationGap,
  confusionOf,
  dayFigures,
  pointsAt,
  reliabilityBins,
  riskCurve,
  weekFigures,
} from "../../src/console/quality_figures.ts";
import { INTENTS } from "../../src/triage/domain/intent.ts";
import type { CheckedCase, DayCount } from "../../src/triage/domain/statistics.ts";

function checked(confidence: number, right: boolean): CheckedCase {
  return { confidence, first: "bug_report", verdict: right ? "bug_report" : "feature_request" };
}

const anyCase: fc.Arbitrary<CheckedCase> = fc.record({
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  first: fc.constantFrom(...INTENTS),
  verdict: fc.constantFrom(...INTENTS),
});

Deno.test("reliability: 0.8 that is right 8 times in 10 has no gap", () => {
  const cases = Array.from({ length: 10 }, (_, index) => checked(0.8, index < 8));
  const bins = reliabilityBins(cases);
  const [full, ...others] = bins.filter((bin) => bin.cases > 0);
  assertEquals(others, []);
  assertEquals([full?.from, full?.to, full?.cases], [0.7, 0.8, 10]);
  assertAlmostEquals(calibrationGap(bins), 0, 1e-9);
});

Deno.test("reliability: 0.9 that is always wrong is 0.9 off, weighted by its cases", () => {
  const cases = [
    checked(0.9, false),
    checked(0.5, true),
    checked(0.5, false),
    checked(0.5, true),
    checked(0.5, false),
  ];
  assertAlmostEquals(calibrationGap(reliabilityBins(cases)), 0.9 / 5, 1e-9);
});

Deno.test("reliability: every case falls into one bin, the bounds too", () => {
  fc.assert(fc.property(fc.array(anyCase), (cases) => {
    const bins = reliabilityBins([checked(0, true), checked(1, true), ...cases]);
    assertEquals(bins.reduce((sum, bin) => sum + bin.cases, 0), cases.length + 2);
    for (const { from, to, cases, confidence } of bins) {
      assert(cases === 0 || (from - 1e-9 <= confidence && confidence <= to + 1e-9));
    }
  }));
});

Deno.test("risk: the surest first, and cases of equal confidence as one point", () => {
  const curve = riskCurve([
    checked(0.5, false),
    checked(0.9, true),
    checked(0.5, true),
    checked(0.7, true),
  ]);
  assertEquals(curve, [
    { coverage: 0.25, risk: 0, threshold: 0.9 },
    { coverage: 0.5, risk: 0, threshold: 0.7 },
    { coverage: 1, risk: 0.25, threshold: 0.5 },
  ]);
  assertEquals(pointsAt(curve, [0.2, 0.5, 1]).map(({ threshold }) => threshold), [0.9, 0.7, 0.5]);
  assertEquals(riskCurve([]), []);
});

Deno.test("confusion: rows are what the service said, columns what people said", () => {
  const { cell, precision, recall } = confusionOf([
    { confidence: 1, first: "bug_report", verdict: "bug_report" },
    { confidence: 1, first: "bug_report", verdict: "general_inquiry" },
    { confidence: 1, first: "general_inquiry", verdict: "general_inquiry" },
  ]);
  assertEquals([cell("bug_report", "general_inquiry"), cell("general_inquiry", "bug_report")], [
    1,
    0,
  ]);
  assertEquals(INTENTS.map(precision), [0.5, null, 1]);
  assertEquals(INTENTS.map(recall), [1, null, 0.5]);
});

const count = (day: string, more: Partial<DayCount> = {}): DayCount => ({
  day,
  intent: "bug_report",
  route: "local",
  cases: 1,
  confidence_sum: 0.5,
  cost_usd: 0,
  ...more,
});

Deno.test("days: every day of the period has its row, those without cases too", () => {
  const days = dayFigures(
    [
      count("2026-02-28", { cases: 3, confidence_sum: 2.4, cost_usd: 0.5 }),
      count("2026-02-28", { intent: "general_inquiry", route: "blended", confidence_sum: 0.4 }),
    ],
    new Date("2026-02-27T00:00:00Z"),
    new Date("2026-03-01T23:59:59Z"),
  );
  assertEquals(days.map(({ day, cases }) => [day, cases]), [
    ["2026-02-27", 0],
    ["2026-02-28", 4],
    ["2026-03-01", 0],
  ]);
  const [, full] = days;
  assertEquals(full?.by_intent, { bug_report: 3, feature_request: 0, general_inquiry: 1 });
  assertEquals(full?.by_route, { local: 3, blended: 1, local_fallback: 0 });
  assertAlmostEquals(full?.confidence ?? 0, 0.7, 1e-9);
  assertEquals([full?.cost_usd, days[0]?.confidence], [0.5, 0]);
});

Deno.test("weeks begin on Monday, and a Sunday belongs to the week before", () => {
  const days = dayFigures(
    [
      count("2026-03-01"),
      count("2026-03-02", { cases: 3, confidence_sum: 2.7 }),
      count("2026-03-08", { intent: "general_inquiry" }),
    ],
    new Date("2026-02-27"),
    new Date("2026-03-09"),
  );
  const weeks = weekFigures(days);
  assertEquals(weeks.map(({ week, cases }) => [week, cases]), [["2026-02-23", 1], [
    "2026-03-02",
    4,
  ]]);
  assertEquals(weeks[1]?.share, { bug_report: 0.75, feature_request: 0, general_inquiry: 0.25 });
  assertAlmostEquals(weeks[1]?.confidence ?? 0, 0.8, 1e-9);
});
