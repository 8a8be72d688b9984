/**
 * Reads a body that may come for hours, as long as it goes on coming.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";

const LINE_FEED = 10;

/**
 * Yields the chunks of a body of lines. Time counts only while a chunk is
 * awaited, not while the service is busy with the last one, and starts anew when
 * a line has come to its end: a line that only drips is not waited for.
 *
 * @param idleMs Longest wait for a line, in milliseconds.
 * @throws {Failure} `request_timeout`, or `malformed_json` when the client breaks off.
 */
export async function* untilIdle(
  body: ReadableStream<Uint8Array>,
  idleMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let idle = false;
  let left_ms = idleMs;
  try {
    while (true) {
      const began = performance.now();
      const timer = setTimeout(() => {
        idle = true;
        // Ends the pending read below.
        reader.cancel().catch(() => {});
      }, left_ms);
      try {
        const { done, value } = await reader.read().catch((cause) => {
          throw new Failure("malformed_json", "Cannot read the body: it broke off", { cause });
        });
        if (idle) throw new Failure("request_timeout", `No whole line arrived for ${idleMs} ms`);
        if (done) return;
        clearTimeout(timer);
        left_ms = value.includes(LINE_FEED)
          ? idleMs
          : Math.max(0, left_ms - (performance.now() - began));
        yield value;
      } finally {
        clearTimeout(timer);
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
