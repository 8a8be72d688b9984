// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { wilsonInterval } from "../../src/evaluation/interval.ts";

Deno.test("the interval of Newcombe 1998, table I: 81 of 263", () => {
  const [low, high] = wilsonInterval(81 / 263, 263);
  assertAlmostEquals(low, 0.2553, 5e-5);
  assertAlmostEquals(high, 0.3662, 5e-5);
});

Deno.test("0 of 10 is not proof of never", () => {
  const [low, high] = wilsonInterval(0, 10);
  assertAlmostEquals(low, 0);
  assertAlmostEquals(high, 0.2775, 5e-5);
});

Deno.test("the interval holds the share, stays within [0, 1], and narrows with rows", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1e6 }), (
      share,
      rows,
    ) => {
      const [low, high] = wilsonInterval(share, rows);
      assertEquals(low >= 0 && low <= share + 1e-9 && high >= share - 1e-9 && high <= 1, true);
      const [lower, higher] = wilsonInterval(share, rows * 2);
      assertEquals(higher - lower < high - low, true);
    }),
  );
});

for (const [share, rows] of [[-0.1, 5], [1.1, 5], [NaN, 5], [0.5, 0]] as const) {
  Deno.test(`no interval of ${share} in ${rows} rows`, () => {
    assertThrows(() => wilsonInterval(share, rows), RangeError);
  });
}
