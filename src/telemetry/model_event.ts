/**
 * What telemetry hears from the model's adapter.
 *
 * @module
 */

/** One thing that happened inside. Holds no message text. */
export type ModelEvent =
  | {
    readonly kind: "attempt";
    /** Code of the failure; `null` when an answer came. */
    readonly failure: string | null;
    readonly duration_ms: number;
    readonly tokens: {
      readonly input_tokens: number;
      readonly cached_tokens: number;
      readonly output_tokens: number;
    } | null;
  }
  | { readonly kind: "breaker"; readonly state: BreakerState }
  | { readonly kind: "ability" | "room" | "prompt_cut" | "budget_spent" | "standing" };

/** States of the breaker around the model. */
export type BreakerState = "closed" | "probing" | "open";
