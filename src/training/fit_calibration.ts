/**
 * Fits the calibration on sources left out of training, each counting the same.
 *
 * @module
 */
import { type Calibration, sharpness, softmax } from "../scorer/model/calibration.ts";
import type { Intent, Scores } from "../triage/domain/intent.ts";
import type { Scored } from "./fit_intent.ts";
import type { HeldOut } from "./held_out.ts";
import { minimize } from "./lbfgs.ts";

const STEPS = 60;
/** Step of the numerical gradient. */
const NUDGE = 1e-5;

/** Fits by mean negative log likelihood over sources; NLBSE's repositories are one source together. */
export function fitCalibration(heldOut: readonly HeldOut[]): Calibration {
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
        return label === undefined ? sum : sum + surprise(calibrated(row, calibration), label);
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
    new Float64Array(3),
    { steps: STEPS },
  );
  return toCalibration(fitted);
}

/** "nlbse2024/facebook/react" is of nlbse2024. */
function sourceOf(fold: string): string {
  return fold.split("/", 1)[0] ?? fold;
}

/** Calibrated scores of a row. */
export function calibrated({ logits, familiarity }: Scored, calibration: Calibration): Scores {
  const [bug = 0, wish = 0, question = 0, praise = 0] = softmax(
    logits,
    sharpness(calibration, familiarity),
  );
  return { bug_report: bug, feature_request: wish, general_inquiry: question + praise };
}

function surprise(scores: Scores, label: Intent): number {
  return -Math.log(Math.max(scores[label], 1e-9));
}

function toCalibration([level = 0, unknown = 0, length = 0]: Float64Array): Calibration {
  // A text farther from the training data is never believed more.
  return { level, unknown: Math.max(0, unknown), length: Math.max(0, length) };
}
