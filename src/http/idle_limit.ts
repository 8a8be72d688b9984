/**
 * Reads a body that may come for hours, as long as it goes on coming.
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";

/**
 * Yields the chunks of a body. Time counts only while a chunk is awaited, not
 * while the service is busy with the last one.
 *
 * @param idleMs Longest wait for a chunk, in milliseconds.
 * @throws {Failure} `request_timeout`, or `malformed_json` when the client breaks off.
 */
export async function* untilIdle(
  body: ReadableStream<Uint8Array>,
  idleMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let idle = false;
  try {
    while (true) {
      const timer = setTimeout(() => {
        idle = true;
        // Ends the pending read below.
        reader.cancel().catch(() => {});
      }, idleMs);
      try {
        const { done, value } = await reader.read().catch((cause) => {
          throw new Failure("malformed_json", "Cannot read the body: it broke off", { cause });
        });
        if (idle) throw new Failure("request_timeout", `Nothing arrived for ${idleMs} ms`);
        if (done) return;
        yield value;
      } finally {
        clearTimeout(timer);
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
