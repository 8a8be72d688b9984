/**
 * Records of a table: the first row names the columns.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import { InputError } from "./input_error.ts";
import type { InputRecord } from "./input_record.ts";

/** One row of a table, however it was written. */
export interface TableRow {
  /** Line of the file, or row of the sheet, from 1. */
  readonly line: number;
  readonly fields: readonly unknown[] | Failure;
}

/** A column: its name as it stands in the file, and the key of its values in a record. */
export interface Column {
  readonly title: string;
  /** In lower case with "_" for blanks and hyphens: "Customer ID" is `customer_id`. */
  readonly key: string;
}

/** A table whose header is read. */
export interface Table {
  /** Each once: columns of one name share a key. `null` where there is not even a header. */
  readonly columns: readonly Column[] | null;
  /** Each row by key, empty fields left out; columns of one name joined, an empty line between. */
  readonly records: AsyncIterable<InputRecord>;
}

/** Fields that a row may have beyond the header, or lack, where all of them are empty. */
const EMPTY = (field: unknown) => field === "" || field === null || field === undefined;

/**
 * Reads the header.
 *
 * @throws {InputError} When it cannot be read.
 */
export async function openTable(rows: AsyncIterator<TableRow>): Promise<Table> {
  const header = await rows.next();
  if (header.done) return { columns: null, records: noRecords() };
  const { fields } = header.value;
  if (fields instanceof Failure) {
    throw new InputError(`Cannot read the header: ${fields.message}`);
  }
  const titles = fields.map((field) => String(field ?? "").trim());
  const keys = titles.map((title, at) => columnKey(title) || `(column ${at + 1})`);
  async function* records() {
    try {
      for (let row = await rows.next(); !row.done; row = await rows.next()) {
        yield { line: row.value.line, value: recordOf(row.value.fields, keys) };
      }
    } finally {
      await rows.return?.();
    }
  }
  const columns = titles.map((title, at) => ({ title, key: keys[at] ?? "" }))
    .filter(({ key }, at) => keys.indexOf(key) === at);
  return { columns, records: records() };
}

/** The key under which a column's values stand. */
export function columnKey(title: string): string {
  return title.trim().toLowerCase().replaceAll(/[\s_-]+/g, "_");
}

async function* noRecords(): AsyncGenerator<InputRecord> {}

function recordOf(
  fields: readonly unknown[] | Failure,
  keys: readonly string[],
): Failure | Readonly<Record<string, unknown>> {
  if (fields instanceof Failure) return fields;
  if (fields.length !== keys.length && !fields.slice(keys.length).every(EMPTY)) {
    return wrongCount(fields, keys);
  }
  if (fields.length < keys.length) return wrongCount(fields, keys);
  const record: Record<string, unknown> = {};
  keys.forEach((key, at) => {
    const field = fields[at];
    if (EMPTY(field)) return;
    record[key] = record[key] === undefined ? field : `${record[key]}\n\n${field}`;
  });
  return record;
}

function wrongCount(fields: readonly unknown[], keys: readonly string[]): Failure {
  return new Failure(
    "invalid_message",
    `Cannot read the row: it has ${fields.length} fields, the header has ${keys.length}`,
  );
}
