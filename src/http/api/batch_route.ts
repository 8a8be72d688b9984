/**
 * `POST /process-customer-messages`: NDJSON in, NDJSON out, line by line.
 *
 * @module
 */
import { inOrder } from "../../batch/in_order.ts";
import type { InputRecord } from "../../batch/input_record.ts";
import { jsonlRecords } from "../../batch/jsonl_records.ts";
import { renderBody, type Showing } from "../../triage/domain/case.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { checkMessage } from "../../triage/domain/message.ts";
import type { Triage } from "../../triage/triage.ts";
import { type BodyLimits, checkMediaType } from "../door/body.ts";
import type { FairTurns } from "../../triage/fair_turns.ts";
import { untilIdle } from "../door/idle_limit.ts";
import { lineStream } from "../answer/line_stream.ts";
import { toProblem } from "../answer/problem.ts";
import type { Route } from "../door/route.ts";
import { showingTo } from "./triage_route.ts";

/** Lines of one request that are under way at once: enough to share a commit. */
const CONCURRENT_LINES = 32;

/** What the route is made of. */
export interface BatchParts {
  readonly triage: Triage;
  /** Every line takes its turn, those that are no message too. */
  readonly turns: FairTurns;
  /** The size holds for a line, the time for a pause between two pieces of the body. */
  readonly limits: BodyLimits;
  /** Whether the service is draining: no further line is begun. */
  readonly shuttingDown: () => boolean;
  /** Called for every line that fails for a reason of ours. */
  readonly onUnexpectedError: (report: { request_id: string; error: unknown }) => void;
  /** Called once a batch is over, however it ended. */
  readonly onEnded?: (ended: EndedBatch) => void;
}

/** A batch that is over. */
export interface EndedBatch {
  readonly request_id: string;
  readonly caller: string;
  /** Lines that were answered, problems among them. */
  readonly lines: number;
  /** Lines that were answered with a problem. */
  readonly failures: number;
  /** From the header to the last line. */
  readonly duration_ms: number;
}

/** Many messages in one request. Line n of the answer belongs to line n of the request. */
export function batchRoute(parts: BatchParts): Route {
  return {
    path: "/process-customer-messages",
    scope: "process",
    methods: {
      POST(request, { url, requestId, caller, countMessage }) {
        refuseIdempotencyKey(request.headers);
        checkMediaType(request.headers, "application/x-ndjson");
        const batch = {
          ...parts,
          showing: showingTo(caller, url.searchParams),
          requestId,
          countMessage: afterFirst(countMessage),
          tally: { lines: 0, failures: 0 },
        };
        const began = performance.now();
        const onEnd = () =>
          parts.onEnded?.({
            request_id: requestId,
            caller: caller.name,
            ...batch.tally,
            duration_ms: performance.now() - began,
          });
        return new Response(answerStream(request.body, batch, onEnd), {
          headers: { "content-type": "application/x-ndjson" },
        });
      },
    },
  };
}

interface Batch extends BatchParts {
  readonly showing: Showing;
  readonly requestId: string;
  /** Counts a line against the caller's rate. */
  readonly countMessage: () => Promise<void>;
  readonly tally: { lines: number; failures: number };
}

/**
 * A key belongs to one answer; here each line has its own.
 *
 * @throws {Failure} `invalid_header`
 */
function refuseIdempotencyKey(headers: Headers): void {
  if (!headers.has("idempotency-key")) return;
  throw new Failure(
    "invalid_header",
    "Cannot use an Idempotency-Key for many messages: send them one by one, each with its key, " +
      "or rely on repeats getting their first case",
  );
}

/** The first line was counted with the request. */
function afterFirst(count: () => Promise<void>): () => Promise<void> {
  let first = true;
  return () => {
    if (!first) return count();
    first = false;
    return Promise.resolve();
  };
}

/** Reads no faster than it is read. When the client goes away, the work stops. */
function answerStream(
  body: ReadableStream<Uint8Array> | null,
  batch: Batch,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const underWay = new UnderWay();
  return lineStream(answerLines(body, batch, underWay, gone.signal), {
    onEnd,
    onGone() {
      gone.abort();
      underWay.abort();
    },
  });
}

/**
 * What may have to be stopped. Each line has a signal of its own: what listens
 * to one that lasts as long as the batch would pile up.
 */
class UnderWay {
  readonly #controllers = new Set<AbortController>();

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#controllers.add(controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#controllers.delete(controller);
    }
  }

  abort(): void {
    for (const controller of this.#controllers) controller.abort();
  }
}

async function* answerLines(
  body: ReadableStream<Uint8Array> | null,
  batch: Batch,
  underWay: UnderWay,
  signal: AbortSignal,
): AsyncGenerator<string> {
  if (body === null) return;
  const chunks = untilIdle(body, batch.limits.body_timeout_ms);
  const records = untilShutdown(
    jsonlRecords(chunks, batch.limits.max_body_bytes),
    batch.shuttingDown,
  );
  try {
    yield* inOrder(
      records,
      (record) => underWay.run((signal) => answerLine(record, batch, signal)),
      {
        max_items: CONCURRENT_LINES,
        signal,
      },
    );
  } catch (failure) {
    // The input ended early: the last line says why, and that nothing after it was read.
    yield problemLine(failure, batch);
  }
}

async function answerLine(
  { value }: InputRecord,
  batch: Batch,
  signal: AbortSignal,
): Promise<string> {
  try {
    await batch.turns.take(batch);
    if (signal.aborted) return "";
    await batch.countMessage();
    if (value instanceof Failure) throw value;
    const stored = await batch.triage(checkMessage(value), signal);
    batch.tally.lines++;
    return renderBody(stored, batch.showing) + "\n";
  } catch (failure) {
    return problemLine(failure, batch);
  }
}

function problemLine(failure: unknown, batch: Batch): string {
  const { requestId, onUnexpectedError, tally } = batch;
  tally.lines++;
  tally.failures++;
  const problem = toProblem(failure, requestId);
  if (problem.code === "internal_error") {
    onUnexpectedError({ request_id: requestId, error: failure });
  }
  return JSON.stringify(problem) + "\n";
}

async function* untilShutdown(
  records: AsyncIterable<InputRecord>,
  shuttingDown: () => boolean,
): AsyncGenerator<InputRecord> {
  for await (const record of records) {
    if (shuttingDown()) {
      throw new Failure("shutting_down", "Cannot take more lines: the service is stopping");
    }
    yield record;
  }
}
