/**
 * What `train --corrections` adds: rows from stored cases, and a look at what
 * they change before anything is written.
 *
 * @module
 */
import { compareScorers, type FigureChange, type ScorerChange } from "../evaluation/change.ts";
import { type LabelledRow, readRows } from "../evaluation/dataset.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import type { Weights } from "../scorer/model/weights.ts";
import { UsageError } from "./command.ts";
import { readCorrections } from "./corrections.ts";

/** Rows named of those whose verdict changed. */
const IDS_SHOWN = 10;

/**
 * Corrected cases whose text is still there, as training rows, oldest first.
 *
 * @throws {UsageError} When there are none, or the store cannot be read.
 */
export async function correctedTrainingRows(): Promise<LabelledRow[]> {
  const rows = (await readCorrections()).flatMap(({ row }) => row ?? []);
  if (rows.length === 0) throw new UsageError("--corrections: no stored case is corrected yet");
  return rows;
}

/** Measures fitted weights against the shipped ones on a file of labelled rows. */
export async function changeBy(weights: Weights, evaluationPath: string): Promise<ScorerChange> {
  let rows: LabelledRow[];
  try {
    rows = await readRows([evaluationPath]);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  return await compareScorers(rows, createLocalScorer(), createLocalScorer({ weights }));
}

/** The change, for a person to read. */
export function* describeChange(change: ScorerChange, corrections: number): Generator<string> {
  yield `with ${corrections} corrected cases, on ${change.rows} rows they were not fitted on:`;
  for (const figure of change.figures) yield `  ${describe(figure)}`;
  yield `  became right: ${describeIds(change.became_right)}`;
  yield `  became wrong: ${describeIds(change.became_wrong)}`;
  for (const fall of change.falls) yield `  worse by more than a point: ${describe(fall)}`;
}

function describeIds(ids: readonly string[]): string {
  if (ids.length === 0) return "none";
  const more = ids.length > IDS_SHOWN ? ", …" : "";
  return `${ids.length} (${ids.slice(0, IDS_SHOWN).join(", ")}${more})`;
}

function describe({ figure, before, after }: FigureChange): string {
  return `${figure}: ${before.toFixed(4)} -> ${after.toFixed(4)}`;
}
