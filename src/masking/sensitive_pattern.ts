/**
 * What the search for personal data and secrets is made of: kinds, spans and
 * patterns.
 *
 * @module
 */
import type { TextSigns } from "./text_signs.ts";

/** What kinds of sensitive text there are. `ID` is a number that a state gave a person. */
export type SensitiveKind = "EMAIL" | "PHONE" | "CARD" | "IBAN" | "IP" | "KEY" | "ID";

/** Where something sensitive stands: offsets in UTF-16 code units. */
export interface SensitiveSpan {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
}

/** How many numbers of a text may still be looked up in the numbering plans. */
export interface Lookups {
  left: number;
}

/** A shape, and what tells that a candidate is what it looks like. */
export interface SensitivePattern {
  readonly kind: SensitiveKind;
  /** Whether a text of such signs can hold a match at all: most of a long text's cost is saved here. */
  readonly needs: (signs: TextSigns) => boolean;
  /** Matches candidates; the group `value`, where there is one, ends the match and is the sensitive part. */
  readonly regex: RegExp;
  /** Whether a candidate is what it looks like. `before` is the text just before it. */
  readonly check?: (value: string, before: string, lookups: Lookups) => boolean;
  /** What of a candidate is it, from its head; `null`: nothing. */
  readonly head?: (value: string, before: string) => string | null;
  /** Whether a candidate that is not it may hold it behind its first group of digits. */
  readonly by_group?: boolean;
}
