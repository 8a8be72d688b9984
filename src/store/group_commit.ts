/**
 * Lets concurrent writers share one commit, and so one wait for the disk.
 *
 * A flush is armed for the end of the event loop's turn (setImmediate: a timer
 * would cost a lone writer a millisecond or more, a microtask would never
 * group), and while one commit runs the next group gathers.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import { nextTurn } from "./next_turn.ts";

/** Limits of a {@linkcode GroupCommit}. */
export interface GroupCommitOptions {
  /** Most jobs in one commit. */
  readonly batch_jobs: number;
  /** Most jobs waiting; further ones are refused with `overloaded`. */
  readonly queue_jobs: number;
  /** Hears of every commit. */
  readonly onCommit?: (jobs: number, duration_ms: number) => void;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** A bounded queue of jobs that are committed together. */
export class GroupCommit<Job, Result> {
  readonly #commit: (jobs: readonly Job[]) => Promise<PromiseSettledResult<Result>[]>;
  readonly #options: GroupCommitOptions;
  #waiting: Waiting<Job, Result>[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  /**
   * @param commit Writes all jobs in one transaction and says how each fared, in order.
   * When it throws, nothing was written; a group is then tried again job by job, so
   * that one bad job does not fail its neighbours. It may therefore see a job twice.
   */
  constructor(
    commit: (jobs: readonly Job[]) => Promise<PromiseSettledResult<Result>[]>,
    options: GroupCommitOptions,
  ) {
    this.#commit = commit;
    this.#options = options;
  }

  /**
   * Resolves when the job is committed.
   *
   * @throws {Failure} `overloaded` when the queue is full, `shutting_down` after {@linkcode close}.
   */
  submit(job: Job): Promise<Result> {
    if (this.#closed) {
      return Promise.reject(
        new Failure("shutting_down", "The service is shutting down", { retryAfterS: 5 }),
      );
    }
    if (this.#waiting.length >= this.#options.queue_jobs) {
      return Promise.reject(
        new Failure("overloaded", "Too many cases are waiting to be stored", { retryAfterS: 1 }),
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.push({ job, resolve, reject });
    this.#running ??= this.#flushAll();
    return promise;
  }

  /** Jobs waiting for a commit. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** Takes no more jobs; resolves when those taken are committed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #flushAll(): Promise<void> {
    await nextTurn();
    while (this.#waiting.length > 0) {
      await this.#flush(this.#waiting.splice(0, this.#options.batch_jobs));
    }
    this.#running = null;
  }

  async #flush(group: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const began = performance.now();
      const results = await this.#commit(group.map((waiting) => waiting.job));
      this.#options.onCommit?.(group.length, performance.now() - began);
      group.forEach((waiting, index) => settle(waiting, results[index]));
    } catch (error) {
      if (error instanceof Failure || group.length === 1) {
        for (const waiting of group) waiting.reject(error);
      } else {
        for (const waiting of group) await this.#flush([waiting]);
      }
    }
  }
}

function settle<Job, Result>(
  waiting: Waiting<Job, Result>,
  result: PromiseSettledResult<Result> | undefined,
): void {
  if (result?.status === "fulfilled") waiting.resolve(result.value);
  else waiting.reject(result?.reason ?? new Error("Cannot settle a job: its commit said nothing"));
}
