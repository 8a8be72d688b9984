/**
 * Quality figures for assistants: what came in and how often people agreed.
 *
 * @module
 */
import { wilsonInterval } from "../evaluation/interval.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import type { CheckedCase, DayCount } from "../triage/domain/statistics.ts";

/** Figures over the cases of some days. */
export function qualityFigures(checked: readonly CheckedCase[], daily: readonly DayCount[]) {
  const sum = (rows: readonly DayCount[]) => rows.reduce((all, { cases }) => all + cases, 0);
  const right = checked.filter(({ first, verdict }) => first === verdict).length;
  const confidence = checked.reduce((all, each) => all + each.confidence, 0);
  const none = checked.length === 0;
  return {
    messages: sum(daily),
    by_type: Object.fromEntries(
      INTENTS.map((intent) => [intent, sum(daily.filter((row) => row.intent === intent))]),
    ),
    cost_usd: daily.reduce((all, { cost_usd }) => all + cost_usd, 0),
    checked: checked.length,
    /** Share of the checked cases whose first type a person kept; null of none. */
    right: none ? null : right / checked.length,
    right_interval_95: none ? null : wilsonInterval(right / checked.length, checked.length),
    /** Mean confidence of the checked cases: calibrated, it is near `right`. */
    confidence: none ? null : confidence / checked.length,
  };
}
