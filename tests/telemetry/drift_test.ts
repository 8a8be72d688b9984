// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { driftOf, driftSource } from "../../src/telemetry/drift.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { DayCount } from "../../src/triage/domain/statistics.ts";

const NOW = new Date("2026-03-15T10:00:00Z");

function count(day: string, intent: Intent, cases: number, confidence = 0.9): DayCount {
  return { day, intent, route: "local", cases, confidence_sum: cases * confidence, cost_usd: 0 };
}

Deno.test("drift is each type's share and the confidence, this week less the one before", () => {
  const drift = driftOf([
    count("2026-03-02", "bug_report", 50, 0.9),
    count("2026-03-05", "general_inquiry", 50, 0.9),
    count("2026-03-08", "bug_report", 30, 0.8),
    count("2026-03-14", "bug_report", 60, 0.8),
    count("2026-03-14", "feature_request", 10, 0.8),
  ], NOW);
  assertAlmostEquals(drift?.share.bug_report ?? NaN, 0.4);
  assertAlmostEquals(drift?.share.feature_request ?? NaN, 0.1);
  assertAlmostEquals(drift?.share.general_inquiry ?? NaN, -0.5);
  assertAlmostEquals(drift?.confidence ?? NaN, -0.1);
});

const nothing: ReadonlyArray<{ name: string; counts: DayCount[] }> = [
  { name: "no cases", counts: [] },
  { name: "only this week's", counts: [count("2026-03-14", "bug_report", 5)] },
  { name: "only the week's before", counts: [count("2026-03-02", "bug_report", 5)] },
  {
    name: "today's, which is not over, and what is older",
    counts: [count("2026-03-15", "bug_report", 5), count("2026-02-28", "bug_report", 5)],
  },
];
for (const { name, counts } of nothing) {
  Deno.test(`with ${name} there is no drift to tell`, () => {
    assertEquals(driftOf(counts, NOW), null);
  });
}

Deno.test("the store is asked once an hour, for two weeks and today", async () => {
  let now = NOW;
  const asked: string[] = [];
  const drift = driftSource({
    checked: () => Promise.resolve([]),
    daily: (since) => {
      asked.push(since.toISOString());
      return Promise.resolve([]);
    },
  }, () => now);
  await drift();
  await drift();
  now = new Date(NOW.getTime() + 60 * 60 * 1000);
  await drift();
  assertEquals(asked, ["2026-03-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"]);
});
