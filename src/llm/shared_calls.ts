/**
 * Identical calls in flight share one.
 *
 * @module
 */
// @ts-types="@std/types/async/abortable.d.ts"
import { abortable } from "@std/async/abortable";

/** Joins callers that ask for the same. */
export interface SharedCalls<T> {
  /**
   * Starts the call, or joins the one in flight with the same key.
   *
   * @param signal One caller's going away: rejects for that caller only. The
   * call itself is aborted when its last caller has gone.
   * @returns What came, and whether this caller started it.
   * @throws The signal's reason.
   */
  join(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<{ readonly value: T; readonly started: boolean }>;
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  callers: number;
}

/** Creates an empty set of calls in flight. */
export function createSharedCalls<T>(): SharedCalls<T> {
  const flights = new Map<string, Flight<T>>();
  return {
    async join(key, signal, start) {
      signal.throwIfAborted();
      const known = flights.get(key);
      const flight = known ?? take(key, start);
      flight.callers++;
      try {
        const value: T = await abortable(flight.result, signal);
        return { value, started: known === undefined };
      } finally {
        if (--flight.callers === 0) {
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort(signal.reason);
        }
      }
    },
  };

  function take(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const result = start(controller.signal);
    const flight: Flight<T> = { result, controller, callers: 0 };
    flights.set(key, flight);
    const landed = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    // Every caller may be gone by then: nobody else would hear of a rejection.
    result.then(landed, landed);
    return flight;
  }
}
