/**
 * Splits a stream of bytes into lines, within a limit, without losing count.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import { joinBytes } from "./join_bytes.ts";

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** One line: its bytes without the line break, or why it cannot be used. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Offset behind the line and its break, in bytes. */
  readonly end: number;
  readonly content: Uint8Array | Failure;
}

/**
 * Yields every line, bounded: a line over the limit is skipped, not kept, and
 * yields `body_too_large`. A last line break makes no line of its own.
 *
 * @param maxLineBytes Longest line, in bytes.
 */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<Line> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  let end = 0;

  function finish(): Line {
    number++;
    const content = size > maxLineBytes
      ? new Failure("body_too_large", `Cannot take the line: the limit is ${maxLineBytes} bytes`)
      : withoutCarriageReturn(joinBytes(parts, size));
    parts = [];
    size = 0;
    return { number, end, content };
  }

  function keep(part: Uint8Array): void {
    size += part.byteLength;
    if (size <= maxLineBytes) parts.push(part);
    else parts = [];
  }

  for await (const chunk of stream) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, to));
      end += to + 1 - from;
      yield finish();
      from = to + 1;
    }
    // Copied, since the rest of the chunk would stay in memory with it.
    if (from < chunk.byteLength) keep(chunk.slice(from));
    end += chunk.byteLength - from;
  }
  if (size > 0) yield finish();
}

function withoutCarriageReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}
