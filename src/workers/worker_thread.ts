/**
 * One thread of a pool, and the jobs that it has.
 *
 * @module
 */
import type { FromWorker, ToWorker, WorkerAnswer } from "./worker_messages.ts";

/** One job, and who waits for it. */
export interface Job {
  readonly text: string;
  readonly signal: AbortSignal;
  readonly resolve: (text: string) => void;
  readonly reject: (reason: unknown) => void;
  /** Threads that ended while they had it. */
  losses: number;
}

/** What a thread tells of. */
export interface WorkerThreadEvents {
  /** It listens: it may be sent what it works with. */
  readonly onListening: () => void;
  readonly onReady: (version: string) => void;
  readonly onAnswers: (answers: readonly WorkerAnswer[]) => void;
  /** It ended by itself; says how. */
  readonly onEnd: (why: string) => void;
}

/** A thread seen from the one that started it. */
export class WorkerThread {
  /** Jobs without an answer, oldest first. */
  readonly jobs: Job[] = [];
  ready = false;
  readonly #worker: Worker;
  #unsent: string[] = [];
  #setting: ToWorker | null = null;
  /** When it was last heard of, or given something after a pause. */
  #heard_ms = performance.now();

  constructor(worker: Worker, events: WorkerThreadEvents) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#heard_ms = performance.now();
      if ("answers" in data) return events.onAnswers(data.answers);
      if ("listening" in data) return events.onListening();
      this.ready = true;
      events.onReady(data.ready.version);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      events.onEnd(this.ready ? "ended" : `could not start: ${event.message}`);
    };
  }

  /** Whether it has a job that ended another thread: nothing else is put at risk. */
  get alone(): boolean {
    return (this.jobs[0]?.losses ?? 0) > 0;
  }

  /** How long it has had a job without answering anything, in milliseconds. */
  silentFor(): number {
    return this.ready && this.jobs.length > 0 ? performance.now() - this.#heard_ms : 0;
  }

  /** Takes a job, which is sent with the next {@linkcode send}. */
  give(job: Job): void {
    if (this.jobs.length === 0) this.#heard_ms = performance.now();
    this.jobs.push(job);
    this.#unsent.push(job.text);
  }

  /** Sends what was given, and before it what it works with, where that is news. */
  send(setting: ToWorker): void {
    if (setting !== this.#setting) this.#worker.postMessage(this.#setting = setting);
    if (this.#unsent.length === 0) return;
    this.#worker.postMessage({ jobs: this.#unsent } satisfies ToWorker);
    this.#unsent = [];
  }

  /** Ends it at once. */
  terminate(): void {
    this.#worker.terminate();
  }
}
