/**
 * Whether the files under a path are still those that were opened. A file that
 * is deleted or replaced under a process goes on taking writes that nobody will
 * ever read: the name leads elsewhere, or nowhere.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";

/** Device and inode. */
type Identity = string;

/** SQLite's log lies beside its file; what is committed is in it first. */
const LOG_ENDING = "-wal";
/** Who only reads may see files that were gone for so long: nothing is acknowledged from them. */
const SEEN_LATELY_MS = 100;
const RETRY_AFTER_S = 5;

/** The files of one database, as they were when they were opened. */
export class FileIdentity {
  readonly #path: string;
  #file: Identity | null = null;
  #log: Identity | null = null;
  #seen_ms = -Infinity;

  /** @param path The database's file. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Looks at the file that was just opened. The log is looked at when there is one. */
  remember(): void {
    this.#file = identityOf(this.#path);
    this.#log = null;
  }

  /**
   * Compares what the path leads to now. Costs two looks into the file system, 15 µs.
   *
   * @throws {Failure} `store_unavailable` when it is no longer what was opened.
   */
  check(): void {
    if (this.#file === null) return;
    const log = identityOf(this.#path + LOG_ENDING);
    this.#log ??= log;
    const file = identityOf(this.#path);
    if (file === this.#file && log === this.#log) {
      this.#seen_ms = performance.now();
      return;
    }
    const what = file === this.#file ? "log" : "file";
    const became = (what === "file" ? file : log) === null ? "gone" : "another one now";
    throw new Failure("store_unavailable", `The store's ${what} is ${became}`, {
      retryAfterS: RETRY_AFTER_S,
    });
  }

  /** As {@linkcode check}, but for who looked a moment ago. @throws {Failure} `store_unavailable` */
  checkLately(): void {
    if (performance.now() - this.#seen_ms > SEEN_LATELY_MS) this.check();
  }
}

function identityOf(path: string): Identity | null {
  try {
    const { dev, ino } = Deno.statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
