/**
 * Options of `classify`.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { UsageError } from "./command.ts";
import {
  INPUT_FLAGS,
  INPUT_OPTIONS_HELP,
  type InputOptions,
  readInputOptions,
} from "./input_options.ts";

/** Records at the beginning that may all fail before the format is taken for wrong. */
export const FAILURES_ENDURED = 100;

/** Help of the command. */
export const CLASSIFY_HELP =
  `Classifies the messages in a file or a pipe, one answer for each, in order.

Usage: intake classify [FILE|-] [options]
Examples:
  intake classify tickets.csv --output answers.csv
  intake classify messages.jsonl.gz --output answers.jsonl --resume
  intake classify survey.xlsx --sheet 2 --column message='What went wrong?'

Reads CSV (any delimiter, UTF-8, UTF-16, windows-1252), JSONL, JSON, Excel (.xlsx), mailboxes
(.mbox) and mails (.eml), plain or gzip, told by what they hold. Exports of Zendesk, Intercom,
Freshdesk, Help Scout, Jira, GitHub, Discourse, the Play Console, the App Store, Trustpilot,
Typeform and Google Forms are known; of other files each record has a "message" and may have
"id", "customer_id" and "product". What was found is said in one line on standard error.

A record that cannot be used gives a problem in its place, is named on standard error, and the
rest goes on; one without words (stars only) is passed over and counted. When the first ${FAILURES_ENDURED}
all fail, the format is wrong and the work stops.

${INPUT_OPTIONS_HELP}
  --output FILE        where the answers go (standard output); a .csv file gets the columns of
                       the input, then the answers, with formulas made harmless
  --force              with --output: write over a file that is there
  --resume             with --output: continue after its last whole line
  --explain            add the explanation to each answer
  --local              call no model
  --dry-run            store nothing: ids are BUG-0 and FR-0

Each answer has the record's "id" and the "line" on which it begins; of JSONL with our own
keys line n is answered on line n. Ctrl-C stops reading and finishes what was begun; once more
stops at once.

Exit code: 0 done, 1 finished with bad lines (named on standard error), 2 bad usage,
130 interrupted.`;

/** What the user asked for. */
export interface ClassifyOptions extends InputOptions {
  /** `null` is standard input. */
  readonly input: string | null;
  /** `null` is standard output. */
  readonly output: string | null;
  readonly output_format: "jsonl" | "csv";
  readonly force: boolean;
  readonly explain: boolean;
  readonly local: boolean;
  readonly dry_run: boolean;
  readonly resume: boolean;
}

/** The keys of a message, the text first. */
export const MESSAGE_KEYS = ["message", "id", "customer_id", "product"] as const;

/**
 * Reads the command line.
 *
 * @returns `null` when help is asked.
 * @throws {UsageError} When an option is unknown or does not fit.
 */
export function parseClassifyOptions(args: readonly string[]): ClassifyOptions | null {
  const flags = parseArgs([...args], {
    boolean: ["help", "resume", "force", "explain", "local", "dry-run"],
    string: ["_", "output", ...INPUT_FLAGS],
    collect: ["column"],
    alias: { h: "help" },
    unknown: (argument, key) => {
      if (key !== undefined) throw new UsageError(`unknown option ${argument}`);
    },
  });
  if (flags.help) return null;
  const inputs = flags._.map(String);
  if (inputs.length > 1) throw new UsageError(`expected one file, got ${inputs.join(" ")}`);
  if (flags.output === "") throw new UsageError("--output: expected a file");
  for (const name of ["resume", "force"] as const) {
    if (flags[name] && flags.output === undefined) {
      throw new UsageError(`--${name} is for a file: give --output too`);
    }
  }
  if (flags.resume && flags.force) throw new UsageError("give --resume or --force, not both");
  return {
    ...readInputOptions(flags, MESSAGE_KEYS),
    input: inputs[0] === undefined || inputs[0] === "-" ? null : inputs[0],
    output: flags.output ?? null,
    output_format: /\.csv$/i.test(flags.output ?? "") ? "csv" : "jsonl",
    force: flags.force,
    explain: flags.explain,
    local: flags.local,
    dry_run: flags["dry-run"],
    resume: flags.resume,
  };
}
