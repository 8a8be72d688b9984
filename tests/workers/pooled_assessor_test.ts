// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { defaultCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { makeGist } from "../../src/similar/make_gist.ts";
import { localAssessor } from "../../src/triage/assess.ts";
import { openPooledAssessor } from "../../src/workers/pooled_assessor.ts";

const NEVER = new AbortController().signal;

Deno.test("threads assess as this one does, word for word", async () => {
  const catalog = defaultCatalog();
  const options = { review_below_margin: 0.1 };
  const parts = { catalog: () => catalog, options, clock: { monotonicMs: () => 0 } };
  const here = localAssessor({
    ...parts,
    makeGist,
    read: readMessage,
    scorer: createLocalScorer(),
    drafter: createLocalDrafter(),
  });
  const there = await openPooledAssessor({ ...parts, workers: 2 });
  // Every third: the fixtures go round the three types.
  const texts = Deno.readTextFileSync("fixtures/messages.jsonl").trim().split("\n")
    .filter((_, index) => index % 3 === Math.floor(index / 3) % 3)
    .map((line) => String(JSON.parse(line).text));
  assertEquals(there.version, here.version);
  try {
    await Promise.all(texts.map(async (text) => {
      const request = { text, product_name: "1440 Mobile App", verdict: null };
      const [one, other] = await Promise.all([
        here.assess(request, NEVER),
        there.assess(request, NEVER),
      ]);
      assertEquals({ ...other, timings_ms: null }, { ...one, timings_ms: null });
    }));
  } finally {
    there.close();
  }
});
