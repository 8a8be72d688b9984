/**
 * `evaluate --corrections`: how right the service was on stored cases.
 *
 * @module
 */
import { type LiveFigures, liveFigures } from "../evaluation/live_figures.ts";
import { EXIT } from "./command.ts";
import { readCorrections } from "./corrections.ts";

/** Prints the figures of each week. */
export async function evaluateCorrections(json: boolean): Promise<number> {
  const figures = liveFigures(await readCorrections());
  if (json) {
    console.log(JSON.stringify({ method: "corrections", weeks: figures }, null, 2));
  } else {
    console.log(tableOf(figures));
  }
  return EXIT.done;
}

function tableOf(figures: readonly LiveFigures[]): string {
  if (figures.length === 0) return "No stored case has been looked at by a person yet.";
  const head = ["week of", "cases", "accuracy", "95% interval", "confidence", "ECE"];
  const rows = figures.map((each) => [
    each.week,
    String(each.rows),
    percent(each.accuracy),
    each.accuracy_interval.map(percent).join(" to "),
    percent(each.confidence),
    each.ece.toFixed(3),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0))
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
    ).join("  ");
  return [
    [head, ...rows].map(line).join("\n"),
    "",
    "People look at doubtful cases more than at sure ones: over all cases the service is more",
    "often right than this.",
  ].join("\n");
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
