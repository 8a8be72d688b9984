/**
 * Starts a second attempt beside one that is slow (Dean & Barroso 2013, "The
 * Tail at Scale"): the first of the two to succeed counts, the other is given up.
 * A server that is always slow is not asked twice for everything: second
 * attempts are earned by first ones.
 *
 * @module
 */

/** Second attempts that are to be had, shared by all calls to one server. */
export interface HedgeAllowance {
  /** A first attempt was made. */
  earn(): void;
  /** Takes one, or says that there is none. */
  take(): boolean;
}

/** What one first attempt earns: at most one attempt in ten has a second one beside it. */
const EARNED = 0.1;
/** Most that can be saved up; what there is at the start. */
const SAVED_MAX = 10;

/** Starts with some saved up. */
export function createHedgeAllowance(): HedgeAllowance {
  let saved = SAVED_MAX;
  return {
    earn() {
      saved = Math.min(SAVED_MAX, saved + EARNED);
    },
    take() {
      if (saved < 1) return false;
      saved--;
      return true;
    },
  };
}

/** When a second attempt starts. */
export interface HedgeOptions<T> {
  /** Time after which the first one counts as slow, in milliseconds. */
  readonly after_ms: number;
  /** Starts the second one; `null` where none may start. Asked once. */
  readonly hedge: (signal: AbortSignal) => Promise<T> | null;
  /** Gives both up. */
  readonly signal: AbortSignal;
}

/**
 * Runs an attempt, and a second one beside it when it is slow.
 *
 * @throws What the first one threw; when both were running, once both have failed.
 */
export async function hedged<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { after_ms, hedge, signal }: HedgeOptions<T>,
): Promise<T> {
  const gaveUp = new AbortController();
  const both = AbortSignal.any([signal, gaveUp.signal]);
  const first = attempt(both);
  const slow = Promise.withResolvers<"slow">();
  const timer = setTimeout(() => slow.resolve("slow"), after_ms);
  try {
    const outcome = await Promise.race([first.then((value) => ({ value })), slow.promise]);
    if (outcome !== "slow") return outcome.value;
    const second = hedge(both);
    if (second === null) return await first;
    try {
      return await Promise.any([first, second]);
    } catch (error) {
      throw error instanceof AggregateError ? error.errors[0] : error;
    }
  } finally {
    clearTimeout(timer);
    gaveUp.abort(new GivenUp());
  }
}

/** The reason with which the slower of two attempts is given up. */
export class GivenUp extends Error {
  constructor() {
    super("The other attempt was faster");
    this.name = "GivenUp";
  }
}
