/**
 * Whether a confidence of 0.8 is right 8 times in 10 whatever class is said:
 * one class believed too much and another too little hide each other in the
 * calibration error.
 *
 * @module
 */
import { type Intent, topIntent } from "../triage/domain/intent.ts";
import { confidenceOf, type Scored } from "./outcome.ts";

/** Rows of which one class was said. */
export interface ClassReliability {
  readonly rows: number;
  /** Mean confidence of the rows; 0 of no rows. */
  readonly said: number;
  /** Share of the rows that were right; 0 of no rows. */
  readonly right: number;
}

/** How sure and how right the rows are of which each class was said. */
export function classReliability(
  rows: readonly Scored[],
): Readonly<Record<Intent, ClassReliability>> {
  const reliabilityOf = (intent: Intent): ClassReliability => {
    const said = rows.filter(({ scores }) => topIntent(scores) === intent).map(confidenceOf);
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return {
      rows: said.length,
      said: mean(said.map(({ confidence }) => confidence)),
      right: mean(said.map(({ right }) => Number(right))),
    };
  };
  return {
    bug_report: reliabilityOf("bug_report"),
    feature_request: reliabilityOf("feature_request"),
    general_inquiry: reliabilityOf("general_inquiry"),
  };
}
