/**
 * Fits everything the scorer needs: intents, categories, calibration and the
 * threshold, with what was measured on sources left out on the way.
 *
 * @module
 */
import { measureAccuracy } from "../evaluation/accuracy.ts";
import { calibrationError } from "../evaluation/calibration_error.ts";
import type { LabelledRow } from "../evaluation/dataset.ts";
import type { Scored } from "../evaluation/outcome.ts";
import { accuracyAtCoverage } from "../evaluation/risk_coverage.ts";
import { decodeWeights, encodeWeights, type Weights } from "../scorer/model/weights.ts";
import type { Calibrations } from "../scorer/model/calibration.ts";
import { INTENTS, topIntent } from "../triage/domain/intent.ts";
import { chooseThreshold, WANTED_ACCURACY } from "./choose_threshold.ts";
import { readCorpus } from "./corpus.ts";
import { calibrated, fitCalibration } from "./fit_calibration.ts";
import { fitCategory } from "./fit_category.ts";
import { fitIntent } from "./fit_intent.ts";
import { type HeldOut, isAboutCustomers, leaveSourcesOut } from "./held_out.ts";

/** Settings of {@linkcode fitScorer}. */
export interface FitOptions {
  /** Plain JSON about the data, recorded with the weights. */
  readonly data?: unknown;
  /** Told what is being done: one line each. */
  readonly onProgress?: (line: string) => void;
}

/** Fits weights. The same rows in the same order give the same weights to the last bit. */
export function fitScorer(rows: readonly LabelledRow[], options: FitOptions = {}): Weights {
  const say = options.onProgress ?? (() => {});
  say(`reading ${rows.length} rows`);
  const corpus = readCorpus(rows);
  say("leaving sources out");
  const heldOut = leaveSourcesOut(corpus, corpus.rows);
  const calibrations = fitCalibration(heldOut);
  const threshold = chooseThreshold(
    heldOut.filter(({ name }) => isAboutCustomers(name))
      .flatMap(({ scored }) => toScored(scored.filter(isOrdinary), calibrations)),
  );
  say("fitting on all rows");
  const { vocabulary, intent, long_intent, meaning } = fitIntent(corpus, corpus.rows);
  const category = fitCategory(corpus, corpus.rows, vocabulary);
  const weights: Weights = {
    version: "",
    vocabulary: { terms: vocabulary.terms, idf: vocabulary.idf },
    intent,
    long_intent,
    meaning,
    category,
    ...calibrations,
    escalate_below: threshold.escalate_below,
    evidence: {
      data: options.data ?? null,
      rows: rows.length,
      held_out: Object.fromEntries(
        heldOut.map((source) => [source.name, measure(source, calibrations)]),
      ),
      threshold: {
        ...threshold,
        why: `the lowest confidence above which ${WANTED_ACCURACY * 100}% of the answers on ` +
          "sources left out, issue trackers and our rows on grave situations aside, are right",
      },
    },
  };
  // What is shipped is what was rounded: use it here too.
  return decodeWeights({ ...encodeWeights(weights), version: "unversioned" });
}

/** Grave situations, of which our rows have many, are rare, and people look at them anyway. */
function isOrdinary({ row: { pool } }: HeldOut["scored"][number]): boolean {
  return pool !== "situations";
}

function toScored(rows: HeldOut["scored"], calibrations: Calibrations): Scored[] {
  return rows.flatMap((row) => {
    const label = row.row.row.label;
    return label === undefined ? [] : [{ label, scores: calibrated(row, calibrations) }];
  });
}

/** Figures of one left-out source, to three digits. */
function measure({ scored }: HeldOut, calibrations: Calibrations): Record<string, number> {
  const rows = toScored(scored, calibrations);
  const accuracy = measureAccuracy(
    INTENTS,
    rows.map(({ label, scores }) => ({ label, predicted: topIntent(scores) })),
  );
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    rows: rows.length,
    accuracy: round(accuracy.accuracy),
    macro_f1: round(accuracy.macro_f1),
    bug_f1: round(accuracy.classes.bug_report.f1),
    feature_f1: round(accuracy.classes.feature_request.f1),
    inquiry_f1: round(accuracy.classes.general_inquiry.f1),
    calibration_error: round(calibrationError(rows)),
    right_among_surest_60_percent: round(accuracyAtCoverage(rows, 0.6)),
  };
}
