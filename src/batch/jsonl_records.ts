/**
 * Records of a JSONL file or stream.
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";
import { parseJson } from "../triage/json.ts";
import type { InputRecord } from "./input_record.ts";
import { splitLines } from "./lines.ts";

/** Yields a record for each line; a line that cannot be read yields its failure. */
export async function* jsonlRecords(
  stream: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<InputRecord> {
  for await (const { number, end, content } of splitLines(stream, maxLineBytes)) {
    yield { line: number, end, value: content instanceof Failure ? content : parse(content) };
  }
}

function parse(line: Uint8Array): unknown {
  try {
    return parseJson(line);
  } catch (failure) {
    return failure;
  }
}
