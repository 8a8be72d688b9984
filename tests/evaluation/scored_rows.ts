/**
 * Random and hand-made scored rows for the tests of the figures.
 *
 * @module
 */
import fc from "fast-check";
import type { Scored } from "../../src/evaluation/outcome.ts";
import { INTENTS, normalize } from "../../src/triage/domain/intent.ts";

const weight = fc.double({ min: 0, max: 1, noNaN: true });

/** A row with any label and any scores. */
export const anyScored: fc.Arbitrary<Scored> = fc.record({
  label: fc.constantFrom(...INTENTS),
  scores: fc.tuple(weight, weight, weight)
    .filter((weights) => weights.some((w) => w > 1e-6))
    .map(([bug_report, feature_request, general_inquiry]) =>
      normalize({ bug_report, feature_request, general_inquiry })
    ),
});

/** Any number of rows, none included. */
export const anyRows: fc.Arbitrary<Scored[]> = fc.array(anyScored, { maxLength: 60 });

/** A bug report that the scorer gave this confidence; `right` or taken for a wish. */
export function bug(confidence: number, right = true): Scored {
  const rest = 1 - confidence;
  return {
    label: "bug_report",
    scores: right
      ? { bug_report: confidence, feature_request: rest, general_inquiry: 0 }
      : { bug_report: rest, feature_request: confidence, general_inquiry: 0 },
  };
}
