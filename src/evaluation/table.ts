/**
 * A report for people: plain text, one line a section, then each in detail.
 *
 * @module
 */
import { INTENTS } from "../triage/domain/intent.ts";
import { INQUIRY_CATEGORIES } from "../triage/domain/reply.ts";
import type { Accuracy } from "./accuracy.ts";
import type { IntentFigures } from "./figures.ts";
import type { Report, Section } from "./report.ts";

const TITLES: Readonly<Record<Section["map"], string>> = {
  strict: "STRICT LABELS",
  weak: "WEAK LABELS",
  both: "STRICT AND WEAK LABELS, of sources that have both",
};

/** Writes a report as text. */
export function reportTable(report: Report): string {
  const blocks = [`Method: ${report.method}. Scorer: ${report.scorer ?? "fitted for each fold"}.`];
  for (const map of ["strict", "weak", "both"] as const) {
    const sections = report.sections.filter((section) => section.map === map);
    if (sections.length === 0) continue;
    blocks.push(TITLES[map], ...summaries(sections));
    blocks.push(...sections.map(details));
  }
  return blocks.join("\n\n");
}

function summaries(sections: readonly Section[]): string[] {
  const threshold = sections.find((section) => section.intents)?.intents?.escalated.threshold;
  const intents = sections.flatMap(({ name, intents }) =>
    intents === null ? [] : [summary(name, intents)]
  );
  const categories = sections.flatMap(({ name, categories: found }) =>
    found === null ? [] : [
      [name, `${found.inquiries}`, percent(found.answered_share)]
        .concat([percent(found.accuracy), percent(found.macro_f1)]),
    ]
  );
  const head = ["source", "rows", "accuracy", "95%", "macro-F1", "F1 bug", "wish", "inquiry"]
    .concat(["ECE", "Brier", "NLL", "right of surest 60%", `below ${threshold}`]);
  return [
    ...(intents.length === 0 ? [] : [align([head, ...intents])]),
    ...(categories.length === 0 ? [] : [align([
      ["categories", "inquiries", "answered as such", "accuracy", "macro-F1"],
      ...categories,
    ])]),
  ];
}

function summary(name: string, figures: IntentFigures): string[] {
  const [low, high] = figures.accuracy_interval;
  const classes = INTENTS.map((intent) => figures.classes[intent]);
  return [
    name,
    `${figures.rows}`,
    percent(figures.accuracy),
    `${percent(low)}-${percent(high)}`,
    percent(figures.macro_f1),
    ...classes.map(({ f1, rows }) => rows === 0 ? "-" : percent(f1)),
    figures.ece.toFixed(3),
    figures.brier.toFixed(3),
    figures.nll.toFixed(3),
    percent(figures.accuracy_at_60),
    percent(figures.escalated.share),
  ];
}

function details({ name, map, intents, categories }: Section): string {
  const blocks: string[] = [];
  if (intents !== null) {
    blocks.push(`${name} (${map}), by class`, byClass(INTENTS, intents));
    blocks.push(`how sure, how right, by what was said: ${bySaid(intents)}`);
    blocks.push(`risk at coverage: ${curve(intents)}`);
  }
  if (categories !== null) {
    blocks.push(
      `${name} (${map}), categories among the ${categories.rows} answered as inquiries`,
      byClass(INQUIRY_CATEGORIES, categories),
    );
  }
  return blocks.join("\n");
}

function byClass<Label extends string>(
  labels: readonly Label[],
  { classes, confusion }: Accuracy<Label>,
): string {
  return align([
    ["right", "rows", "precision", "recall", "F1", ...labels.map((label) => `said ${label}`)],
    ...labels.map((label) => [
      label,
      `${classes[label].rows}`,
      ...(classes[label].rows === 0
        ? ["-", "-", "-"] // nothing to be right about
        : [classes[label].precision, classes[label].recall, classes[label].f1].map(percent)),
      ...labels.map((said) => `${confusion[label][said]}`),
    ]),
  ]);
}

function bySaid({ by_said }: IntentFigures): string {
  return INTENTS.map((intent) => {
    const { said, right } = by_said[intent];
    return `${intent} ${said.toFixed(2)} ${right.toFixed(2)}`;
  }).join(", ");
}

function curve({ risk_coverage }: IntentFigures): string {
  return risk_coverage.filter((_, index) => index % 2 === 1).map(({ coverage, risk }) =>
    `${percent(risk)} at ${percent(coverage)}`
  ).join(", ");
}

/** Pads columns: the first to the left, numbers to the right. */
function align(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
    ).join("  ").trimEnd()
  ).join("\n");
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
