/**
 * What an interrupted run has written, and whether it is the answer to this input.
 *
 * @module
 */
import { csvRows } from "../batch/csv_rows.ts";
import { idOf } from "../batch/input_record.ts";
import { splitLines } from "../batch/lines.ts";
import type { BatchRecord } from "../batch/read_records.ts";
import { Failure } from "../triage/domain/failure.ts";
import type { AnswerTable } from "./answer_csv.ts";
import { UsageError } from "./command.ts";

/** Longest line or row of an output, in bytes. */
const MAX_ANSWER_BYTES = 4 * 1_048_576;

/** What is held against each other. */
export interface ResumePlan {
  readonly path: string;
  /** The table that is written; `null` where the answers are JSON lines. */
  readonly table: AnswerTable | null;
  /** The records of the input from its start; those that are answered are taken from it. */
  readonly records: AsyncIterator<BatchRecord>;
  /** Whether a record that is passed over has a line of its own. */
  readonly inPlace: () => boolean;
}

/** An answer in the file. */
interface Written {
  /** Offset behind it, in bytes. */
  readonly end: number;
  /** Whether it is the answer to this record. */
  belongsTo(record: BatchRecord): boolean;
}

/**
 * Holds every whole answer in the file against its record: line, id and, in a
 * table, the columns of the input must agree.
 *
 * @returns Bytes that whole answers take; 0 where there is no file.
 * @throws {UsageError} When the file is not the answer to this input.
 */
export async function resumeFrom(plan: ResumePlan): Promise<number> {
  const file = await Deno.open(plan.path, { read: true }).catch(() => null);
  if (file === null) return 0;
  const whole_bytes = await wholeLinesOf(plan.path);
  const answers = plan.table === null ? jsonAnswers(file) : tableAnswers(file, plan.table);
  let [count, bytes] = [0, 0];
  for await (const answer of answers) {
    if (answer.end > whole_bytes) break;
    const record = count === 0 && answer.end === 0 ? null : await nextAnswered(plan);
    if (record === null || !answer.belongsTo(record)) throw foreign(plan.path, count + 1, record);
    count++;
    bytes = answer.end;
  }
  return bytes;
}

function foreign(path: string, number: number, record: BatchRecord | null): UsageError {
  const where = record === null ? "which has no more records" : `whose next line is ${record.line}`;
  return new UsageError(
    `--resume: answer ${number} in ${path} is not one to this input, ${where}: ` +
      "give another --output, or --force to begin anew",
  );
}

async function nextAnswered({ records, inPlace }: ResumePlan): Promise<BatchRecord | null> {
  while (true) {
    const { done, value } = await records.next();
    if (done) return null;
    if (value.left_out === null || inPlace()) return value;
  }
}

async function* jsonAnswers(file: Deno.FsFile): AsyncGenerator<Written> {
  for await (const { end, content } of splitLines(file.readable, MAX_ANSWER_BYTES)) {
    const value = content instanceof Failure ? null : parsed(content);
    const ours = value !== null &&
      ["message_type", "problem", "skipped"].some((key) => Object.hasOwn(value, key));
    yield {
      end,
      belongsTo: (record) =>
        ours && (value.line === undefined || value.line === record.line) &&
        JSON.stringify(value.id) === JSON.stringify(idOf(record.value).id),
    };
  }
}

function parsed(line: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(line));
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

async function* tableAnswers(file: Deno.FsFile, table: AnswerTable): AsyncGenerator<Written> {
  let header = true;
  const format = { delimiter: ",", max_row_bytes: MAX_ANSWER_BYTES };
  for await (const { end, fields } of csvRows(file.readable, format)) {
    // A row that was cut inside its quotes: it and what follows is written again.
    if (fields instanceof Failure) return;
    if (header) {
      if (!table.isHeader(fields)) yield { end: 0, belongsTo: () => false };
      header = false;
      continue;
    }
    yield { end, belongsTo: (record) => table.isRowOf(fields, record) };
  }
}

/** Bytes up to the last line break. */
async function wholeLinesOf(path: string): Promise<number> {
  let [position, bytes] = [0, 0];
  using file = await Deno.open(path, { read: true });
  const buffer = new Uint8Array(65_536);
  for (let read = await file.read(buffer); read !== null; read = await file.read(buffer)) {
    const at = buffer.subarray(0, read).lastIndexOf(10);
    if (at !== -1) bytes = position + at + 1;
    position += read;
  }
  return bytes;
}
