/**
 * Figures over many stored cases: how much came in, what it cost, how often
 * people agreed. They hold nothing that a customer wrote, and so outlive erasure.
 *
 * @module
 */
import type { Route } from "./explanation.ts";
import type { Intent } from "./intent.ts";

/** A case that a person has confirmed or corrected. */
export interface CheckedCase {
  /** Probability of the service's own verdict, in [0, 1]. */
  readonly confidence: number;
  /** What the service said. */
  readonly first: Intent;
  /** What the person said last. */
  readonly verdict: Intent;
}

/** Cases of one day that have type and route in common. */
export interface DayCount {
  /** In UTC: "2026-11-22". */
  readonly day: string;
  /** What the service said. */
  readonly intent: Intent;
  readonly route: Route;
  readonly cases: number;
  /** Sum of the cases' confidences: their mean is this by `cases`. */
  readonly confidence_sum: number;
  /** What model calls for them cost, where their price is known. */
  readonly cost_usd: number;
}

/** Counts stored cases. Every method throws `store_unavailable` while the store is away. */
export interface CaseStatistics {
  /** Cases created since then that a person has looked at. */
  checked(since: Date): Promise<readonly CheckedCase[]>;
  /** Cases created since then, by day, type and route; days without any are left out. */
  daily(since: Date): Promise<readonly DayCount[]>;
}
