/**
 * Fits what chooses the title of a fault: a linear model over the stretches of
 * a message, chosen among by softmax (drafting/ticket/title_model.ts).
 *
 * @module
 */
import { softmax } from "../scorer/model/calibration.ts";
import { minimize } from "./lbfgs.ts";

/** The stretches of a message: features by name, and how good a title each is. */
export interface TitleExample {
  readonly stretches: readonly ReadonlyMap<string, number>[];
  readonly gains: Float64Array;
}

/** Chosen with half of the writers of fixtures/told.jsonl left out: 1.5e-3 and 2e-2 were no better. */
const FIT = { steps: 80, penalty: 5e-3, temperature: 0.06 } as const;
const DIGITS = 3;

/** Fits the weights: the better a stretch, the likelier it should be chosen. */
export function fitTitles(examples: readonly TitleExample[]): Readonly<Record<string, number>> {
  const names = [
    ...new Set(examples.flatMap(({ stretches }) => stretches.flatMap((one) => [...one.keys()]))),
  ].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const packed = examples.map(({ stretches, gains }) => ({
    wanted: softmax(gains.map((gain) => gain / FIT.temperature)),
    rows: stretches.map((features) => {
      const kept = [...features].filter(([, value]) => value !== 0);
      return {
        at: Int32Array.from(kept, ([name]) => numbers.get(name) ?? 0),
        values: Float64Array.from(kept, ([, value]) => value),
      };
    }),
  }));
  const point = minimize(
    (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const { wanted, rows } of packed) {
        const chosen = softmax(Float64Array.from(rows, ({ at, values }) => {
          let sum = 0;
          for (let one = 0; one < at.length; one++) {
            sum += (weights[at[one] ?? 0] ?? 0) * (values[one] ?? 0);
          }
          return sum;
        }));
        for (const [row, { at, values }] of rows.entries()) {
          const share = chosen[row] ?? 0, target = wanted[row] ?? 0;
          loss -= target * Math.log(Math.max(share, Number.MIN_VALUE)) / packed.length;
          for (let one = 0; one < at.length; one++) {
            const place = at[one] ?? 0;
            gradient[place] = (gradient[place] ?? 0) +
              (share - target) * (values[one] ?? 0) / packed.length;
          }
        }
      }
      for (const [place, weight] of weights.entries()) {
        loss += FIT.penalty * weight * weight;
        gradient[place] = (gradient[place] ?? 0) + 2 * FIT.penalty * weight;
      }
      return loss;
    },
    new Float64Array(names.length),
    { steps: FIT.steps },
  );
  return Object.fromEntries(
    names.map((name, at) => [name, Number((point[at] ?? 0).toFixed(DIGITS))]),
  );
}
