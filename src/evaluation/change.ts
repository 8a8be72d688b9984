/**
 * What changes when one scorer takes the place of another, on the same rows.
 *
 * @module
 */
import { topIntent } from "../triage/domain/intent.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { accept, compare } from "./accepted.ts";
import type { LabelledRow } from "./dataset.ts";
import { judge, type Outcome } from "./outcome.ts";
import { buildReport, type Report, type ReportOptions } from "./report.ts";

/** A figure of a section, before and after. */
export interface FigureChange {
  /** "messages strict accuracy", say. */
  readonly figure: string;
  readonly before: number;
  readonly after: number;
}

/** The difference between two scorers. */
export interface ScorerChange {
  readonly rows: number;
  readonly figures: readonly FigureChange[];
  /** Figures that are worse by more than a point. */
  readonly falls: readonly FigureChange[];
  /** Ids of rows. */
  readonly became_right: readonly string[];
  readonly became_wrong: readonly string[];
}

/** Measures both scorers on the rows. */
export async function compareScorers(
  rows: readonly LabelledRow[],
  before: Scorer,
  after: Scorer,
): Promise<ScorerChange> {
  const options: ReportOptions = { method: "change", scorer: null, escalate_below: 0 };
  const outcomes = { before: judge(rows, before), after: judge(rows, after) };
  const reports = {
    before: await buildReport(outcomes.before, options),
    after: await buildReport(outcomes.after, options),
  };
  const falls = compare(reports.after, accept(reports.before, {})).flatMap((section) =>
    section.falls.map(({ figure, accepted, measured }) => ({
      figure: `${section.section} ${figure}`,
      before: accepted,
      after: measured,
    }))
  );
  const turned = (from: boolean, to: boolean) =>
    outcomes.before.flatMap((outcome, index) => {
      const later = outcomes.after[index];
      return later !== undefined && isRight(outcome) === from && isRight(later) === to
        ? [outcome.row.id]
        : [];
    });
  return {
    rows: rows.length,
    figures: figuresOf(reports.before, reports.after),
    falls,
    became_right: turned(false, true),
    became_wrong: turned(true, false),
  };
}

function figuresOf(before: Report, after: Report): FigureChange[] {
  return before.sections.flatMap((section, index): FigureChange[] => {
    const was = section.intents;
    const is = after.sections[index]?.intents;
    if (!was || !is) return [];
    const name = `${section.name} ${section.map}`;
    return (["accuracy", "macro_f1", "ece"] as const).map((figure) => ({
      figure: `${name} ${figure}`,
      before: was[figure],
      after: is[figure],
    }));
  });
}

function isRight({ row, judgement }: Outcome): boolean {
  return row.label === undefined || topIntent(judgement.scores) === row.label;
}
