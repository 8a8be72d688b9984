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
import { fitSituations, type OrdinaryRow } from "../training/fit_situation.ts";
import { type SituationName, situationName } from "../triage/domain/situation.ts";
import type { Intent } from "../triage/domain/intent.ts";
import { EXIT } from "./command.ts";

const OUTPUT = new URL("../scorer/situation/situation_weights.json", import.meta.url).pathname;
const ROWS = new URL("../../fixtures/situations.jsonl", import.meta.url).pathname;

/** A row of fixtures/situations.jsonl, as far as the head learns from it. */
const situationRow = z.object({
  writer: z.string(),
  situation: situationName,
  message: z.string(),
});

/** What a message is held to be of whose situation only the type is known. */
const OF_TYPE: Readonly<Record<Intent, SituationName>> = {
  bug_report: "fault",
  feature_request: "wish",
  general_inquiry: "how_to",
};
/** One ordinary row in so many is read: the rest says the same. */
const ORDINARY_STEP = 3;

/** Fits the head. @param paths Files of ordinary messages whose types are known. */
export async function trainSituations(paths: readonly string[]): Promise<number> {
  const text = await Deno.readTextFile(ROWS);
  const rows = text.trim().split("\n").map((line) => situationRow.parse(JSON.parse(line)));
  const ordinary = (await readRows(paths)).filter(isOrdinary)
    .filter((_, at) => at % ORDINARY_STEP === 0)
    .map(({ source, text, label }): OrdinaryRow => ({
      real: source !== "intake",
      message: text,
      situation: OF_TYPE[label ?? "general_inquiry"],
    }));
  const { model, figures } = fitSituations(rows, ordinary, shippedWeights());
  await Deno.writeTextFile(
    OUTPUT,
    JSON.stringify(encodeSituationModel(model, figures), null, 2) + "\n",
  );
  console.error(JSON.stringify(figures, null, 2));
  console.error(`wrote ${OUTPUT}`);
  return EXIT.done;
}

/** Others' inquiries may be of any situation, and are not learnt from: banks hear of stolen cards. */
function isOrdinary({ source, label }: LabelledRow): boolean {
  return label !== undefined && (source === "intake" || label !== "general_inquiry");
}
