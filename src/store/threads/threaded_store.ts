/**
 * SQLite on threads of its own: one writes, one reads. The thread that calls
 * never waits for a disk, and a long search never holds up a write.
 *
 * @module
 */
import { completeCase, type NewCase, type StoredCase } from "../../triage/domain/case.ts";
import { Failure } from "../../triage/domain/failure.ts";
import type { DatabaseStore } from "../database_store.ts";
import type { SqliteStoreOptions } from "../sqlite_store.ts";
import { StoreCaller } from "./store_caller.ts";
import { type CallArgs, type CallName, type CallResult, caseText } from "./store_calls.ts";

/** A probe is told that the store takes no writes when it has not said so within this. */
const READY_WAIT_MS = 2_000;

/** Pages that the thread that writes writes back itself, once the other has done the rest. */
const FEW_PAGES = 64;
/** Rounds in which the log is to come down to that; then the next long log goes on. */
const WRITE_BACK_ROUNDS = 4;

/**
 * Opens the store, making the file and its folder where there are none.
 *
 * @throws {Error} If the path is wrong, or the file was made by a program too new for this one.
 */
export async function openThreadedStore(options: SqliteStoreOptions): Promise<DatabaseStore> {
  const { onCommit = () => {}, onState = () => {}, now = () => new Date(), ...given } = options;
  const { queue_cases = 4_096, ...rest } = given;
  const none = {
    onCommit: () => {},
    onLongLog: () => {},
    onErasures: () => {},
    onState: () => {},
  };
  const writer = new StoreCaller({ ...rest, queue_cases, role: "write" }, now, {
    onCommit,
    onLongLog: () => void writeBack().catch(() => {}),
    onErasures: (pending) => erasures = pending,
    onState,
  });
  let reader: StoreCaller | null = null;
  let waiting = 0;
  let erasures = 0;
  /** Whether the schema is known to be up to date: before, only the thread that writes can say why not. */
  let prepared = false;

  async function write<Name extends CallName>(
    name: Name,
    ...args: CallArgs<Name>
  ): Promise<CallResult<Name>> {
    const result = await writer.call(name, ...args);
    prepared ||= result !== false;
    return result;
  }

  function read<Name extends CallName>(
    name: Name,
    ...args: CallArgs<Name>
  ): Promise<CallResult<Name>> {
    return (prepared ? readerOf() : writer).call(name, ...args);
  }

  /** The thread that reads, begun when it is first wanted. Memory can be read where it is alone. */
  function readerOf(): StoreCaller {
    if (options.path === ":memory:") return writer;
    return reader ??= new StoreCaller({ ...rest, role: "read" }, now, none);
  }

  /** What was erased leaves the memory of the thread that reads, too; one that died has none. */
  async function forget(): Promise<void> {
    await reader?.call("forget").catch(() => {});
  }

  /** Most of a long log is written back beside the writing, the little that came meanwhile by the writer. */
  async function writeBack(): Promise<void> {
    for (let round = 0; round < WRITE_BACK_ROUNDS; round++) {
      if (await readerOf().writeBack() <= FEW_PAGES) break;
    }
    await writer.writeBack();
  }

  async function record(newCase: NewCase): Promise<StoredCase> {
    if (waiting >= queue_cases) {
      throw new Failure("overloaded", "Too many cases are waiting to be stored", {
        retryAfterS: 1,
      });
    }
    waiting++;
    try {
      const recorded = await write("record", caseText(newCase));
      if ("repeated" in recorded) return recorded.repeated;
      const { case_id, created_at, request } = newCase;
      const completed = completeCase(newCase, recorded.ticket_id, recorded.store_ms);
      return { case_id, created_at, request, ...completed };
    } finally {
      waiting--;
    }
  }

  try {
    await writer.opened();
  } catch (error) {
    writer.terminate();
    throw error;
  }
  return {
    record,
    queued: () => waiting,
    findRepeat: (...args) => write("findRepeat", ...args),
    ready: () => within(READY_WAIT_MS, write("ready"), false),
    sweep: () => write("sweep"),
    forget,
    shared: null,
    copies: {
      get pending() {
        return erasures;
      },
      clear: () => write("clear"),
    },
    async *correctedRows() {
      yield* await write("correctedRows");
    },
    get: (...args) => read("get", ...args),
    desk: {
      list: (...args) => read("list", ...args),
      count: (...args) => read("count", ...args),
      read: (...args) => read("read", ...args),
      neighbours: (...args) => read("neighbours", ...args),
      claim: (...args) => write("claim", ...args),
      assign: (...args) => write("assign", ...args),
      release: (...args) => write("release", ...args),
      correct: (...args) => write("correct", ...args),
      undo: (...args) => write("undo", ...args),
      eraseCustomer: (...args) => write("eraseCustomer", ...args).finally(forget),
    },
    statistics: {
      checked: (...args) => read("checked", ...args),
      daily: (...args) => read("daily", ...args),
    },
    matters: {
      list: (...args) => read("listMatters", ...args),
      read: (...args) => read("readMatter", ...args),
      cases: (...args) => read("matterCases", ...args),
      ofCase: (...args) => read("matterOfCase", ...args),
      named: (...args) => read("namedMatter", ...args),
      known: (...args) => read("knownMatter", ...args),
      begin: (...args) => write("beginMatter", ...args),
      join: (...args) => write("joinMatter", ...args),
      split: (...args) => write("splitMatter", ...args),
      solve: (...args) => write("solveMatter", ...args),
      reopen: (...args) => write("reopenMatter", ...args),
      undo: (...args) => write("undoMatter", ...args),
      requirements: (...args) => read("requirements", ...args),
      asked: (...args) => read("asked", ...args),
    },
    building: {
      next: (...args) => write("nextToBuild", ...args),
      done: (...args) => write("built", ...args),
      merge: (...args) => write("mergeMatters", ...args),
    },
    rising: {
      arrivals: (...args) => read("arrivals", ...args),
      counted: (...args) => read("counted", ...args),
      rising: () => read("rising"),
      ended: (...args) => read("endedRises", ...args),
      note: (...args) => write("noteRising", ...args),
    },
    similar: {
      similarTo: (...args) => read("similarTo", ...args),
      similarToGist: (...args) => read("similarToGist", ...args),
    },
    gists: {
      unread: (...args) => read("unreadCases", ...args),
      keep: (...args) => write("keepGist", ...args),
    },
    idempotency: {
      begin: (...args) => write("begin", ...args),
      abandon: (claim) => write("abandon", claim).catch(() => {}),
    },
    outbox: {
      take: (...args) => write("take", ...args),
      delivered: (...args) => write("delivered", ...args),
      failed: (...args) => write("failed", ...args),
      backlog: () => read("backlog"),
    },
    async close() {
      await writer.close();
      reader?.terminate();
    },
  };
}

/** What is resolved within the time, or else `otherwise`. */
async function within<T>(limit_ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => late.resolve(otherwise), limit_ms);
  try {
    return await Promise.race([work.catch(() => otherwise), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
