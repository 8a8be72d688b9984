// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { readOpinion, type TokenProbability } from "../../src/llm/opinion.ts";
import { calibrateOpinion } from "../../src/llm/opinion_calibration.ts";
import { INTENTS, normalize, topIntent } from "../../src/triage/domain/intent.ts";

/** Tokens of `{"message_type":"…`, the last with alternatives. */
function tokens(
  lead: readonly string[],
  top: Readonly<Record<string, number>>,
): TokenProbability[] {
  const plain = lead.map((token): TokenProbability => ({ token, logprob: 0 }));
  const alternatives = Object.entries(top).map(([token, p]) => ({ token, logprob: Math.log(p) }));
  const [first] = alternatives;
  return first === undefined ? plain : [...plain, { ...first, top_logprobs: alternatives }];
}

const HEAD = ['{"', "message", "_type", '":"'];

const TOKENIZATIONS: readonly (readonly [string, TokenProbability[]])[] = [
  ["words", tokens(HEAD, { bug: 0.7, feature: 0.2, general: 0.1 })],
  ["whole labels", tokens(HEAD, { bug_report: 0.7, feature_request: 0.2, general_inquiry: 0.1 })],
  ["letters", tokens(HEAD, { b: 0.7, f: 0.2, g: 0.1 })],
  [
    "quotation mark joined",
    tokens(['{"message_type":'], { '"bug': 0.7, '"feature': 0.2, '"general': 0.1 }),
  ],
  [
    "blanks and line breaks",
    tokens(["{\n ", '"message_type"', ": ", '"'], { bug: 0.7, feature: 0.2, general: 0.1 }),
  ],
  [
    "several beginnings of one label",
    tokens(HEAD, { bug: 0.4, bu: 0.3, feature: 0.2, general: 0.1 }),
  ],
  ["one alone", tokens([], { bug_report: 0.7, feature_request: 0.2, general_inquiry: 0.1 })],
  [
    "one alone, in quotation marks",
    tokens([], { '"bug_report"': 0.7, '"feature_request"': 0.2, '"general_inquiry"': 0.1 }),
  ],
];
for (const [name, given] of TOKENIZATIONS) {
  Deno.test(`the type's probability is read where tokens are ${name}`, () => {
    const expected = calibrateOpinion(
      { bug_report: 0.7, feature_request: 0.2, general_inquiry: 0.1 },
      "logprobs",
    );
    const got = readOpinion("bug_report", given, null);
    for (const intent of INTENTS) assertAlmostEquals(got[intent], expected[intent], 1e-9);
  });
}

Deno.test("without the type's token the model's own numbers count, else the bare type", () => {
  const report = { bug_report: 0.9, feature_request: 0.05, general_inquiry: 0.05 };
  const reported = readOpinion("bug_report", [{ token: "hello", logprob: 0 }], report);
  assertEquals(reported, readOpinion("bug_report", null, report));
  const stated = readOpinion("bug_report", null, null);
  assert(stated.bug_report < reported.bug_report && stated.bug_report > 0.5);
});

Deno.test("a report against the stated type is worth half", () => {
  const report = { bug_report: 0.05, feature_request: 0.9, general_inquiry: 0.05 };
  const torn = readOpinion("bug_report", null, report);
  assert(torn.bug_report > 0.35 && torn.bug_report < 0.6, JSON.stringify(torn));
});

Deno.test("calibration keeps the order and never makes surer", () => {
  const share = fc.double({ min: 0.001, max: 1, noNaN: true });
  const claims = fc.tuple(share, share, share)
    .map(([bug_report, feature_request, general_inquiry]) =>
      normalize({ bug_report, feature_request, general_inquiry })
    );
  fc.assert(fc.property(claims, (claimed) => {
    for (const source of ["logprobs", "self_report", "statement"] as const) {
      const calibrated = calibrateOpinion(claimed, source);
      assertAlmostEquals(INTENTS.reduce((sum, intent) => sum + calibrated[intent], 0), 1, 1e-9);
      const top = topIntent(claimed);
      assert(calibrated[top] <= claimed[top] + 1e-9);
      assert(INTENTS.every((intent) => calibrated[intent] <= calibrated[top] + 1e-12));
    }
  }));
});
