/**
 * What chooses titles learns which stretch is the better one.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { fitTitles, type TitleExample } from "../../src/training/fit_titles.ts";

/** Two stretches, of which that with `good` is worth more, both with what says nothing. */
function example(gain: number): TitleExample {
  return {
    stretches: [new Map([["good", 1], ["both", 1]]), new Map([["bad", 1], ["both", 1]])],
    gains: Float64Array.of(gain, 0),
  };
}

Deno.test("what only good stretches have gets weight, what all have gets none", () => {
  const weights = fitTitles([example(0.9), example(0.8), example(0.4)]);
  assert((weights["good"] ?? 0) > 0.5, `${weights["good"]}`);
  assert((weights["bad"] ?? 0) < -0.5, `${weights["bad"]}`);
  assertEquals(weights["both"], 0);
});

Deno.test("the same examples give the same weights", () => {
  assertEquals(fitTitles([example(0.5)]), fitTitles([example(0.5)]));
});

Deno.test("where all stretches are worth as much none gets weight", () => {
  assertEquals(fitTitles([example(0)]), { bad: 0, both: 0, good: 0 });
});
