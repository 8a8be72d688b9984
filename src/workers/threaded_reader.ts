/**
 * A second reader on a thread of its own. Where the thread is busy, ends or
 * cannot start, that is said, and the words stand alone.
 *
 * @module
 */
import { ENCODER } from "../scorer/encoder/encoder_numbers.ts";
import { Failure } from "../triage/domain/failure.ts";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import type {
  LetterWeigher,
  NoReading,
  SecondReader,
  SecondReading,
  WrittenLetter,
} from "../triage/domain/ports.ts";
import type { EncoderJob } from "./worker_messages.ts";
import { WorkerPool, type WorkerPoolOptions } from "./worker_pool.ts";

/** Options of {@linkcode openThreadedReader}. */
export interface ThreadedReaderOptions extends Pick<WorkerPoolOptions, "onNotice" | "silence_ms"> {
  /** Most messages that wait for the thread; further ones are not read again. @default 16 */
  readonly queue_jobs?: number;
  /** @default starts src/workers/encoder_worker.ts */
  readonly start?: () => Worker;
}

/** A reader with a thread to end. */
export interface ThreadedReader extends SecondReader, LetterWeigher {
  close(): void;
}

/** Beside the 8 that the thread has at hand: who comes later would wait some 100 ms. */
const QUEUE_JOBS = 16;
/** A message takes some 5 ms, a letter as much for each of its sentences: some sixty at most. */
const SILENCE_MS = 5_000;

/** Starts the thread; resolves when it reads, or when it is clear that it never will. */
export async function openThreadedReader(
  { start = startWorker, onNotice = () => {}, ...options }: ThreadedReaderOptions,
): Promise<ThreadedReader> {
  if ((await Deno.permissions.query({ name: "ffi" })).state !== "granted") {
    return wordsAlone("it is native code, which needs --allow-ffi", onNotice);
  }
  const pool = new WorkerPool({
    silence_ms: SILENCE_MS,
    queue_jobs: QUEUE_JOBS,
    ...options,
    workers: 1,
    start,
    setting: () => SETTING,
    onNotice: (line) => onNotice(`${line} It is the encoder's.`),
  });
  const close = () => pool.close();
  try {
    const version = await pool.ready();
    return {
      version,
      pooling: ENCODER.pooling,
      read: (text, signal) => read(pool, text, signal),
      weigh: (letter, signal) => weigh(pool, letter, signal),
      close,
    };
  } catch (error) {
    pool.close();
    return wordsAlone(error instanceof Error ? error.message : String(error), onNotice);
  }
}

/** Says why there is no encoder, once here and with every message. */
function wordsAlone(why: string, onNotice: (line: string) => void): ThreadedReader {
  onNotice(
    `The encoder is on but cannot start, and words decide alone (run \`deno task encoder\`, ` +
      `then \`deno task serve\` with INTAKE_ENCODER=on): ${why}`,
  );
  const unavailable: NoReading = { kind: "unavailable", code: "encoder_unavailable" };
  return {
    version: ENCODER.version,
    pooling: ENCODER.pooling,
    read: () => Promise.resolve(unavailable),
    weigh: () => Promise.resolve(null),
    close: () => {},
  };
}

/** There is nothing to tell the thread. */
const SETTING = { encoder: true } as const;

async function read(
  pool: WorkerPool,
  text: string,
  signal: AbortSignal,
): Promise<SecondReading | NoReading> {
  try {
    const logits = await ask(pool, { text }, signal);
    return isThree(logits)
      ? { kind: "reading", logits: named(logits) }
      : { kind: "unavailable", code: "encoder_failed" };
  } catch (error) {
    signal.throwIfAborted();
    const busy = error instanceof Failure && error.code === "overloaded";
    return { kind: "unavailable", code: busy ? "encoder_busy" : "encoder_failed" };
  }
}

/** Where nothing comes back the words' weights decide, as if there were no encoder. */
async function weigh(
  pool: WorkerPool,
  letter: WrittenLetter,
  signal: AbortSignal,
): Promise<number[] | null> {
  try {
    const weights = await ask(pool, { letter }, signal);
    const complete = weights.length === letter.sentences.length && weights.every(Number.isFinite);
    return complete ? weights : null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function ask(pool: WorkerPool, job: EncoderJob, signal: AbortSignal): Promise<number[]> {
  return JSON.parse(await pool.submit(JSON.stringify(job), signal)) as number[];
}

function isThree(logits: readonly number[]): boolean {
  return logits.length === INTENTS.length && logits.every(Number.isFinite);
}

/** The encoder's classes are in the order of {@linkcode INTENTS}. */
function named(logits: readonly number[]): Readonly<Record<Intent, number>> {
  const [bug_report = 0, feature_request = 0, general_inquiry = 0] = logits;
  return { bug_report, feature_request, general_inquiry };
}

function startWorker(): Worker {
  return new Worker(new URL("./encoder_worker.ts", import.meta.url), {
    type: "module",
    name: "encoder",
  });
}
