/**
 * Fits the calibrations on sources left out of training, each counting the
 * same: of short texts on customers' sources, of long ones, which are few, on
 * all.
 *
 * @module
 */
import {
  calibratedScores,
  type Calibration,
  calibrationFor,
  type Calibrations,
  sharpness,
} from "../scorer/model/calibration.ts";
import { LONG_TOKENS } from "../scorer/model/intent_model.ts";
import type { Intent, Scores } from "../triage/domain/intent.ts";
import type { Scored } from "./fit_intent.ts";
import { type HeldOut, isAboutCustomers } from "./held_out.ts";
import { minimize } from "./lbfgs.ts";

const STEPS = 60;
/** Step of the numerical gradient. */
const NUDGE = 1e-5;
/** A source with fewer rows of a length tells nothing of it. */
const LEAST_ROWS = 20;

/** Fits both calibrations. */
export function fitCalibration(heldOut: readonly HeldOut[]): Calibrations {
  const long = rowsWhere(heldOut, (tokens) => tokens >= LONG_TOKENS);
  const short = rowsWhere(heldOut, (tokens) => tokens < LONG_TOKENS);
  const customers = short.filter(({ name }) => isAboutCustomers(name));
  return {
    calibration: fit(customers.length > 0 ? customers : short, true),
    // Who praises at length also tells why: there it is no rarer than in training.
    long_calibration: fit(long, false),
  };
}

function rowsWhere(heldOut: readonly HeldOut[], holds: (tokens: number) => boolean): HeldOut[] {
  return heldOut.map(({ name, scored }) => ({
    name,
    scored: scored.filter(({ familiarity }) => holds(familiarity.token_count)),
  })).filter(({ scored }) => scored.length >= LEAST_ROWS);
}

/** Fits by mean negative log likelihood over sources; NLBSE's repositories are one source together. */
function fit(heldOut: readonly HeldOut[], withPraise: boolean): Calibration {
  const folds = new Map<string, number>();
  for (const { name } of heldOut) {
    folds.set(sourceOf(name), (folds.get(sourceOf(name)) ?? 0) + 1);
  }
  const loss = (point: Float64Array) => {
    const calibration = toCalibration(point);
    let weights = 0, total = 0;
    for (const { name, scored } of heldOut) {
      const sum = scored.reduce((sum, row) => {
        const label = row.row.row.label;
        return label === undefined ? sum : sum + surprise(scoresOf(row, calibration), label);
      }, 0);
      const weight = 1 / (folds.get(sourceOf(name)) ?? 1);
      weights += weight;
      total += weight * sum / Math.max(1, scored.length);
    }
    return total / Math.max(1, weights);
  };
  const fitted = minimize(
    (point, gradient) => {
      for (let at = 0; at < point.length; at++) {
        const up = point.slice();
        const down = point.slice();
        up[at] = (up[at] ?? 0) + NUDGE;
        down[at] = (down[at] ?? 0) - NUDGE;
        gradient[at] = (loss(up) - loss(down)) / (2 * NUDGE);
      }
      return loss(point);
    },
    new Float64Array(withPraise ? 4 : 3),
    { steps: STEPS },
  );
  return toCalibration(fitted);
}

/** "nlbse2024/facebook/react" is of nlbse2024. */
function sourceOf(fold: string): string {
  return fold.split("/", 1)[0] ?? fold;
}

/** Calibrated scores of a row. */
export function calibrated(row: Scored, calibrations: Calibrations): Scores {
  return scoresOf(row, calibrationFor(calibrations, row.familiarity.token_count));
}

function scoresOf({ logits, familiarity }: Scored, calibration: Calibration): Scores {
  return calibratedScores(logits, calibration, sharpness(calibration, familiarity));
}

function surprise(scores: Scores, label: Intent): number {
  return -Math.log(Math.max(scores[label], 1e-9));
}

function toCalibration([level = 0, unknown = 0, length = 0, praise = 0]: Float64Array) {
  // A text farther from the training data is never believed more.
  return { level, unknown: Math.max(0, unknown), length: Math.max(0, length), praise };
}
