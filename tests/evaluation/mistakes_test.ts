// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertStringIncludes } from "@std/assert";
import { describeMistake, worstMistakes } from "../../src/evaluation/mistakes.ts";
import { judge } from "../../src/evaluation/outcome.ts";
import { keywordScorer, row } from "./keyword_scorer.ts";

const OUTCOMES = judge([
  row({ text: "bug .9" }),
  row({ text: "wish .7" }),
  row({ text: "wish .95", map: "weak" }),
  row({ text: `ask .8 ${"long ".repeat(200)}` }),
  row({ text: "ask .8", label: undefined, category: "Other" }),
], keywordScorer());

Deno.test("the surest mistakes come first, weak labels last, right answers not at all", () => {
  assertEquals(worstMistakes(OUTCOMES, 10).map(({ confidence }) => confidence), [0.8, 0.7, 0.95]);
  assertEquals(worstMistakes(OUTCOMES, 1).length, 1);
  assertEquals(worstMistakes(OUTCOMES, 0), []);
});

Deno.test("a mistake is told with what was said, what was right, and the start of the text", () => {
  const [worst] = worstMistakes(OUTCOMES, 1).map(describeMistake);
  assertStringIncludes(worst ?? "", "0.800 general_inquiry, labelled bug_report (strict)");
  assertStringIncludes(worst ?? "", "  ask .8 long long");
  assertStringIncludes(worst ?? "", "…");
});
