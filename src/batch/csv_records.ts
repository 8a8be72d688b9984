/**
 * Records of a CSV file: the first row names the columns.
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";
import { type CsvFormat, type CsvRow, csvRows } from "./csv_rows.ts";
import type { InputRecord } from "./input_record.ts";

/** The first row does not name the columns that are needed. */
export class CsvHeaderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CsvHeaderError";
  }
}

/** Options of {@linkcode csvRecords}. */
export interface CsvOptions extends CsvFormat {
  /** Column of a key, where it has another name: `{message: "Feedback text"}`. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Yields a record for each row, keyed by its column's name in lower case with
 * "_" for blanks ("Customer ID" is `customer_id`). A row that cannot be read
 * yields its failure and the rest goes on. An empty field counts as missing.
 *
 * @throws {CsvHeaderError} When the first row does not name what is wanted.
 */
export async function* csvRecords(
  stream: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<InputRecord> {
  let keys: readonly string[] | null = null;
  for await (const row of csvRows(stream, options)) {
    if (keys === null) keys = keysOf(row, options.columns);
    else yield { line: row.line, end: row.end, value: recordOf(row, keys) };
  }
}

function keysOf({ fields }: CsvRow, columns: CsvOptions["columns"]): readonly string[] {
  if (fields instanceof Failure) {
    throw new CsvHeaderError(`Cannot read the header: ${fields.message}`);
  }
  const keys = fields.map(columnName);
  for (const [key, column] of Object.entries(columns)) {
    const at = keys.indexOf(columnName(column));
    if (at === -1) {
      throw new CsvHeaderError(`There is no column ${quoted([column])}${among(fields)}`);
    }
    // What had the name before would now be there twice.
    const before = keys.indexOf(key);
    if (before !== -1 && before !== at) keys[before] = `${key} (unused)`;
    keys[at] = key;
  }
  if (!keys.includes("message")) {
    throw new CsvHeaderError(`There is no column "message"${among(fields)}`);
  }
  const twice = ["message", "id", "customer_id", "product"].find((key) =>
    keys.indexOf(key) !== keys.lastIndexOf(key)
  );
  if (twice !== undefined) throw new CsvHeaderError(`There are two columns ${quoted([twice])}`);
  return keys;
}

function recordOf({ fields }: CsvRow, keys: readonly string[]): Failure | Record<string, string> {
  if (fields instanceof Failure) return fields;
  if (fields.length !== keys.length) {
    return new Failure(
      "invalid_message",
      `Cannot read the row: it has ${fields.length} fields, the header has ${keys.length}`,
    );
  }
  return Object.fromEntries(
    keys.map((key, index) => [key, fields[index] ?? ""]).filter(([, value]) => value !== ""),
  );
}

function columnName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[\s-]+/g, "_");
}

function among(names: readonly string[]): string {
  return `; there are ${quoted(names.slice(0, 20))}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name.slice(0, 60))).join(", ");
}
