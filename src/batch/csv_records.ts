/**
 * Records of a CSV file: RFC 4180, with the first row naming the columns.
 *
 * @module
 */
import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { Failure } from "../triage/failure.ts";
import type { InputRecord } from "./input_record.ts";

/** How a CSV file is written. */
export interface CsvOptions {
  /** One character between the fields. */
  readonly delimiter: string;
  /** Longest record, in characters. */
  readonly max_record_characters: number;
}

/**
 * Yields a record for each row, keyed by its column's name in lower case with
 * "_" for blanks ("Customer ID" is `customer_id`). A row that cannot be read
 * yields its failure and the rest goes on.
 */
export async function* csvRecords(
  stream: ReadableStream<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<InputRecord> {
  const skipped: InputRecord[] = [];
  const parser = Readable.from(stream).pipe(parse({
    bom: true,
    columns: (names: string[]) => names.map(columnName),
    delimiter: options.delimiter,
    info: true,
    max_record_size: options.max_record_characters,
    on_skip: (error) => {
      if (error) skipped.push({ line: Number(error.lines), value: badRow(error) });
    },
    skip_empty_lines: true,
    skip_records_with_error: true,
  }));
  for await (const { record, info } of parser) {
    yield* skipped.splice(0);
    yield { line: info.lines, value: withoutBlanks(record) };
  }
  yield* skipped.splice(0);
}

function columnName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[\s-]+/g, "_");
}

/** An empty field counts as missing. */
function withoutBlanks(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ""));
}

function badRow(error: CsvError): Failure {
  // The library's own message may quote the row.
  return new Failure("invalid_message", `Cannot read the row: ${error.code}`);
}
