/**
 * Options of `classify`.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { UsageError } from "./command.ts";

/** Help of the command. */
export const CLASSIFY_HELP =
  `Classifies messages from a file or a pipe; one JSON line for each, in order.

Usage: intake classify [FILE|-] [options]
Examples:
  intake classify messages.jsonl --output answers.jsonl --resume
  intake classify export.csv --delimiter ';' --column message='Feedback text' > answers.jsonl

Input is JSONL or CSV, by the file's ending or by --format; each record has a "message"
and may have "id", "customer_id" and "product". Column names of CSV are matched without
regard to case, "Customer ID" being customer_id. A line that cannot be used gives a problem
in its place, is named on standard error, and the rest goes on; empty lines of CSV are no rows.

  --format jsonl|csv   what the input is (standard input: jsonl)
  --delimiter CHAR     between CSV fields (a .tsv file: a tab; else a comma)
  --encoding NAME      of a CSV file, such as windows-1252 (utf-8)
  --column KEY=NAME    the CSV column that holds message, id, customer_id or product;
                       may be given several times
  --output FILE        where the answers go (standard output)
  --resume             with --output: continue after its last whole line
  --explain            add the explanation to each answer
  --local              call no model
  --dry-run            store nothing: ids are BUG-0 and FR-0

Ctrl-C stops reading and finishes what was begun; once more stops at once.

Exit code: 0 done, 1 finished with bad lines (named on standard error), 2 bad usage,
130 interrupted.`;

/** What the user asked for. */
export interface ClassifyOptions {
  /** `null` is standard input. */
  readonly input: string | null;
  /** `null` is standard output. */
  readonly output: string | null;
  readonly format: "jsonl" | "csv";
  readonly delimiter: string;
  readonly encoding: string;
  /** CSV columns by key, where they have other names. */
  readonly columns: Readonly<Record<string, string>>;
  readonly explain: boolean;
  readonly local: boolean;
  readonly dry_run: boolean;
  readonly resume: boolean;
}

const FORMAT_OF_ENDING: Readonly<Record<string, "jsonl" | "csv">> = {
  jsonl: "jsonl",
  ndjson: "jsonl",
  csv: "csv",
  tsv: "csv",
};

/**
 * Reads the command line.
 *
 * @returns `null` when help is asked.
 * @throws {UsageError} When an option is unknown or does not fit.
 */
export function parseClassifyOptions(args: readonly string[]): ClassifyOptions | null {
  const flags = parseArgs([...args], {
    boolean: ["help", "resume", "explain", "local", "dry-run"],
    string: ["_", "format", "output", "delimiter", "encoding", "column"],
    collect: ["column"],
    alias: { h: "help" },
    unknown: (argument, key) => {
      if (key !== undefined) throw new UsageError(`unknown option ${argument}`);
    },
  });
  if (flags.help) return null;
  const inputs = flags._.map(String);
  if (inputs.length > 1) throw new UsageError(`expected one file, got ${inputs.join(" ")}`);
  const input = inputs[0] === undefined || inputs[0] === "-" ? null : inputs[0];
  const ending = input?.split(".").at(-1)?.toLowerCase() ?? "";
  const delimiter = readDelimiter(flags.delimiter, ending);
  if (flags.output === "") throw new UsageError("--output: expected a file");
  if (flags.resume && flags.output === undefined) {
    throw new UsageError("--resume continues a file: give --output too");
  }
  return {
    input,
    output: flags.output ?? null,
    format: readFormat(flags.format, input, ending),
    delimiter,
    encoding: readEncoding(flags.encoding),
    columns: readColumns(flags.column ?? []),
    explain: flags.explain,
    local: flags.local,
    dry_run: flags["dry-run"],
    resume: flags.resume,
  };
}

function readFormat(
  given: string | undefined,
  input: string | null,
  ending: string,
): "jsonl" | "csv" {
  if (given === "jsonl" || given === "csv") return given;
  if (given !== undefined) {
    throw new UsageError(`--format: expected jsonl or csv, got ${JSON.stringify(given)}`);
  }
  if (input === null) return "jsonl";
  const format = Object.hasOwn(FORMAT_OF_ENDING, ending) ? FORMAT_OF_ENDING[ending] : undefined;
  if (format === undefined) {
    throw new UsageError(`${input}: its ending does not say what it is: give --format jsonl|csv`);
  }
  return format;
}

function readDelimiter(given: string | undefined, ending: string): string {
  if (given === undefined) return ending === "tsv" ? "\t" : ",";
  const delimiter = given === "\\t" || given === "tab" ? "\t" : given;
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter)) {
    throw new UsageError(`--delimiter: expected one character, got ${JSON.stringify(given)}`);
  }
  return delimiter;
}

function readEncoding(given = "utf-8"): string {
  try {
    const { encoding } = new TextDecoder(given);
    // Rows are found by their bytes, which takes an encoding that has ASCII in it.
    if (!encoding.startsWith("utf-16")) return encoding;
  } catch {
    // Not a name of an encoding: said below.
  }
  throw new UsageError(
    `--encoding: expected utf-8, windows-1252 or another that has ASCII in it, got ${
      JSON.stringify(given)
    }`,
  );
}

const COLUMN_KEYS = ["message", "id", "customer_id", "product"];

function readColumns(given: readonly unknown[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map(String).map((text) => {
      const [, key, name] = /^([^=]*)=(.+)$/s.exec(text) ?? [];
      if (key === undefined || name === undefined || !COLUMN_KEYS.includes(key)) {
        throw new UsageError(
          `--column: expected KEY=NAME with one of ${COLUMN_KEYS.join(", ")}, got ${
            JSON.stringify(text)
          }`,
        );
      }
      return [key, name];
    }),
  );
}
