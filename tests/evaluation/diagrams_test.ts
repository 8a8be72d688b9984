// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertStringIncludes } from "@std/assert";
import { measureIntents } from "../../src/evaluation/figures.ts";
import { judge } from "../../src/evaluation/outcome.ts";
import { reliabilityDiagram } from "../../src/evaluation/reliability_diagram.ts";
import { riskCoverageDiagram } from "../../src/evaluation/risk_coverage_diagram.ts";
import { keywordScorer, row } from "./keyword_scorer.ts";

const ROWS = [["bug .9", 8], ["wish .9", 2], ["bug .6", 5], ["wish .6", 5]] as const;

function panel(name: string) {
  const rows = ROWS.flatMap(([text, count]) => Array.from({ length: count }, () => row({ text })));
  const figures = measureIntents(judge(rows, keywordScorer()), 0.7);
  if (figures === null) throw new Error("no figures");
  return { name, figures };
}

for (const draw of [reliabilityDiagram, riskCoverageDiagram]) {
  Deno.test(`${draw.name} escapes names and needs no panel`, () => {
    const svg = draw("A & B", [panel("<script>\u0007")]);
    assertStringIncludes(svg, "&lt;script&gt;");
    assertStringIncludes(svg, "<title>A &amp; B</title>");
    assertEquals(/<script|NaN|undefined|\p{Cc}/u.test(svg.replaceAll("\n", "")), false);
    assertEquals(/NaN|undefined|Infinity/.test(draw("none", [])), false);
  });
}

Deno.test("the reliability diagram has a dot for each bin that holds rows", () => {
  const svg = reliabilityDiagram("Reliability", [panel("a"), panel("b")]);
  assertEquals(svg.match(/<circle /g)?.length, 4);
  assertStringIncludes(svg, "10 rows: 0.800 right at 0.900");
  assertStringIncludes(svg, "20 rows, ECE 0.100");
});

Deno.test("the risk-coverage diagram has a curve for each panel", () => {
  const svg = riskCoverageDiagram("Risk", [panel("a"), panel("b")]);
  assertEquals(svg.match(/<path /g)?.length, 2);
});
