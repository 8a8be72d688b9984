/**
 * Reads an input to its end, as commands do.
 *
 * @module
 */
import { type BatchRecord, type ReadOptions, readRecords } from "../../src/batch/read_records.ts";
import { Failure } from "../../src/triage/domain/failure.ts";

/** What came of an input. */
export interface ReadInput {
  /** What it was found to be. */
  readonly says: string;
  /** What was told of missing columns. */
  readonly missing: readonly string[];
  readonly records: readonly BatchRecord[];
  /** Short: `[line, fields]`, `[line, "why it is left out"]` or `[line, "code: why"]`. */
  readonly short: ReadonlyArray<readonly [number, unknown]>;
}

/** Reads bytes or a text, cut into chunks. */
export async function readAll(
  input: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  chunkBytes = 65_536,
): Promise<ReadInput> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
    }
  }
  const says: string[] = [];
  const missing: string[] = [];
  const records = await Array.fromAsync(readRecords(chunks(), {
    ending: "",
    format: null,
    delimiter: null,
    encoding: null,
    sheet: null,
    columns: {},
    keys: ["message", "id", "customer_id", "product"],
    max_row_bytes: 131_072,
    onFound: (found) => says.push(found.says),
    onMissing: (line) => missing.push(line),
    ...options,
  }));
  const short = records.map(({ line, value, left_out }) =>
    [
      line,
      left_out ?? (value instanceof Failure ? `${value.code}: ${value.message}` : value),
    ] as const
  );
  return { says: says.join(" / "), missing, records, short };
}
