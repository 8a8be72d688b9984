// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { classReliability } from "../../src/evaluation/class_reliability.ts";
import { scoresOf } from "../fakes.ts";

Deno.test("a class believed too much and one too little do not hide each other", () => {
  const { bug_report, feature_request, general_inquiry } = classReliability([
    { label: "bug_report", scores: scoresOf("bug_report", 0.6) },
    { label: "bug_report", scores: scoresOf("bug_report", 0.5) },
    { label: "general_inquiry", scores: scoresOf("feature_request", 0.9) },
    { label: "feature_request", scores: scoresOf("feature_request", 0.7) },
  ]);
  assertEquals([bug_report.rows, bug_report.right], [2, 1]);
  assertAlmostEquals(bug_report.said, 0.55);
  assertEquals([feature_request.rows, feature_request.right], [2, 0.5]);
  assertAlmostEquals(feature_request.said, 0.8);
  assertEquals(general_inquiry, { rows: 0, said: 0, right: 0 });
});
