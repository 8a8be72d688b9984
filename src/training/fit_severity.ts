/**
 * Fits how bad a fault is: cumulative logits over named features, by the
 * likelihood of the levels that people gave, with an L2 penalty.
 *
 * @module
 */
import type { FaultFeatures, SeverityWeights } from "../drafting/ticket/severity_head.ts";
import { fromLogOdds } from "../triage/domain/log_odds.ts";
import { minimize } from "./lbfgs.ts";

/** A fault, and the levels that are right for it: one, or neighbours. */
export interface SeverityExample {
  readonly features: FaultFeatures;
  readonly lowest: number;
  readonly highest: number;
}

const PENALTY = 3;
const STEPS = 100;
/** A feature counts from so many faults on. */
const LEAST_FAULTS = 3;
const FIRST_BEGINS = [-2, 0, 2] as const;
const DIGITS = 4;

/** Fits the weights; the same examples give the same weights. */
export function fitSeverity(examples: readonly SeverityExample[]): SeverityWeights {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const name of features.named.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].filter(([, count]) => count >= LEAST_FAULTS).map(([name]) => name)
    .sort();
  const numbers = new Map(names.map((name, at) => [name, at]));
  const meanings = Math.max(0, ...examples.map(({ features }) => features.meanings.length));
  const columns = names.length + meanings;
  const rows = examples.map(({ features, lowest, highest }) => ({
    lowest,
    highest,
    cells: [
      ...[...features.named].flatMap(([name, value]) => {
        const number = numbers.get(name);
        return number === undefined ? [] : [[number, value] as const];
      }),
      ...[...features.meanings].map((value, at) => [names.length + at, value] as const),
    ],
  }));
  const point = minimize(
    (at, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const row of rows) loss += surprise(row, at, gradient, columns);
      for (let number = 0; number < columns; number++) {
        const weight = at[number] ?? 0;
        loss += 0.5 * PENALTY * weight * weight;
        gradient[number] = (gradient[number] ?? 0) + PENALTY * weight;
      }
      return loss;
    },
    Float64Array.from([...new Float64Array(columns), ...FIRST_BEGINS]),
    { steps: STEPS },
  );
  const rounded = (at: number) => Number((point[at] ?? 0).toPrecision(DIGITS));
  return {
    weights: Object.fromEntries(names.map((name, at) => [name, rounded(at)])),
    meanings: Array.from({ length: meanings }, (_, at) => rounded(names.length + at)),
    begins: FIRST_BEGINS.map((_, at) => rounded(columns + at)),
  };
}

interface Row {
  readonly cells: readonly (readonly [number: number, value: number])[];
  readonly lowest: number;
  readonly highest: number;
}

/** Loss of one fault; its gradient is added. */
function surprise(
  { cells, lowest, highest }: Row,
  point: Float64Array,
  gradient: Float64Array,
  begins: number,
): number {
  let logit = 0;
  for (const [number, value] of cells) logit += value * (point[number] ?? 0);
  const reach = (level: number) =>
    level === 0
      ? 1
      : level > FIRST_BEGINS.length
      ? 0
      : fromLogOdds(logit - (point[begins + level - 1] ?? 0));
  const [from, to] = [reach(lowest), reach(highest + 1)];
  const probability = Math.max(1e-9, from - to);
  const slopes = [from * (1 - from), to * (1 - to)] as const;
  const slope = (slopes[1] - slopes[0]) / probability;
  for (const [number, value] of cells) {
    gradient[number] = (gradient[number] ?? 0) + slope * value;
  }
  const add = (level: number, error: number) => {
    if (level < 1 || level > FIRST_BEGINS.length) return;
    gradient[begins + level - 1] = (gradient[begins + level - 1] ?? 0) + error;
  };
  add(lowest, slopes[0] / probability);
  add(highest + 1, -slopes[1] / probability);
  return -Math.log(probability);
}
