// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { accept, acceptedFigures, compare } from "../../src/evaluation/accepted.ts";
import type { LabelledRow } from "../../src/evaluation/dataset.ts";
import { judge } from "../../src/evaluation/outcome.ts";
import { buildReport } from "../../src/evaluation/report.ts";
import { keywordScorer, row } from "./keyword_scorer.ts";

const report = (rows: readonly LabelledRow[], method = "as shipped") =>
  buildReport(judge(rows, keywordScorer()), { method, scorer: "keywords", escalate_below: 0.7 });

/** The same rows as far as a fingerprint can tell, of which `wrong` are answered wrong. */
async function reportWith(wrong: number) {
  const right = await report(
    Array.from({ length: 100 }, (_, index) => row({ text: index < wrong ? "wish .9" : "bug .9" })),
  );
  return { ...right, sections: right.sections.map((section) => ({ ...section, data: "same" })) };
}

Deno.test("accepted figures are read back as they were", async () => {
  const figures = accept(await reportWith(10), {});
  assertEquals(acceptedFigures.parse(JSON.parse(JSON.stringify(figures))), figures);
  assertEquals(figures["as shipped"]?.[0]?.figures.accuracy, 0.9);
});

Deno.test("a fall within a point is none", async () => {
  const accepted = accept(await reportWith(10), {});
  assertEquals(compare(await reportWith(11), accepted)[0]?.state, "same");
  assertEquals(compare(await reportWith(5), accepted)[0]?.falls.map(({ figure }) => figure), [
    "ece", // too modest now: worse although all else is better
  ]);
});

Deno.test("a fall of more than a point is named with both values", async () => {
  const [comparison] = compare(await reportWith(13), accept(await reportWith(10), {}));
  assertEquals(comparison?.state, "fell");
  assertEquals(comparison?.falls.find(({ figure }) => figure === "accuracy"), {
    figure: "accuracy",
    accepted: 0.9,
    measured: 0.87,
  });
});

Deno.test("a calibration error that grows is a fall", async () => {
  const falls = compare(await reportWith(20), accept(await reportWith(10), {}))[0]?.falls ?? [];
  assertEquals(falls.map(({ figure }) => figure).includes("ece"), true);
});

Deno.test("other rows, and other ways to measure, are not compared", async () => {
  const accepted = accept(await report([row({ text: "bug .9" })]), {});
  assertEquals(compare(await report([row({ text: "wish .9" })]), accepted)[0]?.state, "new");
  const other = await report([row({ text: "bug .9" })], "source left out");
  assertEquals(compare(other, accepted)[0]?.state, "new");
});

Deno.test("accepting replaces the same sections and keeps the others", async () => {
  const before = accept(
    await report([row({ text: "bug .9", source: "a" }), row({ text: "bug .9", source: "b" })]),
    accept(await report([row({ text: "bug .9", source: "z" })], "source left out"), {}),
  );
  const after = accept(await report([row({ text: "wish .9", source: "a" })]), before);
  assertEquals(after["as shipped"]?.map(({ name, figures }) => [name, figures.accuracy]), [
    ["all", 1],
    ["b", 1],
    ["a", 0],
  ]);
  assertEquals(after["source left out"], before["source left out"]);
});
