/**
 * How many threads there are, and what runs on them: the part of the
 * composition root that decides between this thread and others.
 *
 * @module
 */
import type { DatabaseStore } from "../store/database_store.ts";
import type { SqliteStoreOptions } from "../store/sqlite_store.ts";
import type { Assessor, LetterWeigher, SecondReader } from "../triage/domain/ports.ts";
import type { AssessParts } from "../triage/assess.ts";

/** Most threads that are started unless a number is set: each takes some 100 MB. */
const DEFAULT_WORKERS_MAX = 8;

/**
 * Threads to work on; 0 keeps all on this one. Where the program may not read
 * its own source it can start none, and says so.
 */
export function workersOf(wanted: number | null, onNotice: (line: string) => void): number {
  const workers = wanted ?? Math.min(navigator.hardwareConcurrency - 1, DEFAULT_WORKERS_MAX);
  if (workers === 0) return 0;
  const path = new URL("..", import.meta.url);
  if (Deno.permissions.querySync({ name: "read", path }).state === "granted") return workers;
  onNotice(
    `All work is done in one thread: others need leave to read the program, --allow-read=${path.pathname}.`,
  );
  return 0;
}

/** What messages are assessed with, but for the scorer and the drafter. */
export type AssessorOptions = Omit<AssessParts, "read" | "scorer" | "drafter" | "makeGist"> & {
  readonly workers: number;
  readonly onNotice: (line: string) => void;
};

/** An assessor that may have threads to end. */
export interface OpenAssessor extends Assessor {
  close(): void;
}

/**
 * Opens the assessor, ready for a first message.
 *
 * @throws {Error} When its threads cannot be started.
 */
export async function openAssessor(options: AssessorOptions): Promise<OpenAssessor> {
  if (options.workers > 0) {
    const { openPooledAssessor } = await import("../workers/pooled_assessor.ts");
    return await openPooledAssessor(options);
  }
  const [
    { readMessage },
    { createLocalScorer },
    { createLocalDrafter },
    { makeGist },
    { localAssessor },
    rehearsal,
  ] = await Promise.all([
    import("../reading/read_message.ts"),
    import("../scorer/local_scorer.ts"),
    import("../drafting/local_drafter.ts"),
    import("../similar/make_gist.ts"),
    import("../triage/assess.ts"),
    import("../workers/rehearsal.ts"),
  ]);
  const assessor = localAssessor({
    ...options,
    read: readMessage,
    scorer: createLocalScorer(),
    drafter: createLocalDrafter(),
    makeGist,
  });
  const never = new AbortController().signal;
  const rehearse = (text: string) =>
    assessor.assess({ text, product_name: "rehearsal", verdict: null }, never);
  await rehearse(rehearsal.FIRST_REHEARSED);
  return { ...assessor, close: rehearsal.rehearseLater(rehearse) };
}

/** A second reader that has a thread to end. */
export interface OpenReader extends SecondReader, LetterWeigher {
  close(): void;
}

/**
 * Opens the second reader where it is on.
 *
 * @param queue_jobs Most messages that wait for it.
 * @returns `null` where it is off: nothing of it is loaded.
 */
export async function openReader(
  encoder: "on" | "off",
  queue_jobs: number,
  onNotice: (line: string) => void,
): Promise<OpenReader | null> {
  if (encoder === "off") return null;
  const { openThreadedReader } = await import("../workers/threaded_reader.ts");
  return await openThreadedReader({ queue_jobs, onNotice });
}

/**
 * Opens an SQLite store, on this thread or on threads of its own.
 *
 * @throws {Error} When it cannot be used, also not by waiting; the message says why.
 */
export async function openSqlite(
  options: SqliteStoreOptions,
  workers: number,
): Promise<DatabaseStore> {
  if (workers > 0) {
    const { openThreadedStore } = await import("../store/threads/threaded_store.ts");
    return await openThreadedStore(options);
  }
  const { openSqliteStore } = await import("../store/sqlite_store.ts");
  return await openSqliteStore(options);
}
