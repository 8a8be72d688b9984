/**
 * What the service is to reach, held against what was measured in this run.
 *
 * @module
 */

/** One promise of docs/performance.md. */
export interface TargetLine {
  readonly says: string;
  readonly wanted: number;
  readonly reached: number;
  /** Whether less is better. @default false */
  readonly at_most?: boolean;
  /** Written behind the figures, such as "ms". */
  readonly unit?: string;
}

/** Prints a row for each, in the order given. What was not measured is not a row. */
export function printTargets(lines: readonly TargetLine[]): void {
  console.log("## Against the targets\n");
  console.log("| target | wanted | reached | |");
  console.log("| --- | --: | --: | --- |");
  for (const { says, wanted, reached, at_most = false, unit = "" } of lines) {
    if (Number.isNaN(reached)) continue;
    const met = at_most ? reached <= wanted : reached >= wanted;
    console.log(
      `| ${says} | ${at_most ? "≤" : "≥"} ${wanted}${unit} | ${round(reached)}${unit} | ` +
        `${met ? "reached" : "**missed**"} |`,
    );
  }
  console.log();
}

function round(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(2);
}
