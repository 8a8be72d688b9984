/**
 * Threshold against share kept local, accuracy and cost, with opinions of a
 * simulated model: `deno task bench:cascade --data ../shared/data/*.jsonl`.
 * Prints the evidence for the pool weights of `triage/blend.ts` first.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { calibrationError } from "../../src/evaluation/calibration_error.ts";
import type { Scored } from "../../src/evaluation/outcome.ts";
import { brierScore } from "../../src/evaluation/proper_scores.ts";
import { costOf, priceOf } from "../../src/llm/prices.ts";
import { blend, POOL_WEIGHTS } from "../../src/triage/blend.ts";
import { mapScores, normalize, type Scores, topIntent } from "../../src/triage/domain/intent.ts";
import { heldOutScores } from "./held_out_scores.ts";
import { type Known, simulateOpinions } from "./simulated_opinion.ts";
import { printStanding } from "./standing_table.ts";

/** Chance that the model is misled to the local scorer's wrong answer. */
const MISLED = [0.25, 0.5];
const ACCURACIES = [0.7, 0.8, 0.9];
const THRESHOLDS = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.01];
/**
 * Tokens of a call that asks for opinion and reply, as `deno task bench:adapters`
 * counts them (four characters a token) once the prompt is in the server's cache;
 * the output is an estimate.
 */
const CALL = {
  input_tokens: 2_460,
  cached_tokens: 2_330,
  cache_write_tokens: 0,
  output_tokens: 250,
};
const MODEL = "gpt-6-luna";

function accuracy(rows: readonly Scored[]): number {
  return rows.filter(({ label, scores }) => topIntent(scores) === label).length / rows.length;
}

function figures(rows: readonly Scored[]): string[] {
  return [accuracy(rows), brierScore(rows), calibrationError(rows)].map((x) => x.toFixed(3));
}

function label(rows: readonly Known[], scores: readonly Scores[]): Scored[] {
  return rows.flatMap(({ label }, at) => {
    const own = scores[at];
    return own === undefined ? [] : [{ label, scores: own }];
  });
}

function pooled(
  local: Scores,
  opinion: Scores,
  local_weight: number,
  model_weight: number,
): Scores {
  return normalize(
    mapScores((intent) =>
      Math.max(local[intent], 1e-4) ** local_weight *
      Math.max(opinion[intent], 1e-4) ** model_weight
    ),
  );
}

function printPool(rows: readonly Known[]): void {
  console.log("\nparts and blend: accuracy, Brier score, calibration error (15 bins)\n");
  console.log("| model's accuracy | claim | local | opinion | blend |\n|---|---|---|---|---|");
  for (const claim of ["logprobs", "self_report"] as const) {
    for (const accuracy of ACCURACIES) {
      const opinions = simulateOpinions(rows, { accuracy }, claim);
      const blended = rows.map(({ local }, at) => blend(local, opinions[at] ?? null));
      const cells = [rows.map(({ local }) => local), opinions, blended]
        .map((scores) => figures(label(rows, scores)).join(" / "));
      console.log(`| ${accuracy} | ${claim} | ${cells.join(" | ")} |`);
    }
  }
}

/** The calibration undoes a sharpening of 2: what if models sharpen less, or more? */
function printSharpness(rows: readonly Known[]): void {
  console.log(
    "\nBrier scores by how much a model of accuracy 0.8 sharpens its claims (logprobs)\n",
  );
  console.log("| sharpened by | local | opinion | blend |\n|---|---|---|---|");
  for (const overconfidence of [1, 2, 3, 5]) {
    const opinions = simulateOpinions(rows, { accuracy: 0.8, overconfidence });
    const blended = rows.map(({ local }, at) => blend(local, opinions[at] ?? null));
    const cells = [rows.map(({ local }) => local), opinions, blended]
      .map((scores) => brierScore(label(rows, scores)).toFixed(3));
    console.log(`| ${overconfidence} | ${cells.join(" | ")} |`);
  }
}

function printWeights(rows: readonly Known[]): void {
  console.log("\nBrier score of the blend by weights (rows: local, columns: model), mean over");
  console.log(
    `model accuracies ${ACCURACIES.join(", ")} and both claims; in use: ${
      JSON.stringify(POOL_WEIGHTS)
    }\n`,
  );
  const weights = [0.3, 0.5, 0.7, 0.85, 1, 1.2];
  const opinions = ACCURACIES.flatMap((accuracy) =>
    (["logprobs", "self_report"] as const).flatMap((claim) =>
      MISLED.map((misled) => simulateOpinions(rows, { accuracy, misled }, claim))
    )
  );
  console.log(`| | ${weights.join(" | ")} |\n|---|${weights.map(() => "---|").join("")}`);
  for (const local_weight of weights) {
    const cells = weights.map((model_weight) => {
      const scores = opinions.map((given) =>
        brierScore(
          label(
            rows,
            rows.map(({ local }, at) =>
              pooled(local, given[at] ?? local, local_weight, model_weight)
            ),
          ),
        )
      );
      return (scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(4);
    });
    console.log(`| ${local_weight} | ${cells.join(" | ")} |`);
  }
}

function printCascade(rows: readonly Known[]): void {
  const call_usd = costOf(CALL, priceOf(MODEL)) ?? 0;
  console.log(
    `\nmode uncertain: threshold, share kept local, cost for 1,000 messages (${MODEL}, ` +
      `${CALL.input_tokens} + ${CALL.output_tokens} tokens a call), accuracy by model's accuracy\n`,
  );
  console.log(`| threshold | kept local | USD / 1,000 | ${ACCURACIES.join(" | ")} |`);
  console.log(`|---|---|---|${ACCURACIES.map(() => "---|").join("")}`);
  const opinions = ACCURACIES.map((accuracy) => simulateOpinions(rows, { accuracy }));
  for (const threshold of THRESHOLDS) {
    const keeps = ({ local }: Known) => local[topIntent(local)] >= threshold;
    const kept = rows.filter(keeps).length / rows.length;
    const cells = opinions.map((given) =>
      accuracy(
        label(
          rows,
          rows.map((row, at) => keeps(row) ? row.local : blend(row.local, given[at] ?? null)),
        ),
      ).toFixed(3)
    );
    const name = threshold === 0
      ? "never ask"
      : threshold > 1
      ? "always ask"
      : threshold.toFixed(2);
    const usd = ((1 - kept) * call_usd * 1_000).toFixed(3);
    console.log(`| ${name} | ${(kept * 100).toFixed(1)} % | ${usd} | ${cells.join(" | ")} |`);
  }
}

if (import.meta.main) {
  const flags = parseArgs([...Deno.args], { string: ["data"], collect: ["data"] });
  const rows = await heldOutScores([...flags.data, ...flags._.map(String)]);
  console.log(
    `${rows.length} messages of sources that the local scorer had not seen, simulated opinions`,
  );
  printPool(rows);
  printSharpness(rows);
  printWeights(rows);
  printCascade(rows);
  printStanding(rows);
}
