/**
 * What other systems are told: events, written in the transaction of what they
 * tell of and delivered at least once, always under the same id.
 *
 * @module
 */
import type { Intent } from "./intent.ts";
import type { ReviewReason } from "./review.ts";

/** Kinds of event. */
export const EVENT_TYPES = [
  "case.created",
  "case.corrected",
  "case.review_needed",
  "matter.rising",
] as const;

/** One kind of event. */
export type EventType = typeof EVENT_TYPES[number];

/** What an event about a case tells. */
export interface CaseEventData {
  readonly case_id: string;
  readonly ticket_id: string | null;
  readonly message_type: Intent;
  readonly confidence_score: number;
  readonly review: string;
  /** Of `case.review_needed`: why a person must look. */
  readonly reasons?: readonly ReviewReason[];
  /** Of `case.corrected`: what it was until then. */
  readonly previous?: { readonly message_type: Intent; readonly ticket_id: string | null };
}

/** What `matter.rising` tells. */
export interface RisingEventData {
  readonly rising_id: string;
  /** `null` where a component rises. */
  readonly matter_id: string | null;
  /** `null` where a matter rises. */
  readonly component: string | null;
  /** The matter's. */
  readonly ticket_id: string | null;
  /** The first report of the rise, as ISO 8601. */
  readonly onset: string;
  /** Since then. */
  readonly reports: number;
  /** As many as its past lets expect in that time. */
  readonly expected: number;
}

/** The body of a webhook. It holds no text of the customer's: who needs it reads the case. */
export type EventPayload =
  & {
    /** ISO 8601. */
    readonly timestamp: string;
  }
  & (
    | { readonly type: Exclude<EventType, "matter.rising">; readonly data: CaseEventData }
    | { readonly type: "matter.rising"; readonly data: RisingEventData }
  );

/** An event that is due. */
export interface OutboxEvent {
  /** Stable: a receiver that has seen it may ignore it. */
  readonly event_id: string;
  readonly created_at: Date;
  /** {@linkcode EventPayload} as JSON, the same bytes at each attempt. */
  readonly payload: string;
  /** This attempt included. */
  readonly attempts: number;
}

/** Events that wait to be delivered. Several instances may share one. */
export interface Outbox {
  /**
   * Takes events that are due. Nobody else gets them for `lease_ms`; those not
   * settled by then are due again.
   */
  take(limit: number, lease_ms: number): Promise<readonly OutboxEvent[]>;
  /** The receiver has it. */
  delivered(eventId: string): Promise<void>;
  /** The attempt failed: due again at `next`, or never, kept as a dead letter (`null`). */
  failed(eventId: string, reason: string, next: Date | null): Promise<void>;
  /** How many wait, and since when the oldest. */
  backlog(): Promise<
    { readonly waiting: number; readonly dead: number; readonly oldest: Date | null }
  >;
}
