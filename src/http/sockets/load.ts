/**
 * How many requests are under way.
 *
 * @module
 */

/** Counts requests from their header to the end of their answer. */
export class Load {
  readonly #maxRequests: number;
  #running = 0;
  #onIdle: (() => void)[] = [];

  /** @param maxRequests Most requests that may be under way at once. */
  constructor(maxRequests: number) {
    this.#maxRequests = maxRequests;
  }

  /** Requests under way. */
  get running(): number {
    return this.#running;
  }

  /** Whether the request that just came is one too many. */
  get exceeded(): boolean {
    return this.#running > this.#maxRequests;
  }

  /** A request has come. */
  enter(): void {
    this.#running++;
  }

  /** A request has been answered, or its client has gone. */
  leave(): void {
    this.#running--;
    if (this.#running > 0) return;
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  /** Resolves when nothing is under way, after `limit_ms` at the latest. */
  async idle(limit_ms: number): Promise<void> {
    if (this.#running === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onIdle.push(resolve);
    const timer = setTimeout(resolve, limit_ms);
    await promise;
    clearTimeout(timer);
  }
}
