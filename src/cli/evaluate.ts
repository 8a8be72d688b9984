/**
 * `evaluate`: how right the local scorer is, how honest about it, and whether
 * it has become worse.
 *
 * @module
 */
import { readConfig } from "../config.ts";
import { accept, compare, type Comparison } from "../evaluation/accepted.ts";
import type { Fit } from "../evaluation/cross_validation.ts";
import { describeProblem, type LabelledRow } from "../evaluation/dataset.ts";
import { measureCategories, measureIntents } from "../evaluation/figures.ts";
import { describeMistake, worstMistakes } from "../evaluation/mistakes.ts";
import { judge, type Outcome } from "../evaluation/outcome.ts";
import { reliabilityDiagram } from "../evaluation/reliability_diagram.ts";
import { buildReport, type Report } from "../evaluation/report.ts";
import { riskCoverageDiagram } from "../evaluation/risk_coverage_diagram.ts";
import { reportTable } from "../evaluation/table.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { readAccepted, writeAccepted } from "./accepted_file.ts";
import { type Command, EXIT } from "./command.ts";
import { evaluateCorrections } from "./evaluate_corrections.ts";
import { readLabelledRows } from "./evaluate_rows.ts";
import { EVALUATE_HELP, type EvaluateOptions, parseEvaluateOptions } from "./evaluate_options.ts";
import { leaveSourcesOut } from "./left_out.ts";

/** What the command measures. */
export interface EvaluateParts {
  scorer(): Scorer;
  readonly fit: Fit;
}

/** Measured rows and their report. */
interface Measured {
  readonly report: Report;
  readonly outcomes: readonly Outcome[];
}

/** Makes the command for a given scorer. */
export function createEvaluate(parts: EvaluateParts): Command {
  return async (args) => {
    const options = parseEvaluateOptions(args);
    if (options === null) {
      console.log(EVALUATE_HELP);
      return EXIT.done;
    }
    if (options.corrections) return await evaluateCorrections(options.json);
    const escalateBelow = options.escalate_below ?? readConfig().escalate_below;
    const accepted = await readAccepted(options.accepted);
    const { rows, problems } = await readLabelledRows(options.data, options, tell);
    for (const problem of problems) console.error(describeProblem(problem));

    const measured = options.leave_one_source_out
      ? await leaveSourcesOut(rows, { ...parts, escalate_below: escalateBelow, onFold: tell })
      : [await measureShipped(rows, parts.scorer(), escalateBelow)];
    const comparisons = measured.map(({ report }) => compare(report, accepted));
    if (options.json) {
      printJson(measured, comparisons, escalateBelow, options);
    } else {
      printText(measured, comparisons, options);
    }
    if (options.figures !== null) await drawFigures(measured, options.figures);
    if (options.accept) {
      const figures = measured.reduce((all, { report }) => accept(report, all), accepted);
      await writeAccepted(options.accepted, figures);
      tell(`accepted figures written to ${options.accepted}`);
    }
    const fell = !options.accept && comparisons.flat().some(({ state }) => state === "fell");
    return problems.length > 0 || fell ? EXIT.bad_lines : EXIT.done;
  };
}

/** Measures the scorer as it is shipped. */
export const evaluate: Command = async (args) => {
  const { createLocalScorer } = await import("../scorer/local_scorer.ts");
  const { fitScorer } = await import("../training/fit_scorer.ts");
  const fit: Fit = (rows) => createLocalScorer({ weights: fitScorer(rows) });
  return await createEvaluate({ scorer: createLocalScorer, fit })(args);
};

async function measureShipped(
  rows: readonly LabelledRow[],
  scorer: Scorer,
  escalateBelow: number,
): Promise<Measured> {
  const outcomes = judge(rows, scorer);
  const report = await buildReport(outcomes, {
    method: "as shipped",
    scorer: scorer.version,
    escalate_below: escalateBelow,
  });
  return { report, outcomes };
}

/** For machines: one object a method. Holds no text. */
function printJson(
  measured: readonly Measured[],
  comparisons: readonly (readonly Comparison[])[],
  escalateBelow: number,
  options: EvaluateOptions,
): void {
  const reports = measured.map(({ report, outcomes }, index) => ({
    ...report,
    overall: {
      intents: measureIntents(outcomes, escalateBelow),
      categories: measureCategories(outcomes),
    },
    comparison: comparisons[index],
    mistakes: worstMistakes(outcomes, options.mistakes).map(({ outcome, ...mistake }) => ({
      id: outcome.row.id,
      source: outcome.row.source,
      ...mistake,
    })),
  }));
  const value = options.leave_one_source_out ? { reports } : reports[0];
  console.log(JSON.stringify(value, null, 2));
}

function printText(
  measured: readonly Measured[],
  comparisons: readonly (readonly Comparison[])[],
  options: EvaluateOptions,
): void {
  for (const [index, { report, outcomes }] of measured.entries()) {
    console.log(reportTable(report));
    for (const line of describeComparison(comparisons[index] ?? [], options.accepted)) {
      console.log(line);
    }
    const mistakes = worstMistakes(outcomes, options.mistakes).map(describeMistake);
    if (mistakes.length > 0) console.log(`\nMOST CONFIDENT MISTAKES\n\n${mistakes.join("\n\n")}`);
    console.log("");
  }
}

function* describeComparison(comparison: readonly Comparison[], path: string): Generator<string> {
  const count = (state: Comparison["state"]) =>
    comparison.filter((compared) => compared.state === state).length;
  if (count("new") === comparison.length) return yield `\n${path}: no figures of these rows`;
  yield `\n${path}: ${count("same")} as accepted or better, ${count("fell")} fell, ` +
    `${count("new")} not compared`;
  for (const { section, falls } of comparison) {
    for (const { figure, accepted, measured } of falls) {
      yield `  ${section}: ${figure} was ${accepted}, is ${measured.toFixed(4)}`;
    }
  }
}

/** Diagrams of strict rows, one pair a method. */
async function drawFigures(measured: readonly Measured[], folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for (const { report } of measured) {
    const strict = report.sections.filter(({ map }) => map === "strict");
    const chosen = strict.length > 0 ? strict : report.sections;
    const panels = chosen.flatMap(({ name, intents }) =>
      intents === null ? [] : [{ name, figures: intents }]
    );
    const name = report.method.replace(/[^a-z0-9]+/g, "-");
    const write = (kind: string, svg: string) =>
      Deno.writeTextFile(`${folder}/${kind}-${name}.svg`, svg);
    await write("reliability", reliabilityDiagram(`Reliability, ${report.method}`, panels));
    await write(
      "risk-coverage",
      riskCoverageDiagram(`Risk and coverage, ${report.method}`, panels),
    );
  }
}

function tell(line: string): void {
  console.error(`intake evaluate: ${line}`);
}
