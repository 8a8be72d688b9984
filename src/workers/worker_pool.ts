/**
 * Jobs for several threads. The job goes to the thread with the least to do;
 * what a thread that ended or hung was doing is tried again, alone, once.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import { type Job, WorkerThread } from "./worker_thread.ts";
import type { ToWorker, WorkerAnswer } from "./worker_messages.ts";

/** Options of {@linkcode WorkerPool}. */
export interface WorkerPoolOptions {
  readonly workers: number;
  /** Starts a thread. */
  readonly start: () => Worker;
  /** What a thread works with, told before its next job whenever it is another value than before. */
  readonly setting: () => ToWorker;
  /** A thread that answers nothing for this long while it has a job is replaced. @default 5000 */
  readonly silence_ms?: number;
  /** Most jobs that wait for a thread; further ones are refused as `overloaded`. @default 4096 */
  readonly queue_jobs?: number;
  /** Told, in one line, of every thread that is replaced. */
  readonly onNotice?: (line: string) => void;
}

/** Jobs that a thread has at most: one that it works on, and the next at hand. */
const JOBS_AHEAD = 8;
/** A job is tried this often. */
const TRIES = 2;
/** How exactly silence is measured. */
const CHECK_MS = 100;
/** A thread that ended before it was ready is not started again more often than this in a row. */
const FAILED_STARTS = 3;

/** Threads that share the work. */
export class WorkerPool {
  readonly #options: Required<WorkerPoolOptions>;
  readonly #threads: WorkerThread[];
  readonly #ready = Promise.withResolvers<string>();
  readonly #timer: ReturnType<typeof setInterval>;
  #queue: Job[] = [];
  #pumping = false;
  #failedStarts = 0;

  constructor(options: WorkerPoolOptions) {
    this.#options = { silence_ms: 5_000, queue_jobs: 4_096, onNotice: () => {}, ...options };
    this.#ready.promise.catch(() => {});
    this.#threads = Array.from({ length: options.workers }, () => this.#start());
    this.#timer = setInterval(() => this.#replaceSilent(), CHECK_MS);
    Deno.unrefTimer(this.#timer);
  }

  /**
   * Resolves to the version of the weights as soon as the first thread takes jobs.
   *
   * @throws {Error} When none can be started.
   */
  ready(): Promise<string> {
    return this.#ready.promise;
  }

  /**
   * Has a job done.
   *
   * @throws {Failure} `overloaded`.
   * @throws {unknown} `signal`'s reason when it is aborted before a thread has the job.
   * @throws {Error} When the job failed, or two threads ended over it.
   */
  submit(text: string, signal: AbortSignal): Promise<string> {
    if (this.#queue.length >= this.#options.queue_jobs) {
      return Promise.reject(
        new Failure("overloaded", "Too many messages are waiting to be read", { retryAfterS: 1 }),
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.#queue.push({ text, signal, resolve, reject, losses: 0 });
    this.#pumpSoon();
    return promise;
  }

  /** Ends all threads at once. */
  close(): void {
    clearInterval(this.#timer);
    for (const thread of this.#threads) thread.terminate();
    const closed = new Failure("shutting_down", "The service is shutting down", { retryAfterS: 5 });
    for (const job of this.#queue.splice(0)) job.reject(closed);
  }

  /** What comes together travels together. */
  #pumpSoon(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    queueMicrotask(() => {
      this.#pumping = false;
      this.#pump();
    });
  }

  #pump(): void {
    while (this.#queue.length > 0) {
      const [job] = this.#queue;
      if (job?.signal.aborted) {
        this.#queue.shift()?.reject(job.signal.reason);
        continue;
      }
      const thread = this.#leastBusy();
      if (thread === null) break;
      if (job !== undefined && job.losses > 0 && thread.jobs.length > 0) break;
      this.#queue.shift();
      if (job !== undefined) thread.give(job);
    }
    for (const thread of this.#threads) if (thread.ready) thread.send(this.#options.setting());
  }

  #leastBusy(): WorkerThread | null {
    let least: WorkerThread | null = null;
    for (const thread of this.#threads) {
      if (!thread.ready || thread.jobs.length >= JOBS_AHEAD || thread.alone) continue;
      if (least === null || thread.jobs.length < least.jobs.length) least = thread;
    }
    return least;
  }

  #start(): WorkerThread {
    const thread: WorkerThread = new WorkerThread(this.#options.start(), {
      onListening: () => thread.send(this.#options.setting()),
      onReady: (version) => {
        this.#failedStarts = 0;
        this.#ready.resolve(version);
        this.#pumpSoon();
      },
      onAnswers: (answers) => this.#settle(thread, answers),
      onEnd: (why) => this.#replace(thread, why),
    });
    return thread;
  }

  #settle(thread: WorkerThread, answers: readonly WorkerAnswer[]): void {
    for (const answer of answers) {
      const job = thread.jobs.shift();
      if ("text" in answer) job?.resolve(answer.text);
      else job?.reject(new WorkError(answer.failed));
    }
    this.#pumpSoon();
  }

  #replaceSilent(): void {
    for (const thread of this.#threads) {
      if (thread.silentFor() > this.#options.silence_ms) this.#replace(thread, "did not answer");
    }
  }

  #replace(thread: WorkerThread, why: string): void {
    const place = this.#threads.indexOf(thread);
    if (place < 0) return;
    thread.terminate();
    this.#options.onNotice(`A worker ${why}; another takes its place.`);
    const lost = thread.jobs.splice(0);
    // Any of them may be the reason: each is tried again by itself.
    for (const job of lost) {
      if (++job.losses < TRIES) continue;
      job.reject(new WorkError(`${TRIES} workers ended over this message`));
    }
    this.#queue.unshift(...lost.filter(({ losses }) => losses < TRIES));
    if (!thread.ready && ++this.#failedStarts >= FAILED_STARTS) {
      this.#threads.splice(place, 1);
      if (this.#threads.length === 0) this.#giveUp(why);
      return;
    }
    this.#threads[place] = this.#start();
  }

  #giveUp(why: string): void {
    const error = new Error(`Cannot start a worker: it ${why}`);
    this.#ready.reject(error);
    for (const job of this.#queue.splice(0)) job.reject(error);
  }
}

/** A message that could not be worked on; says nothing of what it holds. */
class WorkError extends Error {
  constructor(told: string) {
    const [what = "", ...place] = told.split("\n");
    super(`Cannot assess the message: ${what}`);
    this.name = "WorkError";
    if (place.length > 0) this.stack = [`${this.name}: ${this.message}`, ...place].join("\n");
  }
}
