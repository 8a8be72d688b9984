/**
 * Where `classify` reads from and writes to.
 *
 * @module
 */
import { csvRecords } from "../batch/csv_records.ts";
import type { InputRecord } from "../batch/input_record.ts";
import { jsonlRecords } from "../batch/jsonl_records.ts";
import type { ClassifyOptions } from "./classify_options.ts";
import { UsageError } from "./command.ts";

/** The records still to be done. */
export interface Input {
  readonly records: AsyncIterable<InputRecord>;
  /** In bytes; `null` where it is not known. */
  readonly size: number | null;
  /** Offset at which the records begin, in bytes. Known once the first has come. */
  readonly start: () => number;
}

/** Where the answers go. */
export interface Output {
  /** Whole lines that are there already. */
  readonly lines_present: number;
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the input. Reading begins with the first record asked for.
 *
 * @param skip Records to pass over: they are done.
 * @throws {UsageError} When the file cannot be opened.
 */
export async function openInput(
  options: ClassifyOptions,
  maxLineBytes: number,
): Promise<(skip: number) => Input> {
  const { stream, size } = options.input === null
    ? { stream: Deno.stdin.readable, size: null }
    : await openFile(options.input);
  const records = options.format === "jsonl"
    ? jsonlRecords(stream, maxLineBytes)
    : csvRecords(stream, { ...options, max_row_bytes: maxLineBytes });
  return (skip) => {
    let start = 0;
    async function* remaining() {
      let seen = 0;
      for await (const record of records) {
        if (seen++ >= skip) yield record;
        else start = record.end;
      }
    }
    return { records: remaining(), size, start: () => start };
  };
}

async function openFile(path: string) {
  try {
    const file = await Deno.open(path, { read: true });
    const { isFile, isDirectory, size } = await file.stat();
    if (isDirectory) throw new Error("it is a folder");
    return { stream: file.readable, size: isFile ? size : null };
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reason(error)}`);
  }
}

/**
 * Opens the output, and empties it unless it is to be continued.
 *
 * @throws {UsageError} When the file cannot be opened.
 */
export async function openOutput(options: ClassifyOptions): Promise<Output> {
  if (options.output === null) return { lines_present: 0, ...lineWriter(Deno.stdout) };
  if (options.input !== null && await sameFile(options.input, options.output)) {
    throw new UsageError(`--output: expected another file than the input, got ${options.output}`);
  }
  try {
    const file = await Deno.open(options.output, { read: true, write: true, create: true });
    const { bytes, lines } = options.resume ? await wholeLines(file) : { bytes: 0, lines: 0 };
    await file.truncate(bytes);
    await file.seek(bytes, Deno.SeekMode.Start);
    return { lines_present: lines, ...lineWriter(file) };
  } catch (error) {
    throw new UsageError(`cannot write ${options.output}: ${reason(error)}`);
  }
}

function lineWriter(sink: Deno.FsFile | typeof Deno.stdout): Omit<Output, "lines_present"> {
  const writer = sink.writable.getWriter();
  const encoder = new TextEncoder();
  return {
    write: (line) => writer.write(encoder.encode(line + "\n")),
    close: () => writer.close().catch(() => {}),
  };
}

/** Counts whole lines and the bytes they take; a last line cut short is not counted. */
async function wholeLines(file: Deno.FsFile): Promise<{ bytes: number; lines: number }> {
  const buffer = new Uint8Array(65_536);
  let [position, bytes, lines] = [0, 0, 0];
  for (let read = await file.read(buffer); read !== null; read = await file.read(buffer)) {
    for (let at = buffer.indexOf(10); at !== -1 && at < read; at = buffer.indexOf(10, at + 1)) {
      lines++;
      bytes = position + at + 1;
    }
    position += read;
  }
  return { bytes, lines };
}

async function sameFile(first: string, second: string): Promise<boolean> {
  try {
    return await Deno.realPath(first) === await Deno.realPath(second);
  } catch {
    return false;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
