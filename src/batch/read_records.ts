/**
 * The records of an input, whatever it is: told what it is by its beginning,
 * unpacked, decoded, read and mapped, one at a time.
 *
 * @module
 */
import { type ByteSource, openBytes } from "./byte_source.ts";
import { csvRows } from "./csv_rows.ts";
import { type Delimiter, detectDelimiter } from "./delimiter.ts";
import { detectEncoding, isAscii, toUtf8, withLineFeeds } from "./encoding.ts";
import { detectFormat, type Format, isZip } from "./format.ts";
import { type InputRecord, isRecord } from "./input_record.ts";
import { InputError } from "./input_error.ts";
import { jsonRecords } from "./json_records.ts";
import { jsonlRecords } from "./jsonl_records.ts";
import { mailRecords } from "./mail_records.ts";
import {
  chooseMapping,
  type Mapping,
  type MappingOptions,
  missingColumn,
  noTextError,
  plainMapping,
} from "./mapping.ts";
import type { Row } from "./profiles/profile.ts";
import { type Column, openTable, type TableRow } from "./table_records.ts";
import { xlsxRows } from "./xlsx_rows.ts";

/** Longest JSON record, in bytes: exports hold whole conversations. */
export const MAX_JSON_RECORD_BYTES = 4 * 1_048_576;

/** What is known of an input beforehand, and what is wanted of it. */
export interface ReadOptions extends Pick<MappingOptions, "columns" | "keys"> {
  /** Lower case, without dot and without "gz"; "" where there is none. */
  readonly ending: string;
  /** `null`: told by the beginning. */
  readonly format: Format | null;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  /** Of a workbook: name or number. `null` is the first. */
  readonly sheet: string | null;
  /** Whether blank lines of JSONL are no lines; otherwise they are faults. @default false */
  readonly skip_blank_lines?: boolean;
  /** Longest row of a CSV file, in bytes. */
  readonly max_row_bytes: number;
  /** Told once, before the first record, what was found. */
  readonly onFound: (found: Found) => void;
  /** Told once where the first record does not hold a column that is wanted. */
  readonly onMissing: (line: string) => void;
}

/** What an input turned out to be. */
export interface Found {
  /** In words: `CSV, semicolon, windows-1252, gzip; message from "Text"`. */
  readonly says: string;
  readonly format: Format;
  /** What stands in a record, by key: columns of a table, keys of the first object. */
  readonly columns: readonly Column[];
  /** Line n of it is record n, and its keys are our own. */
  readonly plain_lines: boolean;
  /** Whether the text begins with a byte order mark. */
  readonly marked: boolean;
}

/** One record, ready to be worked on. */
export interface BatchRecord {
  readonly line: number;
  /** The fields that were wanted, what cannot be used of the record, or why it is passed over. */
  readonly value: unknown;
  /** Why it is passed over; `null` where it is not. */
  readonly left_out: string | null;
  /** As it stands in the input, or what can be read of it; `null` where nothing can. */
  readonly row: Row | null;
}

/**
 * Yields every record, in order.
 *
 * @throws {InputError} When the input as a whole cannot be used.
 */
