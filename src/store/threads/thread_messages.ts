/**
 * What the threads of a store say to each other.
 *
 * @module
 */
import type { FailureMessage } from "./failure_message.ts";

/** How a thread opens its database. */
export interface OpenMessage {
  /** `write`: owns the connection that writes. `read`: reads beside it, and writes the log back. */
  readonly role: "write" | "read";
  readonly path: string;
  readonly lock_wait_ms?: number;
  readonly batch_cases?: number;
  readonly queue_cases?: number;
  readonly claim_ms?: number;
  readonly events?: boolean;
  readonly retention_days?: number | null;
}

/** One call: its number, its name and what it is given. */
export type Call = readonly [number, string, readonly unknown[]];

/** What the main thread says: how to open, and then calls that came together, with the time. */
export type ToStore =
  | { readonly open: OpenMessage }
  | { readonly now_ms: number; readonly calls: readonly Call[] };

/** What came of a call: its number, the result, or why there is none. */
export type Answer = readonly [number, unknown] | readonly [number, null, FailureMessage];

/** A commit: how many cases it wrote, and how long it took. */
export interface Commit {
  readonly cases: number;
  readonly duration_ms: number;
}

/** What the thread says. */
export type FromStore =
  /** It listens: what is said before, while it loads, is lost. */
  | { readonly kind: "listening" }
  /** It takes calls; `failure` says why it never will. */
  | { readonly kind: "opened"; readonly failure: FailureMessage | null }
  | {
    readonly kind: "answers";
    readonly answers: readonly Answer[];
    /** The commits that were made for them: each message more would wake the other thread. */
    readonly commits: readonly Commit[];
  }
  /** Erasures that are not yet complete. */
  | { readonly kind: "erasures"; readonly pending: number }
  /** Why the database is away; `null` when it is back. */
  | { readonly kind: "state"; readonly away: string | null }
  /** The log of what was written is long: it is to be written back to the file. */
  | { readonly kind: "log_is_long" };

/** Writes the log back as far as it goes without making anybody wait; the pages left in it. */
export const WRITE_BACK = "write_back";
