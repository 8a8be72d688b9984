/**
 * Delivers events from the outbox, at least once each, until stopped.
 *
 * @module
 */
import type { Outbox, OutboxEvent } from "../triage/domain/outbox_event.ts";
import { type Loop, startLoop } from "./loop.ts";
import { nextAttempt } from "./redelivery.ts";
import type { Send } from "./webhook.ts";

/** What delivery is made of. */
export interface DeliveryParts {
  readonly outbox: Outbox;
  readonly send: Send;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
}

/** Limits of delivery. */
const DELIVERY_LIMITS = {
  /** Events taken, and sent, at a time. */
  batch_events: 16,
  /** Nobody else sends a taken event for this long: longer than a receiver may take. */
  lease_ms: 30_000,
  /** Pause when nothing is due. */
  idle_ms: 500,
  after_error_ms: 2_000,
} as const;

/** Delivery that runs. */
export interface Delivery {
  /** Delivers what is due now within the time given, then ends. */
  drain(within_ms: number): Promise<void>;
}

/** Starts delivering. */
export function startDelivery(parts: DeliveryParts): Delivery {
  const hurried = new AbortController();
  const loop: Loop = startLoop({
    round: async () => await deliverDue(parts, hurried.signal) > 0 ? 0 : DELIVERY_LIMITS.idle_ms,
    after_error_ms: DELIVERY_LIMITS.after_error_ms,
    onError: parts.onError,
  });
  return {
    async drain(within_ms) {
      const timer = setTimeout(() => hurried.abort(), within_ms);
      try {
        await loop.stop();
        while (!hurried.signal.aborted && await deliverDue(parts, hurried.signal) > 0);
      } catch (error) {
        // The store is away: what is not delivered stays in the outbox.
        parts.onError(error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/**
 * Takes what is due and sends it. The number of events taken.
 *
 * @throws {Failure} `store_unavailable`; what was taken is due again when its lease ends.
 */
export async function deliverDue(parts: DeliveryParts, signal: AbortSignal): Promise<number> {
  const { batch_events, lease_ms } = DELIVERY_LIMITS;
  const events = await parts.outbox.take(batch_events, lease_ms);
  const settled = await Promise.allSettled(events.map((event) => deliver(parts, event, signal)));
  for (const each of settled) {
    if (each.status === "rejected") throw each.reason;
  }
  return events.length;
}

async function deliver(
  { outbox, send, now, random, onError }: DeliveryParts,
  event: OutboxEvent,
  signal: AbortSignal,
): Promise<void> {
  const failure = await send(event, signal);
  if (failure === null) await outbox.delivered(event.event_id);
  // Broken off by a shutdown is no failure of the receiver's: due at once for another instance.
  else if (signal.aborted) await outbox.failed(event.event_id, failure, now());
  else {
    onError(new Error(`the receiver: ${failure}`));
    await outbox.failed(event.event_id, failure, nextAttempt(event, now(), random()));
  }
}
