/**
 * How the mail has changed: the last seven days against the seven before.
 *
 * @module
 */
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import type { CaseStatistics, DayCount } from "../triage/domain/statistics.ts";

/** What changed from one week to the next. */
export interface Drift {
  /** Each type's share of the cases, this week's less the one before's, in [-1, 1]. */
  readonly share: Readonly<Record<Intent, number>>;
  /** Mean confidence, likewise. */
  readonly confidence: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_DAYS = 7;

/** Whole days change once a day; counting them again takes the store a while. */
const KEPT_MS = 60 * 60 * 1000;

/** Gives the drift of the moment, counted again every hour. */
export function driftSource(
  statistics: CaseStatistics,
  now: () => Date,
): () => Promise<Drift | null> {
  let counted: { readonly at: number; readonly drift: Drift | null } | null = null;
  return async () => {
    const at = now();
    if (counted !== null && at.getTime() - counted.at < KEPT_MS) return counted.drift;
    const since = Math.floor(at.getTime() / DAY_MS) * DAY_MS - 2 * WEEK_DAYS * DAY_MS;
    const drift = driftOf(await statistics.daily(new Date(since)), at);
    counted = { at: at.getTime(), drift };
    return drift;
  };
}

/** Compares two weeks of whole days, today left out. `null` while one of them has no cases. */
export function driftOf(counts: readonly DayCount[], now: Date): Drift | null {
  const today = Math.floor(now.getTime() / DAY_MS);
  const age = ({ day }: DayCount) => today - Date.parse(day) / DAY_MS;
  const recent = figures(counts.filter((count) => age(count) >= 1 && age(count) <= WEEK_DAYS));
  const before = figures(
    counts.filter((count) => age(count) > WEEK_DAYS && age(count) <= 2 * WEEK_DAYS),
  );
  if (recent === null || before === null) return null;
  const share = { bug_report: 0, feature_request: 0, general_inquiry: 0 };
  for (const intent of INTENTS) share[intent] = recent.share(intent) - before.share(intent);
  return { share, confidence: recent.confidence - before.confidence };
}

function figures(counts: readonly DayCount[]) {
  const sum = (of: (count: DayCount) => number) =>
    counts.reduce((total, count) => total + of(count), 0);
  const cases = sum((count) => count.cases);
  if (cases === 0) return null;
  return {
    share: (intent: Intent) => sum((count) => count.intent === intent ? count.cases : 0) / cases,
    confidence: sum((count) => count.confidence_sum) / cases,
  };
}
