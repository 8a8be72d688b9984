/**
 * Measures whether tellings of one matter are found among the cases of their
 * product: `deno task evaluate:similar [--data FILE]`, rows of
 * `{matter, product, message}`. Prints totals only.
 *
 * @module
 */
import { SETTINGS } from "../config.ts";
import { bm25 } from "../evaluation/bm25.ts";
import { type MatterRow, readMatterRows } from "../evaluation/matter_rows.ts";
import {
  joiningFigures,
  type JudgedPair,
  meanAveragePrecision,
  pairCalibrationError,
} from "../evaluation/similar_figures.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { JOINING_PROBABILITY, SIMILAR_MODEL } from "../similar/similar_model.ts";
import { judgeProducts } from "../training/judge_similar.ts";
import { tellingsOf } from "../training/similar_rows.ts";
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";

/** The figures of a file of tellings. */
export function similarFigures(rows: readonly MatterRow[]): Readonly<Record<string, number>> {
  const pairs = judgeProducts(tellingsOf(rows, createLocalScorer()), SIMILAR_MODEL);
  const { joined, precision, recall } = joiningFigures(pairs, JOINING_PROBABILITY);
  const sure = pairs.map((pair) => pair.differs ? { ...pair, probability: 0 } : pair);
  const by_itself = joiningFigures(sure, Number(SETTINGS.matter_probability.default));
  return {
    tellings: rows.length,
    pairs: pairs.length,
    of_one_matter: pairs.filter(({ same }) => same).length,
    joined,
    precision,
    recall,
    joined_by_itself: by_itself.joined,
    precision_by_itself: by_itself.precision,
    recall_by_itself: by_itself.recall,
    mean_average_precision: meanAveragePrecision(pairs),
    calibration_error: pairCalibrationError(pairs),
    bm25_mean_average_precision: meanAveragePrecision(byBm25(rows, pairs)),
  };
}

/** The same pairs, in the order in which a plain full-text search gives them. */
function byBm25(rows: readonly MatterRow[], pairs: readonly JudgedPair[]): JudgedPair[] {
  const scores = bm25(rows.map(({ message }) => message));
  return pairs.map((pair) => ({
    ...pair,
    probability: Math.max(
      scores[pair.one]?.[pair.other] ?? 0,
      scores[pair.other]?.[pair.one] ?? 0,
    ),
  }));
}

async function main(args: readonly string[]): Promise<void> {
  const flags = parseArgs([...args], {
    string: ["data"],
  });
  const rows = await readMatterRows(flags.data ?? "fixtures/same_matter.jsonl");
  console.log(`from a probability of ${JOINING_PROBABILITY.toFixed(3)} on cases are joined`);
  for (const [name, value] of Object.entries(similarFigures(rows))) {
    console.log(`${name}: ${Number.isInteger(value) ? value : value.toFixed(3)}`);
  }
}

if (import.meta.main) await main(Deno.args);
