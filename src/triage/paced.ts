/**
 * Works on single messages without holding the event loop.
 *
 * @module
 */
import type { Triage } from "./triage.ts";
import type { FairTurns } from "./fair_turns.ts";

/** The same path, at a pace. A message whose client has left meanwhile is not worked on. */
export function paced(triage: Triage, turns: FairTurns): Triage {
  return async function atAPace(message, signal, claim) {
    const wait = turns.take(message);
    if (wait !== null) {
      await wait;
      signal.throwIfAborted();
    }
    return await triage(message, signal, claim);
  };
}
