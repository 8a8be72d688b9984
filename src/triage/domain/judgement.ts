/**
 * What the local scorer says of a message.
 *
 * @module
 */
import type { Intent, Scores } from "./intent.ts";
import type { InquiryCategory } from "./reply.ts";
import type { ReviewReason } from "./review.ts";
import type { Situation } from "./situation.ts";

/** A span of the message that spoke for an intent. `text.slice(start, end)` is `text`. */
export interface Evidence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly intent: Intent;
  /** What it added to the intent's logit; higher speaks louder. */
  readonly weight: number;
  /** Name of the cue, or of the word feature, that matched. */
  readonly cue: string;
}

/** The local scorer's judgement of one document. */
export interface Judgement {
  /** Calibrated probabilities. */
  readonly scores: Scores;
  /** Strongest first, at most 12 spans. */
  readonly evidence: readonly Evidence[];
  /** Other intents that a part of the message clearly has. */
  readonly secondary: readonly Intent[];
  /** What kind of inquiry this is, should it be one. */
  readonly category: InquiryCategory;
  /** Probability that `category` is right, in [0, 1]. */
  readonly category_confidence: number;
  /** ISO 639-1 code of the language, or "und" where the text is too short to say. */
  readonly language: string;
  /** What the customer is in: the gravest that the text gives reason for. */
  readonly situation: Situation;
  /** Reasons found in the text why a person should look at it. */
  readonly concerns: readonly ReviewReason[];
}
