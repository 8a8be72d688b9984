/**
 * How right the service was on cases that a person has looked at, week by week,
 * and whether its confidence held.
 *
 * @module
 */
import { type Intent, INTENTS, mapScores } from "../triage/domain/intent.ts";
import { calibrationError } from "./calibration_error.ts";
import { wilsonInterval } from "./interval.ts";
import type { Scored } from "./outcome.ts";

/** A case that a person has looked at. */
export interface CheckedRow {
  readonly created_at: Date;
  /** What the service answered, and how sure it was, in [0, 1]. */
  readonly first: Intent;
  readonly confidence: number;
  /** What the person says. */
  readonly label: Intent;
}

/** Figures of one week, or of all. */
export interface LiveFigures {
  /** The week's Monday, in UTC: "2026-03-02"; "all" for all weeks together. */
  readonly week: string;
  readonly rows: number;
  readonly accuracy: number;
  /** 95% interval of the accuracy. */
  readonly accuracy_interval: readonly [low: number, high: number];
  /** Mean confidence: calibrated, it is near the accuracy. */
  readonly confidence: number;
  /** Expected calibration error, 15 bins. */
  readonly ece: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Figures of all rows and then of each week, oldest first; none of no rows. */
export function liveFigures(rows: readonly CheckedRow[]): LiveFigures[] {
  if (rows.length === 0) return [];
  const weeks = Map.groupBy(rows, ({ created_at }) => mondayOf(created_at));
  return [
    measure("all", rows),
    ...[...weeks].toSorted(([a], [b]) => a < b ? -1 : 1).map(([week, of]) => measure(week, of)),
  ];
}

function measure(week: string, rows: readonly CheckedRow[]): LiveFigures {
  const right = rows.filter(({ first, label }) => first === label).length;
  const accuracy = right / rows.length;
  return {
    week,
    rows: rows.length,
    accuracy,
    accuracy_interval: wilsonInterval(accuracy, rows.length),
    confidence: rows.reduce((sum, { confidence }) => sum + confidence, 0) / rows.length,
    ece: calibrationError(rows.map(toScored)),
  };
}

/** Only the probability of the answer counts here; the rest is shared out evenly. */
function toScored({ first, confidence, label }: CheckedRow): Scored {
  const rest = (1 - confidence) / (INTENTS.length - 1);
  return { label, scores: mapScores((intent) => intent === first ? confidence : rest) };
}

function mondayOf(date: Date): string {
  const days = Math.floor(date.getTime() / DAY_MS);
  // 1970-01-01 was a Thursday.
  return new Date((days - (days + 3) % 7) * DAY_MS).toISOString().slice(0, 10);
}
