// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { brierScore } from "../../src/evaluation/proper_scores.ts";
import { blend } from "../../src/triage/blend.ts";
import { INTENTS, normalize, type Scores, topIntent } from "../../src/triage/domain/intent.ts";
import { type Known, simulateOpinions } from "../bench/simulated_opinion.ts";
import { scoresOf } from "../fakes.ts";

const weight = fc.double({ min: 0.02, max: 1, noNaN: true });
const distribution = fc.record({
  bug_report: weight,
  feature_request: weight,
  general_inquiry: weight,
}).map(normalize);

Deno.test("no opinion leaves the local scores as they are", () => {
  const local = scoresOf("bug_report", 0.8);
  assertEquals(blend(local, null), local);
});

Deno.test("a blend is a distribution, and no part rules an intent out", () => {
  fc.assert(fc.property(distribution, distribution, (local, opinion) => {
    const scores = blend(local, opinion);
    assertAlmostEquals(INTENTS.reduce((sum, intent) => sum + scores[intent], 0), 1, 1e-9);
  }));
  const certain = { bug_report: 1, feature_request: 0, general_inquiry: 0 };
  assert(blend(certain, scoresOf("feature_request", 0.98)).feature_request > 0);
});

Deno.test("an opinion that says the same, as surely, raises the confidence", () => {
  fc.assert(fc.property(distribution, (local) => {
    const top = topIntent(local);
    assert(blend(local, local)[top] >= local[top] - 1e-12);
  }));
});

Deno.test("an opinion to which the local intent is the least likely lowers its confidence", () => {
  const against = fc.tuple(distribution, distribution).filter(([local, opinion]) =>
    INTENTS.every((intent) => opinion[topIntent(local)] <= opinion[intent])
  );
  fc.assert(fc.property(against, ([local, opinion]) => {
    const top = topIntent(local);
    assert(blend(local, opinion)[top] <= local[top] + 1e-12);
  }));
});

for (const sure of [0.5, 0.7, 0.9]) {
  Deno.test(`at ${sure}, agreement raises and disagreement lowers the confidence`, () => {
    const local = scoresOf("bug_report", sure);
    assert(blend(local, scoresOf("bug_report", sure)).bug_report > sure);
    assert(blend(local, scoresOf("feature_request", sure)).bug_report < sure);
  });
}

Deno.test("the surer an opinion, the more it moves the blend", () => {
  const local = scoresOf("bug_report", 0.7);
  const moved = [0.4, 0.6, 0.8, 0.9].map((sure) =>
    blend(local, scoresOf("feature_request", sure)).feature_request
  );
  assertEquals([...moved].sort((a, b) => a - b), moved);
});

/** Messages whose local scores are what a scorer of 80 % would say. */
function knownMessages(): Known[] {
  const blank = Array.from({ length: 3_000 }, (_, at): Known => ({
    label: INTENTS[at % 3] ?? "bug_report",
    local: scoresOf("bug_report", 1 / 3),
  }));
  const local = simulateOpinions(
    blank,
    { accuracy: 0.8, overconfidence: 1, misled: 0 },
    "logprobs",
    7,
  );
  return blank.map(({ label }, at) => ({ label, local: local[at] ?? scoresOf(label, 0.4) }));
}

for (const claim of ["logprobs", "self_report"] as const) {
  for (const accuracy of [0.7, 0.8, 0.9]) {
    Deno.test(`${claim}, a model that is right ${accuracy * 100} times in 100: the blend's Brier score beats both parts`, () => {
      const rows = knownMessages();
      const opinions = simulateOpinions(rows, { accuracy }, claim);
      const score = (scores: (at: number, local: Scores) => Scores) =>
        brierScore(rows.map(({ label, local }, at) => ({ label, scores: scores(at, local) })));
      const opinion = (at: number) => opinions[at] ?? scoresOf("bug_report", 1 / 3);
      const blended = score((at, local) => blend(local, opinion(at)));
      const localAlone = score((_, local) => local);
      const opinionAlone = score(opinion);
      assert(blended < localAlone, `${blended} against local ${localAlone}`);
      assert(blended < opinionAlone, `${blended} against opinion ${opinionAlone}`);
    });
  }
}
