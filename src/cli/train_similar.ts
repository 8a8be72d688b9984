/**
 * `train --similar`: fits the comparison of cases, with the scorer as it is,
 * and writes its numbers with their figures.
 *
 * @module
 */
import { readMatterRows } from "../evaluation/matter_rows.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { fitSimilar } from "../training/fit_similar.ts";
import { type OtherRow, othersOf, tellingsOf } from "../training/similar_rows.ts";
import { EXIT } from "./command.ts";

const OUTPUT = new URL("../similar/similar_weights.json", import.meta.url).pathname;

/** Of so many training messages one is on the desk: some thousands are enough. */
const EVERY = 3;

/** Fits the comparison on fixtures/same_matter.jsonl, among the messages of fixtures/spans.jsonl and training.jsonl. */
export async function trainSimilar(): Promise<number> {
  const scorer = createLocalScorer();
  const rows = await readMatterRows(fixture("same_matter"));
  const tellings = tellingsOf(rows, scorer);
  const messages: OtherRow[] = [
    ...await rowsOf("spans"),
    // Their types are what the scorer was fitted on.
    ...(await rowsOf("training")).filter((_, at) => at % EVERY === 0).map(({ text }) => ({ text })),
  ];
  const others = othersOf(messages, tellings, scorer);
  const { model, joining_probability, figures } = fitSimilar({ tellings, others });
  const stored = { rows: rows.length, ...model, joining_probability, left_out: figures };
  await Deno.writeTextFile(OUTPUT, JSON.stringify(stored, null, 2) + "\n");
  console.error(JSON.stringify(stored, null, 2));
  console.error(`wrote ${OUTPUT}`);
  return EXIT.done;
}

async function rowsOf(name: string): Promise<OtherRow[]> {
  const text = await Deno.readTextFile(fixture(name));
  return text.trim().split("\n").map((line) => JSON.parse(line));
}

function fixture(name: string): string {
  return new URL(`../../fixtures/${name}.jsonl`, import.meta.url).pathname;
}
