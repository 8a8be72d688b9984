/**
 * Records of a table: the first row that can names the columns.
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

const EMPTY = (field: unknown) => field === "" || field === null || field === undefined;

/** Rows that may stand above the header: a title, a date, a blank line of separators. */
export const ROWS_ABOVE_HEADER = 10;

/**
 * Reads the header: the first row, or where that names no known columns the first of the next
 * rows with two or more fields that does.
 *
 * @param isHeader Whether these are the names of columns.
 * @throws {InputError} When it cannot be read.
 */
export async function openTable(
  rows: AsyncIterator<TableRow>,
  isHeader: (columns: readonly Column[]) => boolean = () => true,
): Promise<Table> {
  const ahead: TableRow[] = [];
  let header: readonly string[] | null = null;
  while (header === null && ahead.length <= ROWS_ABOVE_HEADER) {
    const row = await rows.next();
    if (row.done) break;
    ahead.push(row.value);
    const titles = titlesIn(row.value, ahead.length === 1);
    const filled = titles.filter((title) => title !== "").length;
    if ((ahead.length === 1 || filled > 1) && isHeader(columnsOf(titles))) header = titles;
  }
  const [first] = ahead;
  if (first === undefined) return { columns: null, records: noRecords() };
  // Where none is one, the first says best what there is.
  const waiting = header === null ? ahead.slice(1) : [];
  const titles = header ?? titlesIn(first, true);
  const keys = keysOf(titles);
  async function* records() {
    try {
      for (const row of waiting) yield recordOf(row, keys);
      for (let row = await rows.next(); !row.done; row = await rows.next()) {
        yield recordOf(row.value, keys);
      }
    } finally {
      await rows.return?.();
    }
  }
  return { columns: columnsOf(titles), records: records() };
}

/** @throws {InputError} When it has to be read, and cannot be. */
function titlesIn({ fields }: TableRow, needed: boolean): readonly string[] {
  if (!(fields instanceof Failure)) return fields.map((field) => String(field ?? "").trim());
  if (needed) throw new InputError(`Cannot read the header: ${fields.message}`);
  return [];
}

function keysOf(titles: readonly string[]): readonly string[] {
  return titles.map((title, at) => columnKey(title) || `(column ${at + 1})`);
}

/** Each once. */
function columnsOf(titles: readonly string[]): readonly Column[] {
  const keys = keysOf(titles);
  return titles.map((title, at) => ({ title, key: keys[at] ?? "" }))
    .filter(({ key }, at) => keys.indexOf(key) === at);
}

/** The key under which a column's values stand. */
export function columnKey(title: string): string {
  return title.trim().toLowerCase().replaceAll(/[\s_-]+/g, "_");
}

async function* noRecords(): AsyncGenerator<InputRecord> {}

/** A row may lack its last fields, and have empty ones beyond the header: spreadsheets write both. */
function recordOf({ line, fields }: TableRow, keys: readonly string[]): InputRecord {
  if (fields instanceof Failure) return { line, value: fields };
  const row: Record<string, unknown> = {};
  keys.forEach((key, at) => {
    const field = fields[at];
    if (EMPTY(field)) return;
    row[key] = row[key] === undefined ? field : `${row[key]}\n\n${field}`;
  });
  if (fields.slice(keys.length).every(EMPTY)) return { line, value: row };
  const failure = new Failure(
    "invalid_message",
    `Cannot read the row: it has ${fields.length} fields, the header has ${keys.length}`,
  );
  return { line, value: failure, row };
}
