/**
 * How many messages of each situation are seen, and how many ordinary ones are
 * held to be grave.
 *
 * @module
 */
import type { ReviewReason } from "../triage/domain/review.ts";
import {
  isGrave,
  type Situation,
  SITUATION_TABLE,
  type SituationName,
} from "../triage/domain/situation.ts";

/** The label of a message of no grave situation, whatever else it is. */
export const ORDINARY = "ordinary";

/** A message with its label and what it was held to be. */
export interface JudgedSituation {
  readonly label: SituationName | typeof ORDINARY;
  readonly situation: Situation;
  readonly reasons: readonly ReviewReason[];
}

/** Figures of one label. */
export interface SituationCount {
  readonly rows: number;
  /** Messages that get the label's own reason; of a situation without one, those held to be it. */
  readonly found: number;
  /** Messages held to be it before all others. */
  readonly led: number;
  /** Messages with a grave reason, whichever: of those that are not grave, false alarms. */
  readonly alarmed: number;
}

/** Whether a person is called for something grave. */
export function isAlarm({ reasons }: Pick<JudgedSituation, "reasons">): boolean {
  return reasons.some((reason) => GRAVE_REASONS.has(reason));
}

const GRAVE_REASONS = new Set(
  Object.entries(SITUATION_TABLE).filter(([name]) => isGrave(name as SituationName))
    .map(([, { reasons }]) => reasons[0]),
);

/** Whether a message was seen for what it is. */
export function isFound({ label, situation, reasons }: JudgedSituation): boolean {
  if (label === ORDINARY) return false;
  const [own] = SITUATION_TABLE[label].reasons;
  return own === undefined ? situation.name === label : reasons.includes(own);
}

/** Counts by label, in the order in which labels first come. */
export function countSituations(
  rows: readonly JudgedSituation[],
): ReadonlyMap<JudgedSituation["label"], SituationCount> {
  const counts = new Map<JudgedSituation["label"], SituationCount>();
  for (const row of rows) {
    const { rows: before, found, led, alarmed } = counts.get(row.label) ??
      { rows: 0, found: 0, led: 0, alarmed: 0 };
    counts.set(row.label, {
      rows: before + 1,
      found: found + Number(isFound(row)),
      led: led + Number(row.situation.name === row.label),
      alarmed: alarmed + Number(isAlarm(row)),
    });
  }
  return counts;
}

/** Sums of the counts: of all grave situations, and of everything else. */
export function totalSituations(
  counts: ReadonlyMap<JudgedSituation["label"], SituationCount>,
): { readonly grave: SituationCount; readonly others: SituationCount } {
  const sum = (wanted: boolean) =>
    [...counts].filter(([label]) => (label !== ORDINARY && isGrave(label)) === wanted)
      .map(([, count]) => count)
      .reduce((all, { rows, found, led, alarmed }) => ({
        rows: all.rows + rows,
        found: all.found + found,
        led: all.led + led,
        alarmed: all.alarmed + alarmed,
      }), { rows: 0, found: 0, led: 0, alarmed: 0 });
  return { grave: sum(true), others: sum(false) };
}
