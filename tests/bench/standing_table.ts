/**
 * Model quality against outcome: what a model of this accuracy does to the
 * cascade when its opinions count as far as exam and samples let them. Two kinds
 * are simulated: one that knows its doubts, and one that is always sure, as small
 * models are.
 *
 * @module
 */
import type { Scored } from "../../src/evaluation/outcome.ts";
import { brierScore } from "../../src/evaluation/proper_scores.ts";
import { calibrateOpinion } from "../../src/llm/opinion_calibration.ts";
import { type Judged, weightOf } from "../../src/llm/standing.ts";
import { blend } from "../../src/triage/blend.ts";
import { INTENTS, mapScores, type Scores, topIntent } from "../../src/triage/domain/intent.ts";
import { type Known, randomFrom, simulateOpinions } from "./simulated_opinion.ts";

/** Accuracies of the simulated models; one that knows its doubts is never below chance. */
const ACCURACIES = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/** The threshold of INTAKE_ESCALATE_BELOW. */
const ESCALATE_BELOW = 0.71;
const EXAM_QUESTIONS = 12;
const SAMPLES = 48;
/** Exams that each model sits: which dozen it gets is luck. */
const EXAMS = 400;
const WEIGHTS = Array.from({ length: 21 }, (_, at) => at / 20);

/** A model's opinions on all rows. */
export interface Judge {
  readonly name: string;
  readonly opinions: readonly Scores[];
}

/** Prints a row for each model: local, opinion and blend, after the exam and after samples. */
export function printStanding(rows: readonly Known[]): void {
  console.log(
    `\nmodel quality against outcome, ${rows.length} messages, opinions asked below ` +
      `${ESCALATE_BELOW}: accuracy / Brier score\n`,
  );
  console.log(
    "| model | local | opinion | blend if it always counted | weight after the exam | blend | " +
      `blend, unluckiest exam in 20 | weight after ${SAMPLES} samples | blend |`,
  );
  console.log(`|---|${"---|".repeat(8)}`);
  for (const judge of judges(rows)) console.log(`| ${standingRow(rows, judge).join(" | ")} |`);
}

function judges(rows: readonly Known[]): Judge[] {
  return [
    ...ACCURACIES.slice(1).map((accuracy) => ({
      name: `${accuracy}, knows its doubts`,
      opinions: simulateOpinions(rows, { accuracy }),
    })),
    ...ACCURACIES.map((accuracy) => ({
      name: `${accuracy}, always sure`,
      opinions: sureOpinions(rows, accuracy),
    })),
  ];
}

/** Right in this share of messages, and in all of them surer than anybody could be. */
function sureOpinions(rows: readonly Known[], accuracy: number): Scores[] {
  const random = randomFrom(7);
  return rows.map(({ label }) => {
    const others = INTENTS.filter((intent) => intent !== label);
    const said = random() < accuracy ? label : others[random() < 0.5 ? 0 : 1];
    return calibrateOpinion(mapScores((intent) => intent === said ? 0.999 : 0.0005), "logprobs");
  });
}

function standingRow(rows: readonly Known[], { name, opinions }: Judge): string[] {
  const outcome = WEIGHTS.map((weight) => figures(rows, blended(rows, opinions, weight)));
  const at = (weight: number) => outcome[Math.round(weight * 20)] ?? outcome[0];
  const exams = drawWeights(rows, opinions, 0);
  const later = drawWeights(rows, opinions, SAMPLES);
  // Unlucky is who counts more than its opinions are worth.
  const worst = exams.map(at).toSorted((a, b) => (b?.brier ?? 0) - (a?.brier ?? 0))[EXAMS / 20];
  return [
    name,
    write(at(0)),
    write(figures(rows, opinions)),
    write(at(1)),
    mean(exams).toFixed(2),
    write(meanOf(exams.map(at))),
    write(worst),
    mean(later).toFixed(2),
    write(meanOf(later.map(at))),
  ];
}

/** What the cascade answers: the blend where the opinion was asked, else the local judgement. */
function blended(rows: readonly Known[], opinions: readonly Scores[], weight: number): Scores[] {
  return rows.map(({ local }, at) =>
    isSure(local) ? local : blend(local, opinions[at] ?? null, weight)
  );
}

function isSure(local: Scores): boolean {
  return local[topIntent(local)] >= ESCALATE_BELOW;
}

/** Weights after exams of random messages and, if any, samples of which the scorer is sure. */
function drawWeights(
  rows: readonly Known[],
  opinions: readonly Scores[],
  samples: number,
): number[] {
  const random = randomFrom(11);
  const pick = (from: readonly number[]) => from[Math.floor(random() * from.length)] ?? 0;
  const all = rows.map((_, at) => at);
  const sure = all.filter((at) => isSure(rows[at]?.local ?? mapScores(() => 0)));
  const judged = (at: number, truth: "label" | "local"): Judged => {
    const { label, local } = rows[at] ?? { label: INTENTS[0], local: mapScores(() => 0) };
    const scores = opinions[at] ?? local;
    return { scores, truth: truth === "label" ? label : topIntent(local) };
  };
  return Array.from({ length: EXAMS }, () =>
    weightOf([
      ...Array.from({ length: EXAM_QUESTIONS }, () => judged(pick(all), "label")),
      ...Array.from({ length: samples }, () => judged(pick(sure), "local")),
    ]));
}

interface Figures {
  readonly accuracy: number;
  readonly brier: number;
}

function figures(rows: readonly Known[], scores: readonly Scores[]): Figures {
  const scored = rows.map(({ label, local }, at): Scored => ({
    label,
    scores: scores[at] ?? local,
  }));
  const right = scored.filter(({ label, scores }) => topIntent(scores) === label).length;
  return { accuracy: right / rows.length, brier: brierScore(scored) };
}

function meanOf(many: readonly (Figures | undefined)[]): Figures {
  return {
    accuracy: mean(many.map((one) => one?.accuracy ?? NaN)),
    brier: mean(many.map((one) => one?.brier ?? NaN)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function write(figures: Figures | undefined): string {
  return figures === undefined
    ? ""
    : `${figures.accuracy.toFixed(3)} / ${figures.brier.toFixed(3)}`;
}
