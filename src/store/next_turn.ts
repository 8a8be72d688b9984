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

/**
 * Resolves when the event loop has come to rest: for work of many turns. Deno
 * looks at its sockets when it rests, and else every 61 turns only.
 */
export function nextRest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
