/**
 * Tries again what is worth trying again, within one deadline.
 *
 * @module
 */
// @ts-types="@std/types/async/delay.d.ts"
import { delay } from "@std/async/delay";
// @ts-types="@std/types/async/retry.d.ts"
import { retry, RetryError } from "@std/async/retry";
import { ModelFailure } from "./model_failure.ts";

/** Options of {@linkcode retryWithin}. */
export interface RetryOptions {
  /** Most attempts, the first included. */
  readonly attempts: number;
  /** Longest pause before the second attempt, in milliseconds; it doubles, with full jitter. */
  readonly backoff_ms: number;
  /** Milliseconds left until the deadline. */
  readonly remainingMs: () => number;
  /** Aborts at the deadline or when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** No pause is longer than this, in milliseconds, unless the server asks for it. */
const BACKOFF_MAX_MS = 2_000;
/** An attempt that has less time than this is not started, in milliseconds. */
const ATTEMPT_MIN_MS = 50;

/**
 * Runs an attempt until it succeeds, fails for good, or time or attempts run out.
 *
 * The server's Retry-After is waited for inside the attempt, because `retry`
 * knows one rule for all pauses; where it reaches past the deadline, waiting
 * is pointless and the failure stands.
 *
 * @throws {ModelFailure} The last one.
 * @throws The signal's reason.
 */
export async function retryWithin<T>(
  attempt: (last: boolean) => Promise<T>,
  { attempts, backoff_ms, remainingMs, signal }: RetryOptions,
): Promise<T> {
  let tried = 0;
  const once = async (): Promise<T> => {
    if (remainingMs() < ATTEMPT_MIN_MS) throw noTimeLeft();
    tried++;
    try {
      return await attempt(tried === attempts);
    } catch (error) {
      if (!(error instanceof ModelFailure) || tried === attempts) throw error;
      const { retryable, retry_after_ms = 0 } = error.facts;
      if (!retryable) throw error;
      if (retry_after_ms + ATTEMPT_MIN_MS >= remainingMs()) {
        throw new ModelFailure({ ...error.facts, retryable: false }, { cause: error });
      }
      if (retry_after_ms > 0) await delay(retry_after_ms, { signal });
      throw error;
    }
  };

  try {
    return await retry(once, {
      maxAttempts: attempts,
      minTimeout: backoff_ms,
      maxTimeout: BACKOFF_MAX_MS,
      multiplier: 2,
      jitter: 1,
      isRetriable: (error: unknown) =>
        error instanceof ModelFailure && error.facts.retryable && remainingMs() > ATTEMPT_MIN_MS,
      signal,
    });
  } catch (error) {
    throw error instanceof RetryError ? (error as Error).cause : error;
  }
}

/** Says nothing about the server: it was not asked. */
function noTimeLeft(): ModelFailure {
  return new ModelFailure({
    code: "model_timeout",
    detail: "No time was left to ask the model",
    retryable: false,
    outage: false,
  });
}
