// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { nextAttempt, REDELIVERY } from "../../src/outbox/redelivery.ts";

const CREATED = new Date("2026-03-02T10:00:00Z");
const HOUR_MS = 3_600_000;

function pauseMs(attempts: number, random: number, age_ms = 0): number | null {
  const now = new Date(CREATED.getTime() + age_ms);
  const next = nextAttempt({ created_at: CREATED, attempts }, now, random);
  return next === null ? null : next.getTime() - now.getTime();
}

Deno.test("nextAttempt() doubles the pause from 5 s to an hour, a fifth shorter or longer", () => {
  const table: [number, number, number][] = [
    [1, 0.5, 5_000],
    [2, 0.5, 10_000],
    [5, 0.5, 80_000],
    [10, 0.5, 2_560_000],
    [11, 0.5, HOUR_MS],
    [1_000, 0.5, HOUR_MS],
    [1, 0, 4_000],
    [1, 1, 6_000],
  ];
  for (const [attempts, random, expected] of table) {
    assertEquals(pauseMs(attempts, random), expected);
  }
});

Deno.test("nextAttempt() gives up a day after the event, not before", () => {
  assertEquals(pauseMs(30, 0.5, 23 * HOUR_MS), HOUR_MS);
  assertEquals(pauseMs(30, 0.5, 23 * HOUR_MS + 1), null);
  const attempts = fc.integer({ min: 1, max: 100 });
  const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const age = fc.integer({ min: 0, max: 30 * HOUR_MS });
  fc.assert(fc.property(attempts, random, age, (attempts, random, age) => {
    const pause = pauseMs(attempts, random, age);
    assert(pause === null || pause + age <= REDELIVERY.given_up_after_ms);
    assert(
      pause !== null || age > REDELIVERY.given_up_after_ms - 1.2 * REDELIVERY.longest_pause_ms,
    );
  }));
});
