/**
 * Which cases a person should see first: the order of the queue.
 *
 * @module
 */
import { SITUATION_TABLE } from "./situation.ts";

/** Doubts of the scorer come after every situation that a person must look at. */
const DOUBT = 1;

/** How grave each reason for a review is: that of the gravest situation that gives it. */
const GRAVITY = new Map<string, number>([
  ["low_margin", DOUBT],
  ["language_not_supported", DOUBT],
]);
for (const { gravity, reasons } of Object.values(SITUATION_TABLE)) {
  for (const reason of reasons) {
    GRAVITY.set(reason, Math.max(gravity, GRAVITY.get(reason) ?? 0));
  }
}

/** The gravity of a case: that of its gravest reason. */
export function gravityOf(reasons: readonly string[]): number {
  return Math.max(0, ...reasons.map((reason) => GRAVITY.get(reason) ?? 0));
}
