/**
 * `train --similar`: fits the comparison of cases, with the scorer as it is,
 * and writes its numbers with their figures.
 *
 * @module
 */
import { readMatterRows } from "../evaluation/matter_rows.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { fitSimilar, kindExamplesOf, shelvesOf } from "../training/fit_similar.ts";
import { spanRow } from "../training/span_rows.ts";
import { EXIT } from "./command.ts";

const OUTPUT = new URL("../similar/similar_weights.json", import.meta.url).pathname;
const ROWS = new URL("../../fixtures/same_matter.jsonl", import.meta.url).pathname;

const TYPED_ROWS = new URL("../../fixtures/spans.jsonl", import.meta.url).pathname;

/** Fits the comparison on fixtures/same_matter.jsonl; types on fixtures/spans.jsonl too. */
export async function trainSimilar(): Promise<number> {
  const rows = await readMatterRows(ROWS);
  const scorer = createLocalScorer();
  const typed = (await Deno.readTextFile(TYPED_ROWS)).trim().split("\n")
    .map((line) => spanRow.parse(JSON.parse(line)));
  const { model, joining_probability, figures } = fitSimilar(
    shelvesOf(rows, scorer),
    kindExamplesOf(typed, scorer),
  );
  const stored = { rows: rows.length, ...model, joining_probability, left_out: figures };
  await Deno.writeTextFile(OUTPUT, JSON.stringify(stored, null, 2) + "\n");
  console.error(JSON.stringify(stored, null, 2));
  console.error(`wrote ${OUTPUT}`);
  return EXIT.done;
}