export async function* readRecords(
  stream: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<BatchRecord> {
  const input = await openInput(await openBytes(stream), options);
  const chooser = new Chooser(input, options);
  for await (const { line, value, row } of recordsOf(input, options, chooser)) {
    if (!isRecord(value)) {
      yield { line, value, left_out: null, row: row ?? null };
      continue;
    }
    const read = chooser.for(value).read(value);
    yield "left_out" in read
      ? { line, value, left_out: read.left_out, row: value }
      : { line, value: read.fields, left_out: null, row: value };
  }
}

/** Chooses the mapping by the first record that says which is its text. */
class Chooser {
  readonly wanted: MappingOptions;
  readonly #input: OpenInput;
  readonly #options: ReadOptions;
  #chosen: Mapping | null = null;
  #told = false;

  constructor(input: OpenInput, options: ReadOptions) {
    const { format } = input;
    this.wanted = {
      ...options,
      absent_is_empty: format === "csv" || format === "xlsx",
    };
    this.#input = input;
    this.#options = options;
  }

  /** Whether this record, or an earlier one, says which is its text. */
  choose(sample: Row, columns: readonly Column[]): boolean {
    if (this.#chosen !== null) return true;
    this.#chosen = chooseMapping(sample, this.wanted);
    if (this.#chosen === null) return false;
    const { format, words, marked } = this.#input;
    const lacks = format === "csv" || format === "xlsx" ? this.#lacking(sample) : [];
    this.#options.onFound({
      says: [words.join(", "), this.#chosen.says, ...lacks].join("; "),
      format,
      columns,
      plain_lines: format === "jsonl" && this.#chosen.plain,
      marked,
    });
    return true;
  }

  /** Whether these are the names of a table's columns. */
  isHeader(columns: readonly Column[]): boolean {
    return chooseMapping(emptyRow(columns), this.wanted) !== null;
  }

  /** How a record is read; one of JSONL that says nothing is told of once, and fails by itself. */
  for(record: Row): Mapping {
    const keys = Object.keys(record);
    this.choose(record, keys.map((key) => ({ title: key, key })));
    if (this.#chosen !== null) {
      this.#tellMissing(record);
      return this.#chosen;
    }
    if (!this.#told) this.#options.onMissing(noTextError([record], this.wanted).message);
    this.#told = true;
    return plainMapping(this.wanted);
  }

  /** Which columns are not there, of those that say who writes and about what. */
  #lacking(header: Row): string[] {
    if (this.#chosen?.known) return [];
    const { keys, columns } = this.wanted;
    const missing = TOLD_MISSING.filter((key) =>
      keys.includes(key) && columns[key] === undefined && !Object.hasOwn(header, key)
    );
    return missing.length === 0 ? [] : [`no column for ${missing.join(" and ")}`];
  }

  /** A record may leave a key out, so that a named one which is not there is only told of. */
  #tellMissing(record: Row): void {
    if (this.#told) return;
    this.#told = true;
    const missing = missingColumn(record, record, this.wanted.columns);
    if (missing !== null) this.#options.onMissing(`${missing} in the first record`);
  }
}

/** An input of which it is known how it is written. */
interface OpenInput {
  readonly format: Format;
  /** In UTF-8 where it is text. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly head: Uint8Array;
  readonly delimiter: Delimiter;
  /** What it is, word by word. */
  readonly words: readonly string[];
  readonly marked: boolean;
}

const COMMA: Delimiter = { character: ",", named: false };

async function openInput(source: ByteSource, options: ReadOptions): Promise<OpenInput> {
  const packed = source.gzip ? ["gzip"] : [];
  const rest = { head: source.head, delimiter: COMMA, marked: false };
  if (isZip(source.head) || options.format === "xlsx") {
    return { ...rest, format: "xlsx", bytes: source.bytes, words: [NAMES.xlsx, ...packed] };
  }
  const found = detectEncoding(source.head);
  const encoding = options.encoding ?? found.name;
  const text = new TextDecoder(encoding).decode(source.head, { stream: true });
  const format = options.format ?? detectFormat(text, source.whole, options.ending);
  // Mail says in its headers how it is written.
  if (format === "mbox" || format === "eml") {
    return { ...rest, format, bytes: source.bytes, words: [NAMES[format], ...packed] };
  }
  const open = found.name === "utf-8" && !found.marked && isAscii(source.head);
  const oldMac = text.includes("\r") && !text.includes("\n");
  const head = new TextEncoder().encode(oldMac ? text.replaceAll("\r", "\n") : text);
  const delimiter = format !== "csv"
    ? COMMA
    : options.delimiter === null
    ? await detectDelimiter(head)
    : { ...(await detectDelimiter(head)), character: options.delimiter };
  const between = format === "csv" ? [nameOf(delimiter.character)] : [];
  const written = encoding === "utf-8" ? [] : [encoding];
  const utf8 = toUtf8(source.bytes, options.encoding ?? (open ? null : found.name));
  return {
    format,
    bytes: oldMac ? withLineFeeds(utf8) : utf8,
    head,
    delimiter,
    words: [NAMES[format], ...between, ...written, ...packed],
    marked: found.marked,
  };
}

const NAMES: Readonly<Record<Format, string>> = {
  jsonl: "JSONL",
  json: "JSON",
  csv: "CSV",
  xlsx: "Excel workbook",
  mbox: "mailbox",
  eml: "mail",
};

function nameOf(delimiter: string): string {
  const known = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
  return Object.entries(known).find(([character]) => character === delimiter)?.[1] ??
    JSON.stringify(delimiter);
}

function recordsOf(
  { format, bytes, delimiter }: OpenInput,
  options: ReadOptions,
  chooser: Chooser,
): AsyncIterable<InputRecord> {
  switch (format) {
    case "jsonl":
      return jsonlRecords(bytes, MAX_JSON_RECORD_BYTES, options.skip_blank_lines);
    case "json":
      return jsonRecords(bytes, {
        max_record_bytes: MAX_JSON_RECORD_BYTES,
        takes: (record) =>
          chooser.choose(record, Object.keys(record).map((key) => ({ title: key, key }))),
        refuse: (samples) => noTextError(samples, chooser.wanted),
      });
    case "csv": {
      const { max_row_bytes } = options;
      return tableRecords(
        csvRows(bytes, { delimiter: delimiter.character, max_row_bytes, skip: delimiter.named }),
        chooser,
        options.ending,
      );
    }
    case "xlsx":
      return tableRecords(xlsxRows(bytes, options.sheet), chooser, options.ending);
    case "mbox":
    case "eml":
      return mailRecords(bytes, format);
  }
}

/** Columns of which it is told when they are not there. */
const TOLD_MISSING = ["customer_id", "product"];

const NO_HEADER = "Cannot read it: its first line is a text, not the names of columns; write " +
  "message above the texts, one a row (.csv), or give each as a line of JSONL";

/** Words of a line that is rather a sentence than the name of a column. */
const SENTENCE_WORDS = 5;

/** Whether the first line of what is read as a table is a text. */
function isProse(columns: readonly Column[], ending: string): boolean {
  const [first, ...others] = columns;
  const words = first?.title.split(/\s+/).length ?? 0;
  return ["txt", "text", "md", "log"].includes(ending) ||
    others.length === 0 && words >= SENTENCE_WORDS;
}

function emptyRow(columns: readonly Column[]): Row {
  return Object.fromEntries(columns.map(({ key }) => [key, ""]));
}

async function* tableRecords(
  rows: AsyncGenerator<TableRow>,
  chooser: Chooser,
  ending: string,
): AsyncGenerator<InputRecord> {
  const { columns, records } = await openTable(rows, (row) => chooser.isHeader(row));
  if (columns === null) return;
  const header = emptyRow(columns);
  const titles = Object.fromEntries(columns.map(({ title, key }) => [title || key, ""]));
  if (!chooser.choose(header, columns)) {
    throw isProse(columns, ending)
      ? new InputError(NO_HEADER)
      : noTextError([titles], chooser.wanted);
  }
  const missing = missingColumn(header, titles, chooser.wanted.columns);
  if (missing !== null) throw new InputError(missing);
  yield* records;
}
