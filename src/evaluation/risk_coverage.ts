/**
 * What a threshold buys: how often the answer is wrong among the rows one is
 * surest of.
 *
 * @module
 */
import { confidenceOf, type Scored } from "./outcome.ts";

/** One point of the curve. */
export interface RiskPoint {
  /** Share of the rows answered, the surest first, in (0, 1]. */
  readonly coverage: number;
  /** Share of wrong answers among them. */
  readonly risk: number;
  /** The least confidence among them: the threshold that gives this coverage. */
  readonly threshold: number;
}

/**
 * The risk-coverage curve (El-Yaniv & Wiener 2010, "On the Foundations of
 * Noise-free Selective Classification"): one point for each distinct
 * confidence, since rows of equal confidence cannot be told apart.
 */
export function riskCoverage(rows: readonly Scored[]): RiskPoint[] {
  const ordered = rows.map(confidenceOf).sort((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  for (const [index, { right, confidence }] of ordered.entries()) {
    if (!right) wrong++;
    if (ordered[index + 1]?.confidence === confidence) continue;
    const answered = index + 1;
    points.push({
      coverage: answered / ordered.length,
      risk: wrong / answered,
      threshold: confidence,
    });
  }
  return points;
}

/**
 * Share right among the given share of rows one is surest of; of rows that tie
 * at the border, all are taken. 0 of no rows.
 */
export function accuracyAtCoverage(rows: readonly Scored[], coverage: number): number {
  const point = riskCoverage(rows).find((point) => point.coverage >= coverage);
  return point === undefined ? 0 : 1 - point.risk;
}

/** Share of rows whose confidence is below the threshold: a model is asked about these. */
export function shareEscalated(rows: readonly Scored[], threshold: number): number {
  if (rows.length === 0) return 0;
  return rows.filter((row) => confidenceOf(row).confidence < threshold).length / rows.length;
}
