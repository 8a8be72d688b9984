/**
 * Where a command writes its lines: standard output, or a file that is not
 * written over unless that is wanted.
 *
 * @module
 */
import { UsageError } from "./command.ts";

/** Where the answers go. */
export interface Output {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** What may be done with a file that is there. */
export interface OutputPlan {
  /** `null` is standard output. */
  readonly path: string | null;
  /** The file that is read, which is never written. */
  readonly input: string | null;
  readonly force: boolean;
  /** Bytes to keep; what is behind them goes. `null`: the file is new. */
  readonly keep_bytes: number | null;
}

/**
 * Opens the output.
 *
 * @throws {UsageError} When it cannot be opened, or holds what would be lost.
 */
export async function openOutput(plan: OutputPlan): Promise<Output> {
  const { path, keep_bytes } = plan;
  if (path === null) return lineWriter(Deno.stdout);
  await checkOutput(plan);
  try {
    const file = await Deno.open(path, { read: true, write: true, create: true });
    if ((await file.stat()).isFile) {
      await file.truncate(keep_bytes ?? 0);
      await file.seek(keep_bytes ?? 0, Deno.SeekMode.Start);
    }
    return lineWriter(file);
  } catch (error) {
    throw new UsageError(
      `cannot write ${path}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * Looks at the file without touching it.
 *
 * @throws {UsageError} When it is the input, or holds what would be lost.
 */
export async function checkOutput({ path, input, force, keep_bytes }: OutputPlan): Promise<void> {
  if (path === null) return;
  if (input !== null && await sameFile(input, path)) {
    throw new UsageError(`--output: expected another file than the input, got ${path}`);
  }
  const there = await Deno.stat(path).catch(() => null);
  if (there !== null && there.isFile && there.size > 0 && !force && keep_bytes === null) {
    throw new UsageError(
      `--output: ${path} is there already: give --force to write over it, --resume to continue it`,
    );
  }
}

function lineWriter(sink: Deno.FsFile | typeof Deno.stdout): Output {
  const writer = sink.writable.getWriter();
  const encoder = new TextEncoder();
  return {
    write: (text) => writer.write(encoder.encode(text)),
    close: () => writer.close().catch(() => {}),
  };
}

async function sameFile(first: string, second: string): Promise<boolean> {
  try {
    return await Deno.realPath(first) === await Deno.realPath(second);
  } catch {
    return false;
  }
}
