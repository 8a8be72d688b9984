/**
 * The test for what rises: the tail against exact figures, and the watch over
 * simulated desks with and without outbreaks.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { negativeBinomialTail } from "../../src/matters/negative_binomial.ts";
import { HOUR_MS, rhythmOf } from "../../src/matters/rhythm.ts";
import { findRise, RISING_LIMITS } from "../../src/matters/rising.ts";
import { watch } from "./rising_run.ts";
import { simulate } from "./simulated_desk.ts";

const DAY_MS = 24 * HOUR_MS;
const BEGIN = RISING_LIMITS.past_days * DAY_MS;
const STEP_MS = 5 * 60_000;

Deno.test("the tail is the one of the negative binomial", () => {
  // Geometric (shape 1): P(X >= k) = share^k.
  assertAlmostEquals(negativeBinomialTail(3, 1, 0.2), 0.008, 1e-12);
  // Shape 2, share 1/2: P(X = 0) = 1/4, P(X = 1) = 1/4.
  assertAlmostEquals(negativeBinomialTail(2, 2, 0.5), 0.5, 1e-12);
  // Much past: Poisson with mean 2, P(X >= 5) = 0.0527.
  assertAlmostEquals(negativeBinomialTail(5, 2e6, 1e-6), 0.052653, 1e-5);
  // Too far from its mean for a number: 45,000, and 5.
  assertEquals(negativeBinomialTail(100, 5_000, 0.9), 1);
  assertEquals(negativeBinomialTail(5_000, 5e5, 1e-5), 0);
  // The first term is as small as a number can be: what lies below is summed.
  assertEquals(negativeBinomialTail(1, 1_123, 0.48), 1);
  assertEquals(negativeBinomialTail(0, 0.5, 0.1), 1);
  assertEquals(negativeBinomialTail(4, 0.5, 0), 0);
});

Deno.test("the tail is a probability, falls with the count and grows with the exposure", () => {
  const shape = fc.double({ min: 0.5, max: 5_000, noNaN: true });
  const share = fc.double({ min: 1e-9, max: 0.9, noNaN: true });
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), shape, share, (least, r, q) => {
    const tail = negativeBinomialTail(least, r, q);
    assert(tail >= 0 && tail <= 1);
    assert(negativeBinomialTail(least + 1, r, q) <= tail + 1e-9);
    assert(negativeBinomialTail(least, r, q * 1.05) >= tail - 1e-9);
  }));
});

Deno.test("the rhythm adds up to the past, and tells the night from the day", () => {
  const counts = new Map<number, number>();
  for (let hour = 0; hour < 28 * 24; hour++) counts.set(hour, hour % 24 < 12 ? 4 : 40);
  const rhythm = rhythmOf(counts, 0, 28 * 24);
  const week = rhythm.expected(0, 7 * DAY_MS);
  assert(Math.abs(week - 22 * 24 * 7) < 0.01 * week, `${week}`);
  assert(rhythm.expected(3 * HOUR_MS, 4 * HOUR_MS) < 6);
  assert(rhythm.expected(16 * HOUR_MS, 17 * HOUR_MS) > 36);
  assertAlmostEquals(
    rhythm.expected(HOUR_MS / 2, 5.25 * HOUR_MS),
    rhythm.expected(HOUR_MS / 2, 2 * HOUR_MS) + rhythm.expected(2 * HOUR_MS, 5.25 * HOUR_MS),
    1e-9,
  );
  assertEquals(rhythmOf(new Map(), 0, 100).expected(0, DAY_MS), 0);
});

Deno.test("what comes of late is held against the thing's own past", async (t) => {
  const rhythm = rhythmOf(
    new Map(Array.from({ length: 672 }, (_, hour) => [hour, 40])),
    0,
    672,
  );
  const now = 700 * HOUR_MS;
  const every = (minutes: number, reports: number) =>
    Array.from({ length: reports }, (_, i) => now - (reports - 1 - i) * minutes * 60_000);
  const rows: readonly [string, number[], number, number, boolean][] = [
    ["four of a thing never heard of, within a quarter of an hour", every(5, 4), 0, 26_880, true],
    ["three are too few", every(5, 3), 0, 26_880, false],
    ["seven in half an hour, of a thing told six times a day", every(5, 7), 168, 26_880, true],
    ["seven in half an hour, of a thing told 96 times a day", every(5, 7), 2_688, 26_880, false],
    ["as fast as ever", every(60, 8), 672, 26_880, false],
    ["a desk without a past does not know what is strange", every(5, 4), 0, 0, false],
  ];
  for (const [name, times, reports, desk_reports, rises] of rows) {
    await t.step(name, () => {
      const rise = findRise(times, times, now, { reports, desk_reports, rhythm });
      assertEquals(rise !== null, rises);
      if (rise !== null) assert(rise.expected < rise.reports && rise.onset >= (times[0] ?? 0));
    });
  }
  await t.step("no outbreak of one thing where the desk gets more of everything", () => {
    const seven = every(5, 7);
    const desk = [...Array.from({ length: 993 }, () => now - 20 * 60_000), ...seven].sort();
    const past = { reports: 168, desk_reports: 26_880, rhythm };
    assertEquals(findRise(seven, desk.sort((a, b) => a - b), now, past), null);
  });
});

Deno.test("a month of 1,000 messages a day has at most one false alarm", () => {
  const arrivals = simulate({ seed: 7, days: RISING_LIMITS.past_days + 30 });
  const found = watch(arrivals, BEGIN, STEP_MS);
  assert(found.length <= 1, JSON.stringify(found));
});

Deno.test("an outbreak of 12 an hour is found within 30 minutes, and once", () => {
  const at = BEGIN + DAY_MS + 10 * HOUR_MS;
  const outbreaks = [5, 20, 50].map((reports, day) => ({
    at: at + day * DAY_MS,
    reports,
    per_hour: 12,
    matter_id: `new-${day}`,
    component: "component-3",
  }));
  const arrivals = simulate({ seed: 8, days: RISING_LIMITS.past_days + 5, outbreaks });
  const found = watch(arrivals, BEGIN, STEP_MS);
  assertEquals(found.map(({ kind, name }) => [kind, name]), [
    ["matter", "new-0"],
    ["matter", "new-1"],
    ["matter", "new-2"],
  ]);
  found.forEach(({ found_at, onset }, day) => {
    assertEquals(onset >= at + day * DAY_MS, true);
    assert(found_at - (at + day * DAY_MS) <= HOUR_MS / 2 + STEP_MS);
  });
});
