/**
 * Options of `evaluate`.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { UsageError } from "./command.ts";
import { ROW_KEYS } from "./evaluate_rows.ts";
import {
  INPUT_FLAGS,
  INPUT_OPTIONS_HELP,
  type InputOptions,
  readInputOptions,
} from "./input_options.ts";

/** Help of the command. */
export const EVALUATE_HELP =
  `Measures the local scorer on labelled rows: accuracy, F1, confusion, calibration, risk.

Usage: intake evaluate --data FILE... [options]
       intake evaluate --corrections [--json]
Example: intake evaluate --data fixtures/messages.jsonl --mistakes 5

Files are read as classify reads them: JSONL, JSON, CSV, Excel and exports that are known. Each
row has a "text" and a "label" (bug_report, feature_request or general_inquiry), "category" for
inquiries (or instead of a label), and, if known, "id", "source", "group" and "map" (strict or
weak). Rows of weak labels are reported apart.

${
    INPUT_OPTIONS_HELP.replaceAll(
      "message='Feedback text', id=fields.key",
      "text='Feedback text', label=tags.0",
    )
  }

  --json                  the whole report as JSON
  --mistakes N            list the N most confident mistakes, with the start of their text
                          (with --json: their ids only)
  --figures DIR           write a reliability diagram and a risk-coverage curve as SVG
  --escalate-below P      confidence below which a row counts as escalated (as configured)
  --leave-one-source-out  measure each source by a scorer fitted on the others; nlbse2024 also
                          by repository and in 5 parts; takes some minutes
  --corrections           how right the service was on stored cases that people have looked at,
                          and how honest about it, week by week
  --accept                keep these figures as the accepted ones
  --accepted FILE         where accepted figures are kept (fixtures/evaluation.json)

Exit code: 0 done, 1 finished with bad lines (named on standard error) or with a figure more
than a point worse than accepted for the same rows, 2 bad usage.`;

/** What the user asked for. */
export interface EvaluateOptions extends InputOptions {
  readonly data: readonly string[];
  readonly json: boolean;
  readonly mistakes: number;
  /** `null`: no figures are drawn. */
  readonly figures: string | null;
  /** `null`: as configured. */
  readonly escalate_below: number | null;
  readonly leave_one_source_out: boolean;
  /** Stored cases are measured, and no file. */
  readonly corrections: boolean;
  readonly accept: boolean;
  readonly accepted: string;
}

const ACCEPTED = "fixtures/evaluation.json";

/**
 * Reads the command line.
 *
 * @returns `null` when help is asked.
 * @throws {UsageError} When an option is unknown or does not fit.
 */
export function parseEvaluateOptions(args: readonly string[]): EvaluateOptions | null {
  const flags = parseArgs([...args], {
    boolean: ["help", "json", "leave-one-source-out", "corrections", "accept"],
    string: ["_", "data", "mistakes", "figures", "escalate-below", "accepted", ...INPUT_FLAGS],
    collect: ["data", "column"],
    alias: { h: "help" },
    unknown: (argument, key) => {
      if (key !== undefined) throw new UsageError(`unknown option ${argument}`);
    },
  });
  if (flags.help) return null;
  if (flags.data.length === 0 && !flags.corrections) throw new UsageError("give --data FILE...");
  if (flags.data.length > 0 && flags.corrections) {
    throw new UsageError("give --data FILE... or --corrections, not both");
  }
  const data = [...flags.data, ...flags._.map(String)];
  if (data.includes("")) throw new UsageError("--data: expected a file");
  return {
    ...readInputOptions(flags, ROW_KEYS),
    data,
    json: flags.json,
    mistakes: readNumber("mistakes", flags.mistakes, "a whole number", isCount) ?? 0,
    figures: readPath("figures", flags.figures),
    escalate_below: readNumber("escalate-below", flags["escalate-below"], "0 to 1", isShare),
    leave_one_source_out: flags["leave-one-source-out"],
    corrections: flags.corrections,
    accept: flags.accept,
    accepted: readPath("accepted", flags.accepted) ?? ACCEPTED,
  };
}

const isCount = (number: number) => Number.isInteger(number) && number >= 0;
const isShare = (number: number) => number >= 0 && number <= 1;

function readNumber(
  name: string,
  given: string | undefined,
  wanted: string,
  fits: (number: number) => boolean,
): number | null {
  if (given === undefined) return null;
  const number = given.trim() === "" ? NaN : Number(given);
  if (fits(number)) return number;
  throw new UsageError(`--${name}: expected ${wanted}, got ${JSON.stringify(given)}`);
}

function readPath(name: string, given: string | undefined): string | null {
  if (given === "") throw new UsageError(`--${name}: expected a path`);
  return given ?? null;
}
