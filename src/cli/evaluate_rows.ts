/**
 * Labelled rows from files of any format, for `evaluate`.
 *
 * @module
 */
import { InputError } from "../batch/input_error.ts";
import { isRecord } from "../batch/input_record.ts";
import { MAX_JSON_RECORD_BYTES } from "../batch/read_records.ts";
import { checkRow, type LabelledRow, type RowProblem } from "../evaluation/dataset.ts";
import { Failure } from "../triage/domain/failure.ts";
import { UsageError } from "./command.ts";
import { openInput } from "./input_file.ts";
import type { InputOptions } from "./input_options.ts";

/** The keys of a labelled row, the text first. */
export const ROW_KEYS = ["text", "label", "category", "id", "source", "group", "map"] as const;

/** The good rows, and what is wrong with the others. */
export interface LabelledRows {
  readonly rows: LabelledRow[];
  readonly problems: RowProblem[];
}

/**
 * Reads every file.
 *
 * @param tell Hears in one line for each file what it was found to be, and what was passed over.
 * @throws {UsageError} When a file cannot be used, or there is no row in any.
 */
export async function readLabelledRows(
  paths: readonly string[],
  options: InputOptions,
  tell: (line: string) => void,
): Promise<LabelledRows> {
  const all: LabelledRows = { rows: [], problems: [] };
  for (const path of paths) {
    try {
      await readFile(path, options, all, tell);
    } catch (error) {
      if (error instanceof InputError) throw new UsageError(`${path}: ${error.message}`);
      throw error;
    }
  }
  if (all.rows.length === 0 && all.problems.length === 0) {
    throw new UsageError(`no rows in ${paths.join(", ")}`);
  }
  return all;
}

async function readFile(
  path: string,
  options: InputOptions,
  { rows, problems }: LabelledRows,
  tell: (line: string) => void,
): Promise<void> {
  const { records } = await openInput(path, {
    ...options,
    keys: ROW_KEYS,
    skip_blank_lines: true,
    max_row_bytes: MAX_JSON_RECORD_BYTES,
    onFound: ({ says, plain_lines }) => plain_lines || tell(`${path}: ${says}`),
    onMissing: (line) => tell(`${path}: ${line}`),
  });
  let leftOut = 0;
  for await (const { line, value, left_out } of records) {
    if (left_out !== null) leftOut++;
    else {
      const row = value instanceof Failure
        ? value.code === "malformed_json" ? "is not JSON" : value.message
        : checkRow(withTextIds(value), path, line);
      if (typeof row === "string") problems.push({ path, line, message: row });
      else rows.push(row);
    }
  }
  if (leftOut > 0) tell(`${path}: ${leftOut} rows without text passed over`);
}

/** Numbers will do as ids. */
function withTextIds(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const texts = ["id", "source", "group"].filter((key) => typeof value[key] === "number")
    .map((key) => [key, String(value[key])]);
  return { ...value, ...Object.fromEntries(texts) };
}
