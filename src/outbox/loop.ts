/**
 * Does something again and again beside the requests, until stopped.
 *
 * @module
 */
// @ts-types="@std/types/async/delay.d.ts"
import { delay } from "@std/async/delay";

/** Options of {@linkcode startLoop}. */
export interface LoopOptions {
  /**
   * One round; resolves to the pause before the next, in milliseconds. A round
   * that throws is reported and followed by the pause `after_error_ms`.
   */
  readonly round: () => Promise<number>;
  readonly after_error_ms: number;
  readonly onError: (error: unknown) => void;
  /** Waits, unless `signal` is aborted. @default a timer */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** A loop that runs. */
export interface Loop {
  /** Begins no further round; resolves when the one under way is done. */
  stop(): Promise<void>;
}

/** Starts a loop: the first round begins at once. */
export function startLoop(
  { round, after_error_ms, onError, wait = unrefDelay }: LoopOptions,
): Loop {
  const stopped = new AbortController();
  const run = async () => {
    while (!stopped.signal.aborted) {
      let pause_ms: number;
      try {
        pause_ms = await round();
      } catch (error) {
        onError(error);
        pause_ms = after_error_ms;
      }
      if (!stopped.signal.aborted) await wait(pause_ms, stopped.signal);
    }
  };
  const running = run();
  return {
    stop() {
      stopped.abort();
      return running;
    },
  };
}

async function unrefDelay(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, { signal, persistent: false });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
