/**
 * When an event that could not be delivered is tried again, and when no more.
 *
 * @module
 */

/** Limits of redelivery. */
export const REDELIVERY = {
  first_pause_ms: 5_000,
  longest_pause_ms: 60 * 60 * 1000,
  /** After this an event is a dead letter: kept, but no longer tried. */
  given_up_after_ms: 24 * 60 * 60 * 1000,
} as const;

/**
 * The pause doubles from 5 s to an hour, each time up to a fifth shorter or
 * longer, so that instances do not all come back at the same moment.
 *
 * @param attempts Attempts made, this one included: 1 or more.
 * @param random In [0, 1).
 * @returns `null` when the event is given up.
 */
export function nextAttempt(
  { created_at, attempts }: { readonly created_at: Date; readonly attempts: number },
  now: Date,
  random: number,
): Date | null {
  const pause = Math.min(
    REDELIVERY.first_pause_ms * 2 ** (attempts - 1),
    REDELIVERY.longest_pause_ms,
  );
  const next = new Date(now.getTime() + pause * (0.8 + 0.4 * random));
  return next.getTime() - created_at.getTime() > REDELIVERY.given_up_after_ms ? null : next;
}
