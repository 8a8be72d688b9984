/**
 * Lets everything else that waits have its turn of the event loop.
 *
 * @module
 */
import { setImmediate } from "node:timers";

/**
 * Resolves at the end of the event loop's turn. SQLite answers without ever
 * leaving the turn, so long work on it stops the service unless it waits here.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
