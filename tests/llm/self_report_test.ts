// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { readSelfReport } from "../../src/llm/self_report.ts";
import { normalize } from "../../src/triage/domain/intent.ts";

const ASKED = { bug_report: 0.8, feature_request: 0.15, general_inquiry: 0.05 };

const FORMS: readonly (readonly [string, unknown, number])[] = [
  ["as asked", { probabilities: ASKED }, 0.8],
  ["under another name", { scores: ASKED }, 0.8],
  [
    "as text",
    { probabilities: { bug_report: "0.8", feature_request: "0.15", general_inquiry: "0.05" } },
    0.8,
  ],
  [
    "in per cent",
    { probabilities: { bug_report: 80, feature_request: "15%", general_inquiry: 5 } },
    0.8,
  ],
  ["as one number", { confidence: 0.8 }, 0.8],
  ["as one number of ours", { confidence_score: 0.8 }, 0.8],
  ["as one number in per cent", { confidence: 80 }, 0.8],
  ["beside words", { probabilities: "very sure", confidence: "80%" }, 0.8],
];
for (const [name, answer, expected] of FORMS) {
  Deno.test(`a report ${name} is read`, () => {
    const report = readSelfReport(answer, "bug_report");
    assertAlmostEquals(normalize(report ?? ASKED).bug_report, expected, 1e-9);
    assertEquals(report === null, false);
  });
}

const NONE: readonly unknown[] = [
  {},
  null,
  "sure",
  { confidence: "very" },
  { confidence: -1 },
  { confidence: 900 },
  { confidence: null },
  { probabilities: { bug_report: 1 } },
  { probabilities: { bug_report: 0, feature_request: 0, general_inquiry: 0 } },
  { probabilities: { bug_report: -1, feature_request: 1, general_inquiry: 1 } },
];
for (const answer of NONE) {
  Deno.test(`${JSON.stringify(answer)} reports nothing`, () => {
    assertEquals(readSelfReport(answer, "bug_report"), null);
  });
}
