/**
 * The head that tells situations: the same rows give the same numbers, and
 * weights of other rules are refused.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertThrows } from "@std/assert";
import { readSituationRows } from "../../src/cli/train_situations.ts";
import { countSituations, totalSituations } from "../../src/evaluation/situation_figures.ts";
import { shippedWeights } from "../../src/scorer/local_scorer.ts";
import {
  decodeSituationModel,
  encodeSituationModel,
} from "../../src/scorer/situation/situation_model.ts";
import { fitSituations, type SituationRow } from "../../src/training/fit_situation.ts";
import { situationInputs } from "../../src/training/situation_inputs.ts";

const ROWS: readonly SituationRow[] = ["a", "b"].flatMap((writer) => [
  { writer, situation: "injury" as const, message: "The lid burnt my hand." },
  { writer, situation: "legal" as const, message: "My lawyer will write to you." },
  { writer, situation: "fault" as const, message: "The list is empty after the update." },
]);
const fit = () =>
  fitSituations(ROWS, [{ real: true, situation: "wish", message: "Add dark mode." }], weights);
const weights = shippedWeights();

Deno.test("the same rows give the same head, and it survives being stored but for rounding", () => {
  const { model, figures } = fit();
  assertEquals(encodeSituationModel(fit().model, null), encodeSituationModel(model, null));
  assertEquals(figures.rows, 6);
  const again = decodeSituationModel(encodeSituationModel(model, figures));
  assertEquals(encodeSituationModel(again, null), encodeSituationModel(model, null));
});

Deno.test("a head that was fitted with other rules is refused: it says what to do", () => {
  const stored = { ...encodeSituationModel(fit().model, null), signs: "0" };
  assertThrows(() => decodeSituationModel(stored), Error, "deno task train --situations");
});

Deno.test("the shipped head is of these rows and this trainer: else fit it again", async () => {
  const { rows, ours } = await readSituationRows();
  const stored = await Deno.readTextFile("src/scorer/situation/situation_weights.json");
  assertEquals(situationInputs(rows, ours, weights), JSON.parse(stored).evidence.inputs);
});

Deno.test("figures count what is seen, what leads, and what alarms", () => {
  const judged = (label: "money" | "ordinary", name: "money" | "fault") => ({
    label,
    situation: { name, probability: 1, grave: name === "money", evidence: [] },
    reasons: name === "money" ? ["money" as const] : [],
  });
  const counts = countSituations([
    judged("money", "money"),
    judged("money", "fault"),
    judged("ordinary", "money"),
  ]);
  assertEquals(counts.get("money"), { rows: 2, found: 1, led: 1, alarmed: 1 });
  const ordinary = { rows: 1, found: 0, led: 0, alarmed: 1 };
  assertEquals(counts.get("ordinary"), ordinary);
  assertEquals(totalSituations(counts), {
    grave: { rows: 2, found: 1, led: 1, alarmed: 1 },
    others: ordinary,
  });
});
