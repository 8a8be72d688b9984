/**
 * Records of a JSONL file or stream.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { InputRecord } from "./input_record.ts";
import { splitLines } from "./lines.ts";
import { parseRecord } from "./parse_record.ts";

/**
 * Yields a record for each line; a line that cannot be read yields its failure.
 *
 * @param skipBlank Whether blank lines are no lines; otherwise they are faults.
 */
export async function* jsonlRecords(
  stream: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
  skipBlank = false,
): AsyncGenerator<InputRecord> {
  for await (const { number, content } of splitLines(stream, maxLineBytes)) {
    if (skipBlank && !(content instanceof Failure) && isBlank(content)) continue;
    yield { line: number, value: content instanceof Failure ? content : parse(content) };
  }
}

function parse(line: Uint8Array): unknown {
  try {
    return parseRecord(line);
  } catch (failure) {
    return failure;
  }
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09);
}
