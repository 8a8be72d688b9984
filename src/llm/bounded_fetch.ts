/**
 * What comes from a model's server is read to a limit, and only from that
 * server: redirects are not followed, since the text would go along.
 *
 * @module
 */
import { ModelFailure } from "./model_failure.ts";

/** Longest body of an answer, decoded, in bytes. With five alternatives a token this is a long reply. */
export const MAX_ANSWER_BYTES = 1_048_576;

/**
 * A `fetch` whose bodies end with a {@linkcode ModelFailure} at the limit. What is
 * counted is what comes out of gzip and its like, and nothing beyond is read.
 */
export function boundedFetch(send: typeof fetch, max_bytes: number): typeof fetch {
  return async (input, init) => {
    const response = await send(input, { ...init, redirect: "manual" });
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    const body = response.body.pipeThrough(counted(max_bytes));
    return new Response(body, { status, statusText, headers });
  };
}

function counted(max_bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let read_bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read_bytes += chunk.byteLength;
      if (read_bytes > max_bytes) controller.error(tooLong(max_bytes));
      else controller.enqueue(chunk);
    },
  });
}

function tooLong(max_bytes: number): ModelFailure {
  return new ModelFailure({
    code: "model_error",
    detail: `The model server's answer is longer than ${max_bytes} bytes`,
    retryable: false,
    outage: true,
    maybe_billed: true,
  });
}
