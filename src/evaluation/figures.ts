/**
 * Everything measured on one set of judged rows.
 *
 * @module
 */
import { type Intent, INTENTS, topIntent } from "../triage/domain/intent.ts";
import { INQUIRY_CATEGORIES, type InquiryCategory } from "../triage/domain/reply.ts";
import { type Accuracy, measureAccuracy } from "./accuracy.ts";
import { type CalibrationBin, calibrationBins, calibrationError } from "./calibration_error.ts";
import { type ClassReliability, classReliability } from "./class_reliability.ts";
import { wilsonInterval } from "./interval.ts";
import { type Outcome, type Scored, scoredOf } from "./outcome.ts";
import { brierScore, negativeLogLikelihood } from "./proper_scores.ts";
import {
  accuracyAtCoverage,
  riskCoverage,
  type RiskPoint,
  shareEscalated,
} from "./risk_coverage.ts";

/** The share of surest rows whose accuracy is a figure of its own. */
export const SURE_SHARE = 0.6;

/** Points that a curve of any length is thinned to. */
const CURVE_POINTS = 20;

/** How well the intent is told. */
export interface IntentFigures extends Accuracy<Intent> {
  /** 95% interval of the accuracy. */
  readonly accuracy_interval: readonly [low: number, high: number];
  /** Expected calibration error, 15 bins. */
  readonly ece: number;
  readonly brier: number;
  /** Mean negative log-likelihood, nats. */
  readonly nll: number;
  /** Accuracy among the 60% most confident. */
  readonly accuracy_at_60: number;
  /** Share of rows below the threshold, about which a model would be asked. */
  readonly escalated: { readonly threshold: number; readonly share: number };
  readonly calibration: readonly CalibrationBin[];
  /** How sure and how right the rows are, by the class that was said. */
  readonly by_said: Readonly<Record<Intent, ClassReliability>>;
  readonly risk_coverage: readonly RiskPoint[];
}

/** How well the inquiry category is told, among the rows answered as inquiries. */
export interface CategoryFigures extends Accuracy<InquiryCategory> {
  /** Inquiries with a category, however they were answered. */
  readonly inquiries: number;
  /** Share of them that were answered as inquiries; the other figures are of these. */
  readonly answered_share: number;
}

/** Measures the intents; `null` where no row has a label. */
export function measureIntents(
  outcomes: readonly Outcome[],
  escalateBelow: number,
): IntentFigures | null {
  const rows = scoredOf(outcomes);
  if (rows.length === 0) return null;
  const accuracy = measureAccuracy(
    INTENTS,
    rows.map(({ label, scores }) => ({ label, predicted: topIntent(scores) })),
  );
  return {
    ...accuracy,
    accuracy_interval: wilsonInterval(accuracy.accuracy, rows.length),
    ece: calibrationError(rows),
    brier: brierScore(rows),
    nll: negativeLogLikelihood(rows),
    accuracy_at_60: accuracyAtCoverage(rows, SURE_SHARE),
    escalated: { threshold: escalateBelow, share: shareEscalated(rows, escalateBelow) },
    calibration: calibrationBins(rows),
    by_said: classReliability(rows),
    risk_coverage: thinCurve(rows),
  };
}

/** Measures the inquiry categories; `null` where no inquiry has one. */
export function measureCategories(outcomes: readonly Outcome[]): CategoryFigures | null {
  const inquiries = outcomes.flatMap(({ row: { label, category }, judgement }) =>
    category === undefined || (label ?? "general_inquiry") !== "general_inquiry"
      ? []
      : [{ category, judgement }]
  );
  if (inquiries.length === 0) return null;
  const answered = inquiries.filter(({ judgement }) =>
    topIntent(judgement.scores) === "general_inquiry"
  );
  return {
    ...measureAccuracy(
      INQUIRY_CATEGORIES,
      answered.map(({ category, judgement }) => ({
        label: category,
        predicted: judgement.category,
      })),
    ),
    inquiries: inquiries.length,
    answered_share: answered.length / inquiries.length,
  };
}

/** The curve at every twentieth of the coverage. */
function thinCurve(rows: readonly Scored[]): RiskPoint[] {
  const curve = riskCoverage(rows);
  const points = Array.from(
    { length: CURVE_POINTS },
    (_, index) => curve.find(({ coverage }) => coverage >= (index + 1) / CURVE_POINTS),
  );
  return [...new Set(points.filter((point) => point !== undefined))];
}
