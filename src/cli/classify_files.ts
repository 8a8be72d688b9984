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
  /** Share of the input read so far, in [0, 1]; `null` where the size is not known. */
  readonly read_share: () => number | null;
}

/** Where the answers go. */
export interface Output {
  /** Whole lines that are there already. */
  readonly lines_present: number;
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

/** @throws {UsageError} When the file cannot be opened. */
export async function openInput(
  options: ClassifyOptions,
  maxLineBytes: number,
  skip: number,
): Promise<Input> {
  let bytesRead = 0;
  const { stream, size } = options.input === null
    ? { stream: Deno.stdin.readable, size: null }
    : await openFile(options.input);
  const counted = stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytesRead += chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
  const records = options.format === "jsonl"
    ? jsonlRecords(counted, maxLineBytes)
    : csvRecords(counted, {
      delimiter: options.delimiter,
      max_record_characters: maxLineBytes,
    });
  return {
    records: drop(records, skip),
    read_share: () => size === null || size === 0 ? null : Math.min(1, bytesRead / size),
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

async function* drop(
  records: AsyncIterable<InputRecord>,
  count: number,
): AsyncGenerator<InputRecord> {
  let seen = 0;
  for await (const record of records) {
    if (seen++ >= count) yield record;
  }
}

/** @throws {UsageError} When the file cannot be opened. */
export async function openOutput(options: ClassifyOptions): Promise<Output> {
  if (options.output === null) return { lines_present: 0, ...lineWriter(Deno.stdout) };
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

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
