/**
 * The reports of `evaluate --leave-one-source-out`.
 *
 * @module
 */
import { crossValidate, type Fit, type LeftOut } from "../evaluation/cross_validation.ts";
import type { LabelledRow } from "../evaluation/dataset.ts";
import { dealInto, type Fold, leaveOneOut } from "../evaluation/folds.ts";
import { poolOf } from "../evaluation/pool.ts";
import { buildReport, type Report } from "../evaluation/report.ts";

/** The source whose repositories are left out one by one: its rows name them, and are many. */
const BY_GROUP = "nlbse2024";
const PARTS = 5;

/** A report and the rows it is made of. */
export interface LeftOutReport {
  readonly report: Report;
  readonly outcomes: readonly LeftOut[];
}

/**
 * Measures every source by scorers fitted on the others.
 *
 * @param onFold Told before each fit what is left out.
 */
export async function leaveSourcesOut(
  rows: readonly LabelledRow[],
  options: {
    readonly fit: Fit;
    readonly escalate_below: number;
    readonly onFold: (line: string) => void;
  },
): Promise<LeftOutReport[]> {
  const plans = [
    {
      method: "source left out",
      folds: leaveOneOut(rows, (row) => row.source === BY_GROUP ? null : poolOf(row.source)),
    },
    {
      method: `${BY_GROUP}, repository left out`,
      folds: leaveOneOut(
        rows,
        (row) => row.source === BY_GROUP && row.group !== undefined ? row.group : null,
      ),
    },
    { method: `${BY_GROUP}, ${PARTS} parts`, folds: dealInto(PARTS, rows, BY_GROUP) },
  ];
  const reports: LeftOutReport[] = [];
  for (const { method, folds } of plans.filter((plan) => plan.folds.length > 0)) {
    const told = ({ name, train, test }: Fold, index: number) =>
      options.onFold(
        `${method}: ${name} (${index + 1} of ${folds.length}), ${test.length} rows, ` +
          `fitted on ${train.length}`,
      );
    const outcomes = await crossValidate(folds, options.fit, told);
    const foldOf = new Map(outcomes.map((outcome) => [outcome.row, outcome.fold]));
    const report = await buildReport(outcomes, {
      method,
      scorer: null,
      escalate_below: options.escalate_below,
      sectionOf: ({ row }) => foldOf.get(row) ?? row.source,
    });
    reports.push({ report, outcomes });
  }
  return reports;
}
