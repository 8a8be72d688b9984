/**
 * Calls a store that is on a thread of its own. A thread that dies is started
 * again; what it was asked then fails, and may have been done or not.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import { toError } from "./failure_message.ts";
import { gather } from "./gather.ts";
import type { CallArgs, CallName, CallResult } from "./store_calls.ts";
import {
  type Call,
  type FromStore,
  type OpenMessage,
  type ToStore,
  WRITE_BACK,
} from "./thread_messages.ts";

/** What a thread tells of by itself. */
export interface ThreadEvents {
  readonly onCommit: (cases: number, duration_ms: number) => void;
  readonly onLongLog: () => void;
  /** Hears how many erasures are not yet complete. */
  readonly onErasures: (pending: number) => void;
  /** Hears why the database is away, and `null` when it is back. */
  readonly onState: (away: string | null) => void;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** A thread that died is started again after this, so that one that cannot live does not spin. */
const RESTART_PAUSE_MS = 200;

/** A store's thread, seen from another. */
export class StoreCaller {
  readonly #open: OpenMessage;
  readonly #now: () => Date;
  readonly #events: ThreadEvents;
  readonly #waiting = new Map<number, Waiting>();
  readonly #send: (call: Call) => void;
  readonly #running = new Set<Promise<unknown>>();
  #thread: Worker | null;
  #opened: PromiseWithResolvers<void>;
  #unsent: Call[] = [];
  #listening = false;
  #calls = 0;
  #closed = false;

  constructor(open: OpenMessage, now: () => Date, events: ThreadEvents) {
    this.#open = open;
    this.#now = now;
    this.#events = events;
    this.#opened = Promise.withResolvers();
    this.#opened.promise.catch(() => {}); // Nobody needs to ask: each call says it too.
    this.#thread = this.#start();
    this.#send = gather((calls) => {
      this.#unsent.push(...calls);
      this.#flush();
    });
  }

  /**
   * Resolves when the thread takes calls.
   *
   * @throws {Error} Why it never will.
   */
  opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** Asks for a call. @throws {Failure} Whatever the store throws, or `store_unavailable` when its thread died. */
  call<Name extends CallName>(name: Name, ...args: CallArgs<Name>): Promise<CallResult<Name>> {
    return this.#call(name, args);
  }

  /** Writes the log back as far as nobody has to wait; the pages that are left in it. */
  writeBack(): Promise<number> {
    return this.#call(WRITE_BACK, []);
  }

  /** Takes no more calls, and ends the thread when those taken are answered. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled([...this.#running]);
    await this.#ask("close", []).catch(() => {});
    this.terminate();
  }

  /** Ends the thread at once. */
  terminate(): void {
    this.#closed = true;
    this.#thread?.terminate();
    this.#failAll();
  }

  #call<Result>(name: string, args: readonly unknown[]): Promise<Result> {
    if (this.#closed) {
      return Promise.reject(
        new Failure("shutting_down", "The service is shutting down", { retryAfterS: 5 }),
      );
    }
    const result = this.#ask<Result>(name, args);
    this.#running.add(result);
    const done = () => void this.#running.delete(result);
    result.then(done, done);
    return result;
  }

  #ask<Result>(name: string, args: readonly unknown[]): Promise<Result> {
    if (this.#thread === null) return Promise.reject(threadDied());
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const id = ++this.#calls;
    this.#waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
    this.#send([id, name, args]);
    return promise;
  }

  #start(): Worker {
    const thread = new Worker(new URL("./store_thread.ts", import.meta.url), {
      type: "module",
      name: `store that ${this.#open.role}s`,
    });
    thread.onmessage = ({ data }: MessageEvent<FromStore>) => this.#hear(data);
    thread.onerror = (event) => {
      event.preventDefault();
      this.#died(thread);
    };
    return thread;
  }

  #hear(message: FromStore): void {
    switch (message.kind) {
      case "listening":
        this.#listening = true;
        this.#thread?.postMessage({ open: this.#open } satisfies ToStore);
        this.#flush();
        break;
      case "opened":
        if (message.failure === null) this.#opened.resolve();
        else this.#opened.reject(toError(message.failure));
        break;
      case "erasures":
        this.#events.onErasures(message.pending);
        break;
      case "state":
        this.#events.onState(message.away);
        break;
      case "log_is_long":
        this.#events.onLongLog();
        break;
      case "answers":
        for (const { cases, duration_ms } of message.commits) {
          this.#events.onCommit(cases, duration_ms);
        }
        for (const [id, result, failure] of message.answers) {
          const waiting = this.#waiting.get(id);
          this.#waiting.delete(id);
          if (failure === undefined) waiting?.resolve(result as never);
          else waiting?.reject(toError(failure));
        }
    }
  }

  /** Sends what there is, once the thread listens. */
  #flush(): void {
    if (!this.#listening || this.#thread === null || this.#unsent.length === 0) return;
    const now_ms = this.#now().getTime();
    this.#thread.postMessage({ now_ms, calls: this.#unsent } satisfies ToStore);
    this.#unsent = [];
  }

  #died(thread: Worker): void {
    if (this.#thread !== thread || this.#closed) return;
    thread.terminate();
    this.#thread = null;
    this.#listening = false;
    this.#unsent = [];
    this.#opened.reject(threadDied());
    this.#failAll();
    const timer = setTimeout(() => {
      if (!this.#closed) this.#thread = this.#start();
    }, RESTART_PAUSE_MS);
    Deno.unrefTimer(timer);
  }

  #failAll(): void {
    for (const { reject } of this.#waiting.values()) reject(threadDied());
    this.#waiting.clear();
  }
}

function threadDied(): Failure {
  return new Failure("store_unavailable", "The store cannot be used: its thread has ended", {
    retryAfterS: 1,
  });
}
