/**
 * Rows of a CSV file: RFC 4180. They are read here and not by a library,
 * because a fault must stay in its row: the libraries tried lose the rows that
 * follow it, or want the whole file at once.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import { type Line, splitLines } from "./lines.ts";

/** How a CSV file is written, in UTF-8. */
export interface CsvFormat {
  /** The one character between fields. */
  readonly delimiter: string;
  /** Longest row, in bytes. */
  readonly max_row_bytes: number;
  /** Whether the first line is no row. @default false */
  readonly skip?: boolean;
}

/** One row: its fields, or why it cannot be read. */
export interface CsvRow {
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  /** Offset behind the row, in bytes. */
  readonly end: number;
  readonly fields: readonly string[] | Failure;
}

/** A row under way: it may go on on the next line, inside a quoted field. */
interface OpenRow {
  readonly lines: Line[];
  readonly fields: string[];
  /** The field that is open, line by line; `null` at the row's end. */
  field: string[] | null;
  bytes: number;
}

/**
 * Yields every row but empty ones, in order. Line breaks inside a field come as
 * "\n". A row that cannot be read yields its failure, and the next row is
 * looked for on the line after the one on which it starts.
 */
export async function* csvRows(
  stream: AsyncIterable<Uint8Array>,
  format: CsvFormat,
): AsyncGenerator<CsvRow> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let row = emptyRow();

  function* take(line: Line): Generator<CsvRow> {
    // Next on top; more than one when lines are read again.
    const waiting = [line];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const fault = goOn(row, next, format, decoder);
      if (fault !== null) yield giveUp(fault, waiting);
      else if (row.field === null) {
        const { lines: [first = next], fields, bytes } = row;
        if (bytes > 0) yield { line: first.number, end: next.end, fields };
        row = emptyRow();
      }
    }
  }

  function giveUp(failure: Failure, waiting: Line[]): CsvRow {
    const [first, ...others] = row.lines;
    row = emptyRow();
    for (const other of others.toReversed()) waiting.push(other);
    return { line: first?.number ?? 0, end: first?.end ?? 0, fields: failure };
  }

  for await (const line of splitLines(stream, format.max_row_bytes)) {
    if (line.number > 1 || !format.skip) yield* take(line);
  }
  while (row.field !== null) {
    const again: Line[] = [];
    yield giveUp(badRow("a quote is not closed"), again);
    for (const line of again.toReversed()) yield* take(line);
  }
}

function emptyRow(): OpenRow {
  return { lines: [], fields: [], field: null, bytes: 0 };
}

/** Reads a line into the row. What is wrong with it, or `null`. */
function goOn(
  row: OpenRow,
  line: Line,
  { delimiter, max_row_bytes }: CsvFormat,
  decoder: TextDecoder,
): Failure | null {
  row.lines.push(line);
  if (line.content instanceof Failure) return line.content;
  row.bytes += line.content.byteLength;
  if (row.bytes > max_row_bytes) {
    return badRow(`it has more than ${max_row_bytes} bytes; is a quote not closed?`);
  }
  try {
    return readFields(decoder.decode(line.content), delimiter, row);
  } catch {
    return badRow(`it is not ${decoder.encoding}`);
  }
}

/** A quoted field from behind its quote, or from the start of a line inside it. */
const QUOTED = /((?:[^"]|"")*)("?)/y;

function readFields(text: string, delimiter: string, row: OpenRow): Failure | null {
  let at = 0;
  while (true) {
    if (row.field === null && text[at] === '"') {
      row.field = [];
      at++;
    }
    if (row.field === null) {
      const to = text.indexOf(delimiter, at);
      row.fields.push(text.slice(at, to === -1 ? undefined : to));
      if (to === -1) return null;
      at = to + delimiter.length;
      continue;
    }
    QUOTED.lastIndex = at;
    const [whole = "", part = "", closing] = QUOTED.exec(text) ?? [];
    row.field.push(part.replaceAll('""', '"'));
    if (closing !== '"') return null;
    row.fields.push(row.field.join("\n"));
    row.field = null;
    at += whole.length;
    if (at === text.length) return null;
    if (!text.startsWith(delimiter, at)) return badRow("there is text behind a closing quote");
    at += delimiter.length;
  }
}

function badRow(why: string): Failure {
  return new Failure("invalid_message", `Cannot read the row: ${why}`);
}
