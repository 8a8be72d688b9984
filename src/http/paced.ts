/**
 * Works on messages without holding the event loop. When many arrive in one of
 * its turns, those beyond a share of time wait for the next turns, first come
 * first served: probes, time limits and other clients have theirs in between.
 *
 * @module
 */
import { setImmediate } from "node:timers";
import type { Triage } from "../triage/triage.ts";

/** Work that is begun in one turn of the event loop, in milliseconds. */
const TURN_MS = 50;

/** The same path, at a pace. A message whose client has left meanwhile is not worked on. */
export function paced(triage: Triage): Triage {
  const waiting: (() => void)[] = [];
  /** When the share of this turn is used up; `null` while there is nothing to count. */
  let used_up_ms: number | null = null;

  function openTurn(): number {
    setImmediate(nextTurn);
    return used_up_ms = performance.now() + TURN_MS;
  }

  async function nextTurn(): Promise<void> {
    used_up_ms = null;
    if (waiting.length === 0) return;
    const until_ms = openTurn();
    while (waiting.length > 0 && performance.now() < until_ms) {
      waiting.shift()?.();
      // Comes back when the message is read, scored and drafted: it stands first in line.
      await Promise.resolve();
    }
  }

  return async function atAPace(message, signal, claim) {
    const until_ms = used_up_ms ?? openTurn();
    if (waiting.length > 0 || performance.now() >= until_ms) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      signal.throwIfAborted();
    }
    return await triage(message, signal, claim);
  };
}
