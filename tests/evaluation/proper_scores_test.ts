// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { brierScore, negativeLogLikelihood } from "../../src/evaluation/proper_scores.ts";
import { INTENTS, mapScores } from "../../src/triage/domain/intent.ts";
import { anyRows, anyScored, bug } from "./scored_rows.ts";

Deno.test("both are 0 when sure and right", () => {
  assertEquals([brierScore([bug(1)]), negativeLogLikelihood([bug(1)])], [0, -0]);
});

Deno.test("values worked out by hand", () => {
  assertAlmostEquals(brierScore([bug(0.7)]), 0.3 ** 2 + 0.3 ** 2);
  assertAlmostEquals(
    negativeLogLikelihood([bug(0.7), bug(0.5)]),
    -(Math.log(0.7) + Math.log(0.5)) / 2,
  );
});

Deno.test("a row said to be impossible costs much but not everything", () => {
  assertEquals(brierScore([bug(1, false)]), 2);
  assertAlmostEquals(negativeLogLikelihood([bug(1, false)]), 12 * Math.log(10));
});

Deno.test("no rows have no loss", () => {
  assertEquals([brierScore([]), negativeLogLikelihood([])], [0, 0]);
});

Deno.test("Brier stays within [0, 2], likelihood is never negative", () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const brier = brierScore(rows);
    assertEquals(brier >= 0 && brier <= 2 + 1e-9 && negativeLogLikelihood(rows) >= 0, true);
  }));
});

Deno.test("telling the true probabilities costs least on average", () => {
  fc.assert(fc.property(anyScored, anyScored, (truth, told) => {
    const p = mapScores((intent) => Math.max(truth.scores[intent], 1e-6));
    for (const loss of [brierScore, negativeLogLikelihood]) {
      const expected = (scores: typeof p) =>
        INTENTS.reduce((sum, label) => sum + truth.scores[label] * loss([{ label, scores }]), 0);
      assertEquals(expected(truth.scores) <= expected(told.scores) + 1e-9, true);
    }
  }));
});
