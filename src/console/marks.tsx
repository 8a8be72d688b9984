/**
 * Small marks that every page uses: types, probabilities, review states, times.
 *
 * @module
 */
import type { CaseRecord } from "../triage/domain/desk.ts";
import type { Intent } from "../triage/domain/intent.ts";
import { dayAndTime, INTENT_WORDS, percent, REVIEW_WORDS } from "./words.ts";

/** A browser drops the first line break of a textarea (HTML standard, 4.10.11): this one. */
export const DROPPED_LINE_BREAK = "\n";

/** A type of message, in its colour and its word. */
export function IntentBadge({ intent }: { readonly intent: Intent }) {
  return <span class={`badge ${intent}`}>{INTENT_WORDS[intent]}</span>;
}

/** Where a case stands with the people who look at it. */
export function ReviewMark({ review }: Pick<CaseRecord, "review">) {
  return <span class={`review ${review}`}>{REVIEW_WORDS[review]}</span>;
}

/** A point in time, for people and for programs. */
export function Time({ at }: { readonly at: Date }) {
  return <time dateTime={at.toISOString()}>{dayAndTime(at)}</time>;
}

/** A probability as a bar with its number. The bar is only for the eye. */
export function Probability(
  { value, intent }: { readonly value: number; readonly intent: Intent },
) {
  return (
    <span class="probability">
      <svg
        class={`bar ${intent}`}
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="track" width="100" height="8" />
        <rect class="fill" width={Math.round(1000 * value) / 10} height="8" />
      </svg>
      <span class="number">{percent(value)}</span>
    </span>
  );
}
