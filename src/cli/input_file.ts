/**
 * Opens what a command reads: a file, or standard input.
 *
 * @module
 */
import { type BatchRecord, type Found, readRecords } from "../batch/read_records.ts";
import { UsageError } from "./command.ts";
import type { InputOptions } from "./input_options.ts";

/** An input, and how far it is read. */
export interface Input {
  readonly records: AsyncGenerator<BatchRecord>;
  /** In bytes; `null` where it is not known. */
  readonly size: number | null;
  /** Bytes read so far. */
  readonly position: () => number;
}

/** What is wanted of an input. */
export interface InputPlan extends InputOptions {
  /** The keys wanted, the text first. */
  readonly keys: readonly [string, ...string[]];
  /** Whether blank lines of JSONL are no lines. @default false */
  readonly skip_blank_lines?: boolean;
  /** Longest row of a CSV file, in bytes. */
  readonly max_row_bytes: number;
  readonly onFound: (found: Found) => void;
  readonly onMissing: (line: string) => void;
}

/**
 * Opens an input. Reading begins with the first record asked for.
 *
 * @param path `null` is standard input.
 * @throws {UsageError} When the file cannot be opened.
 */
export async function openInput(path: string | null, plan: InputPlan): Promise<Input> {
  const { stream, size } = path === null
    ? { stream: Deno.stdin.readable, size: null }
    : await openFile(path);
  let position = 0;
  async function* counted() {
    for await (const chunk of stream) {
      position += chunk.byteLength;
      yield chunk;
    }
  }
  const records = readRecords(counted(), { ...plan, ending: endingOf(path ?? "") });
  return { records, size, position: () => position };
}

async function openFile(path: string) {
  try {
    const file = await Deno.open(path, { read: true });
    const { isFile, isDirectory, size } = await file.stat();
    if (isDirectory) throw new Error("it is a folder");
    return { stream: file.readable, size: isFile ? size : null };
  } catch (error) {
    throw new UsageError(
      `cannot read ${path}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function endingOf(path: string): string {
  const name = path.replace(/^.*[\\/]/, "").replace(/\.gz$/i, "");
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
