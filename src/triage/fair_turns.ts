/**
 * Shares the event loop out. Work is begun for a share of time, then the loop
 * comes to rest once: probes, time limits and new requests have theirs. Where
 * more waits than a share holds, requests take turns, so that one with many
 * messages gets no more than one with a single message.
 *
 * Rest is a timer that fires on time. One turn of the loop is not enough:
 * without rest Deno looks at its sockets every 61 turns only (measured: turns of
 * 10 ms chained by `setImmediate` leave a socket unread for 700 ms).
 *
 * @module
 */

/** Work that is begun between two rests, in milliseconds: a probe is answered after some three. */
const TURN_MS = 5;
/** A timer that fires this much later than it was set found the loop at work, not at rest. */
const AT_REST_MS = 3;
/** Rests are tried so often; then the turn goes on, so that nobody waits for ever. */
const MAX_TRIES = 8;

/** What turns need of the outside. */
export interface TurnClock {
  readonly now_ms: () => number;
  /** Calls back when the loop has come round, as early as it can. */
  readonly later: (callback: () => void) => void;
}

const SYSTEM_CLOCK: TurnClock = {
  now_ms: () => performance.now(),
  later: (callback) => void setTimeout(callback, 0),
};

/** Turns of the event loop, shared by all requests. */
export class FairTurns {
  readonly #clock: TurnClock;
  /** Those that wait, by request; the request whose turn is next comes first. */
  readonly #waiting = new Map<object, (() => void)[]>();
  /** When the share of this turn is used up; `null` while the loop is at rest. */
  #ends_ms: number | null = null;

  /** @param clock Stands in for time in tests. */
  constructor(clock: TurnClock = SYSTEM_CLOCK) {
    this.#clock = clock;
  }

  /**
   * Resolves when work may begin.
   *
   * @param request Whatever stands for the request: its messages wait in one line.
   * @returns `null` when there is nothing to wait for.
   */
  take(request: object): Promise<void> | null {
    const now_ms = this.#clock.now_ms();
    if (this.#waiting.size === 0) {
      if (this.#ends_ms === null) {
        this.#ends_ms = now_ms + TURN_MS;
        this.#rest();
      }
      if (now_ms < this.#ends_ms) return null;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    const line = this.#waiting.get(request);
    if (line === undefined) this.#waiting.set(request, [resolve]);
    else line.push(resolve);
    return promise;
  }

  #rest(tries = 1): void {
    const set_ms = this.#clock.now_ms();
    this.#clock.later(() => {
      const atRest = this.#clock.now_ms() - set_ms < AT_REST_MS;
      if (!atRest && tries < MAX_TRIES) this.#rest(tries + 1);
      else void this.#turn();
    });
  }

  async #turn(): Promise<void> {
    if (this.#waiting.size === 0) {
      this.#ends_ms = null;
      return;
    }
    const ends_ms = this.#ends_ms = this.#clock.now_ms() + TURN_MS;
    while (this.#waiting.size > 0 && this.#clock.now_ms() < ends_ms) {
      this.#beginNext();
      // Comes back when the message is read, scored and drafted.
      await Promise.resolve();
    }
    this.#rest();
  }

  #beginNext(): void {
    const [first] = this.#waiting;
    if (first === undefined) return;
    const [request, line] = first;
    const begin = line.shift();
    // To the end of the round, behind those that have waited longer.
    this.#waiting.delete(request);
    if (line.length > 0) this.#waiting.set(request, line);
    begin?.();
  }
}
