/**
 * Exchanges with a model server on file: recorded once, replayed for ever, so
 * that tests see what a real server says without a network.
 *
 * @module
 */
import { z } from "zod";
import { maskAll } from "../../src/masking/redact.ts";

/** Schema of a recorded exchange. */
export const exchangeRecord = z.strictObject({
  case: z.string().min(1),
  /** Written by hand, or by the fake server: not what a real model said. */
  synthetic: z.boolean(),
  prompt_version: z.string(),
  request: z.strictObject({
    /** Of the whole body, so that a changed prompt is not answered from the past. */
    sha256: z.string().length(64),
    model: z.string(),
    /** The customer's message as sent: masked. For readers. */
    message: z.string(),
  }),
  response: z.strictObject({
    status: z.int(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
});

/** A recorded exchange. */
export type ExchangeRecord = z.infer<typeof exchangeRecord>;

/** What a recording says of itself. */
export interface RecordingLabel {
  readonly case: string;
  readonly synthetic: boolean;
  readonly prompt_version: string;
}

/** Headers that say something about the answer; all others may say something about us. */
const KEPT_HEADERS = ["content-type", "retry-after", "retry-after-ms"];
/** The type's token is among the first; the rest would fill the file. */
const KEPT_LOGPROBS = 24;

/**
 * A `fetch` that answers from records, each as often as it is asked for; of
 * several records with the same request, in their order.
 *
 * @throws {Error} For a request that was never recorded.
 */
export function replayingFetch(records: readonly ExchangeRecord[]): typeof fetch {
  const queues = new Map<string, ExchangeRecord[]>();
  for (const record of records) {
    const { sha256 } = record.request;
    queues.set(sha256, [...queues.get(sha256) ?? [], record]);
  }
  return async (_input, init) => {
    const queue = queues.get(await sha256Of(String(init?.body ?? ""))) ?? [];
    const record = queue.length > 1 ? queue.shift() : queue[0];
    if (record === undefined) {
      throw new Error("Cannot replay: this request was never recorded; run `deno task record`");
    }
    const { status, headers, body } = record.response;
    return Response.json(body, { status, headers });
  };
}

/** A `fetch` that passes on to another and hands over a scrubbed record of every exchange. */
export function recordingFetch(
  label: RecordingLabel,
  onRecord: (record: ExchangeRecord) => void,
  send: typeof fetch = fetch,
): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    const text = String(init?.body ?? "{}");
    const sent = JSON.parse(text);
    const body: unknown = await response.clone().json().catch(() => null);
    onRecord({
      ...label,
      request: {
        sha256: await sha256Of(text),
        model: String(sent.model),
        message: String(sent.messages?.at(-1)?.content ?? ""),
      },
      response: {
        status: response.status,
        headers: Object.fromEntries(
          [...response.headers].filter(([name]) => KEPT_HEADERS.includes(name)),
        ),
        body: scrub(body),
      },
    });
    return response;
  };
}

/** Takes out what names the account or the day, and masks what should have been masked before. */
// deno-lint-ignore no-explicit-any
function scrub(body: any): unknown {
  if (typeof body !== "object" || body === null) return body;
  const { system_fingerprint: _, service_tier: __, ...rest } = body;
  const choices = body.choices?.map?.((choice: typeof body) =>
    choice.logprobs?.content === undefined || choice.logprobs?.content === null ? choice : {
      ...choice,
      logprobs: { content: choice.logprobs.content.slice(0, KEPT_LOGPROBS) },
    }
  );
  return maskAll({
    ...rest,
    ...(body.id === undefined ? {} : { id: "chatcmpl-recorded" }),
    ...(body.created === undefined ? {} : { created: 0 }),
    ...(choices === undefined ? {} : { choices }),
  }).value;
}

async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
