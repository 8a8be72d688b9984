/**
 * `train --similar`: fits the comparison of cases, with the scorer as it is,
 * and writes its numbers with their figures.
 *
 * @module
 */
import { readMatterRows } from "../evaluation/matter_rows.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { fitSimilar, shelvesOf } from "../training/fit_similar.ts";
import { EXIT } from "./command.ts";

const OUTPUT = new URL("../similar/similar_weights.json", import.meta.url).pathname;
const ROWS = new URL("../../fixtures/same_matter.jsonl", import.meta.url).pathname;

/** Fits the comparison on fixtures/same_matter.jsonl. */
export async function trainSimilar(): Promise<number> {
  const rows = await readMatterRows(ROWS);
  const { model, joining_probability, figures } = fitSimilar(shelvesOf(rows, createLocalScorer()));
  const stored = { rows: rows.length, ...model, joining_probability, left_out: figures };
  await Deno.writeTextFile(OUTPUT, JSON.stringify(stored, null, 2) + "\n");
  console.error(JSON.stringify(stored, null, 2));
  console.error(`wrote ${OUTPUT}`);
  return EXIT.done;
}
