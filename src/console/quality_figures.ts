/**
 * The figures of the quality page, from cases that people have looked at and
 * from counts by day.
 *
 * @module
 */
import type { Route } from "../triage/domain/explanation.ts";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import type { CheckedCase, DayCount } from "../triage/domain/statistics.ts";

/** Bins of equal width over [0, 1]: fewer than the evaluation has, for there are fewer cases. */
const BINS = 10;

/** What it takes to see something in a drawing: of fewer, chance shows more than the service does. */
export const ENOUGH = {
  /** Cases that people looked at: of 50 that are right 8 times in 10, shares are ±.11 (95 %). */
  checked_cases: 50,
  /** Days with cases. */
  days: 2,
  /** Days on which the model cost something. */
  paid_days: 2,
} as const;

/** Cases whose confidence falls between two bounds. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  /** Mean confidence; 0 of no cases. */
  readonly confidence: number;
  /** Share that was right; 0 of no cases. */
  readonly right: number;
}

/** Sorts cases into bins by their confidence. */
export function reliabilityBins(checked: readonly CheckedCase[]): ReliabilityBin[] {
  const groups = Map.groupBy(
    checked,
    ({ confidence }) => Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS) - 1)),
  );
  return Array.from({ length: BINS }, (_, index) => {
    const cases = groups.get(index) ?? [];
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      cases: cases.length,
      confidence: mean(cases.map(({ confidence }) => confidence)),
      right: mean(cases.map(isRight).map(Number)),
    };
  });
}

/** Mean gap between confidence and share right, bins weighted by their cases. */
export function calibrationGap(bins: readonly ReliabilityBin[]): number {
  const all = bins.reduce((sum, bin) => sum + bin.cases, 0);
  if (all === 0) return 0;
  return bins.reduce(
    (sum, bin) => sum + bin.cases / all * Math.abs(bin.right - bin.confidence),
    0,
  );
}

/** One point of the risk-coverage curve. */
export interface RiskPoint {
  /** Share of the cases, the surest first. */
  readonly coverage: number;
  /** Share wrong among them. */
  readonly risk: number;
  /** Least confidence among them. */
  readonly threshold: number;
}

/** The risk-coverage curve: a point for each distinct confidence. */
export function riskCurve(checked: readonly CheckedCase[]): RiskPoint[] {
  const surest = checked.toSorted((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  for (const [index, each] of surest.entries()) {
    if (!isRight(each)) wrong++;
    // Cases of equal confidence cannot be told apart.
    if (surest[index + 1]?.confidence === each.confidence) continue;
    points.push({
      coverage: (index + 1) / surest.length,
      risk: wrong / (index + 1),
      threshold: each.confidence,
    });
  }
  return points;
}

/** The curve's points at given coverages, for a table. */
export function pointsAt(curve: readonly RiskPoint[], coverages: readonly number[]): RiskPoint[] {
  return coverages.flatMap((coverage) =>
    curve.find((point) => point.coverage >= coverage - 1e-9) ?? []
  );
}

/** What the service said against what people said. */
export interface Confusion {
  cell(first: Intent, verdict: Intent): number;
  /** Share of the cases given this type that have it; `null` of none. */
  precision(intent: Intent): number | null;
  /** Share of the cases of this type that were given it; `null` of none. */
  recall(intent: Intent): number | null;
}

/** Counts cases by what the service and what a person said. */
export function confusionOf(checked: readonly CheckedCase[]): Confusion {
  const counts = new Map<string, number>();
  for (const { first, verdict } of checked) {
    const key = `${first} ${verdict}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cell = (first: Intent, verdict: Intent) => counts.get(`${first} ${verdict}`) ?? 0;
  const share = (part: number, whole: number) => whole === 0 ? null : part / whole;
  const sum = (of: (intent: Intent) => number) => INTENTS.reduce((all, each) => all + of(each), 0);
  return {
    cell,
    precision: (intent) => share(cell(intent, intent), sum((other) => cell(intent, other))),
    recall: (intent) => share(cell(intent, intent), sum((other) => cell(other, intent))),
  };
}

/** One day in figures. */
export interface DayFigures {
  readonly day: string;
  readonly cases: number;
  readonly by_intent: Readonly<Record<Intent, number>>;
  readonly by_route: Readonly<Record<Route, number>>;
  /** Mean confidence; 0 of no cases. */
  readonly confidence: number;
  readonly cost_usd: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** One row for each day from the first to the last, days without cases included. */
export function dayFigures(counts: readonly DayCount[], from: Date, to: Date): DayFigures[] {
  const byDay = Map.groupBy(counts, ({ day }) => day);
  const days: DayFigures[] = [];
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  for (let time = first; time <= to.getTime(); time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10);
    days.push(oneDay(day, byDay.get(day) ?? []));
  }
  return days;
}

function oneDay(day: string, counts: readonly DayCount[]): DayFigures {
  const by_intent = { bug_report: 0, feature_request: 0, general_inquiry: 0 };
  const by_route = { local: 0, blended: 0, local_fallback: 0 };
  let [cases, confidence, cost_usd] = [0, 0, 0];
  for (const count of counts) {
    by_intent[count.intent] += count.cases;
    by_route[count.route] += count.cases;
    cases += count.cases;
    confidence += count.confidence_sum;
    cost_usd += count.cost_usd;
  }
  return {
    day,
    cases,
    by_intent,
    by_route,
    confidence: cases === 0 ? 0 : confidence / cases,
    cost_usd,
  };
}

/** A week's share of each type and mean confidence: how the mail drifts. */
export interface WeekFigures {
  /** Its Monday. */
  readonly week: string;
  readonly cases: number;
  readonly share: Readonly<Record<Intent, number>>;
  readonly confidence: number;
}

/** One row for each week that has cases. */
export function weekFigures(days: readonly DayFigures[]): WeekFigures[] {
  const weeks = Map.groupBy(days.filter(({ cases }) => cases > 0), ({ day }) => mondayOf(day));
  return [...weeks].map(([week, days]) => {
    const cases = days.reduce((sum, day) => sum + day.cases, 0);
    const shareOf = (intent: Intent) =>
      days.reduce((sum, day) => sum + day.by_intent[intent], 0) / cases;
    return {
      week,
      cases,
      share: {
        bug_report: shareOf("bug_report"),
        feature_request: shareOf("feature_request"),
        general_inquiry: shareOf("general_inquiry"),
      },
      confidence: days.reduce((sum, day) => sum + day.confidence * day.cases, 0) / cases,
    };
  });
}

function mondayOf(day: string): string {
  const time = Date.parse(day);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

function isRight({ first, verdict }: CheckedCase): boolean {
  return first === verdict;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
