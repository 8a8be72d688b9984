// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { decide, type LlmMode } from "../../src/triage/cascade.ts";
import { INTENTS, normalize } from "../../src/triage/domain/intent.ts";
import { BUG_JUDGEMENT, scoresOf } from "../fakes.ts";

const CASES: readonly (readonly [LlmMode, number, readonly string[]])[] = [
  ["off", 0.4, []],
  ["off", 0.9, []],
  ["uncertain", 0.69, INTENTS],
  ["uncertain", 0.7, []],
  ["auto", 0.69, INTENTS],
  ["auto", 0.7, ["bug_report"]],
];
for (const [mode, confidence, asked] of CASES) {
  Deno.test(`${mode}, ${confidence} sure at a threshold of 0.7: asked about ${asked.length} intents`, () => {
    const judgement = { ...BUG_JUDGEMENT, scores: scoresOf("bug_report", confidence) };
    assertEquals(decide(judgement, { mode, escalate_below: 0.7 }), asked);
  });
}

Deno.test("a higher threshold never asks less", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const scores = fc.tuple(share, share, share)
    .map(([bug_report, feature_request, general_inquiry]) =>
      normalize({ bug_report, feature_request, general_inquiry })
    );
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(scores, unit, unit, (scores, a, b) => {
    const judgement = { ...BUG_JUDGEMENT, scores };
    const asked = (escalate_below: number) =>
      decide(judgement, { mode: "uncertain", escalate_below }).length;
    assert(asked(Math.min(a, b)) <= asked(Math.max(a, b)));
  }));
});
