/**
 * `train --situations`: fits the head that tells situations, with the scorer
 * as it is, and writes its numbers with their figures.
 *
 * @module
 */
import { z } from "zod";
import { type LabelledRow, readRows } from "../evaluation/dataset.ts";
import { shippedWeights } from "../scorer/local_scorer.ts";
import { encodeSituationModel } from "../scorer/situation/situation_model.ts";
import { fitSituations, type OrdinaryRow, type SituationRow } from "../training/fit_situation.ts";
import { situationInputs } from "../training/situation_inputs.ts";
import { type SituationName, situationName } from "../triage/domain/situation.ts";
import type { Intent } from "../triage/domain/intent.ts";
import { EXIT } from "./command.ts";

const OUTPUT = new URL("../scorer/situation/situation_weights.json", import.meta.url).pathname;
const ROWS = new URL("../../fixtures/situations.jsonl", import.meta.url).pathname;
const OURS = new URL("../../fixtures/training.jsonl", import.meta.url).pathname;

/** A row of fixtures/situations.jsonl, as far as the head learns from it. */
const situationRow = z.object({
  writer: z.string(),
  situation: situationName,
  message: z.string(),
  mined: z.boolean().optional(),
});

/** What a message is held to be of whose situation only the type is known. */
const OF_TYPE: Readonly<Record<Intent, SituationName>> = {
  bug_report: "fault",
  feature_request: "wish",
  general_inquiry: "how_to",
};
/** Of customers' ordinary rows and of ours one in so many is read. */
const STEP = { real: 3, ours: 2 } as const;

/** Fits the head. @param paths Files of customers' ordinary messages whose types are known. */
export async function trainSituations(paths: readonly string[]): Promise<number> {
  const { rows, ours } = await readSituationRows();
  // Customers' inquiries may be of any situation, and are not learnt from: banks hear of stolen cards.
  const customers = (await readRows(paths))
    .filter(({ label }) => label !== undefined && label !== "general_inquiry")
    .filter((_, at) => at % STEP.real === 0).flatMap((row) => ordinaryOf(row, true));
  const weights = shippedWeights();
  const { model, figures } = fitSituations(rows, [...ours, ...customers], weights);
  const inputs = situationInputs(rows, ours, weights);
  await Deno.writeTextFile(
    OUTPUT,
    JSON.stringify(encodeSituationModel(model, { ...figures, inputs }), null, 2) + "\n",
  );
  console.error(JSON.stringify(figures, null, 2));
  console.error(`wrote ${OUTPUT}`);
  return EXIT.done;
}

/** The fixtures that the head learns from: rows of writers, and our own ordinary ones. */
export async function readSituationRows(): Promise<
  { rows: SituationRow[]; ours: OrdinaryRow[] }
> {
  const text = await Deno.readTextFile(ROWS);
  const rows = text.trim().split("\n").map((line) => situationRow.parse(JSON.parse(line)));
  const ours = (await readRows([OURS])).filter((_, at) => at % STEP.ours === 0);
  return { rows, ours: ours.flatMap((row) => ordinaryOf(row, false)) };
}

function ordinaryOf({ text, label }: LabelledRow, real: boolean): OrdinaryRow[] {
  return label === undefined ? [] : [{ real, message: text, situation: OF_TYPE[label] }];
}
