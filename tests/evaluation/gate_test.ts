/**
 * The gate: the shipped scorer may not become worse than the accepted figures
 * of `fixtures/evaluation.json`. The fixture is measured always, the research
 * data where it is present.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { acceptedFigures, compare, type Comparison } from "../../src/evaluation/accepted.ts";
import { readRows } from "../../src/evaluation/dataset.ts";
import { judge } from "../../src/evaluation/outcome.ts";
import { buildReport } from "../../src/evaluation/report.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";

const FIXTURE = "fixtures/messages.jsonl";
const ACCEPTED = "fixtures/evaluation.json";
const RESEARCH_DATA = "../shared/data";

const accepted = acceptedFigures.parse(JSON.parse(await Deno.readTextFile(ACCEPTED)));

async function measure(paths: readonly string[]) {
  const scorer = createLocalScorer();
  return await buildReport(judge(await readRows(paths), scorer), {
    method: "as shipped",
    scorer: scorer.version,
    escalate_below: 0.7, // no accepted figure depends on it
  });
}

/** What is wrong, in words that say what to do. */
function complaints(comparisons: readonly Comparison[]): string[] {
  return comparisons.flatMap(({ section, state, falls }) =>
    state === "new"
      ? [`${section}: rows have changed since their figures were accepted; see fixtures/README.md`]
      : falls.map(({ figure, accepted, measured }) =>
        `${section}: ${figure} fell from ${accepted} to ${measured.toFixed(4)}`
      )
  );
}

function researchFiles(): string[] {
  try {
    return [...Deno.readDirSync(RESEARCH_DATA)].map(({ name }) => `${RESEARCH_DATA}/${name}`)
      .filter((path) => path.endsWith(".jsonl")).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

Deno.test(`no figure of ${FIXTURE} fell by more than a point`, async () => {
  const report = await measure([FIXTURE]);
  assertEquals(complaints(compare(report, accepted)), []);
});

const files = researchFiles();
Deno.test({
  name: files.length > 0
    ? `no figure of the research data in ${RESEARCH_DATA} fell by more than a point`
    : `research data: not measured, ${RESEARCH_DATA} is not present`,
  ignore: files.length === 0,
  async fn() {
    assertEquals(complaints(compare(await measure(files), accepted)), []);
  },
});
