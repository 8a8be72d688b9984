/**
 * What a cue is: a named group of phrases that speak for an intent, whatever
 * the product.
 *
 * A phrase is words separated by blanks. A word matches its dictionary form
 * and its written form; `a|b` is either; a leading `|` makes it optional
 * (`|really|so`); `*` is any one word; `^` at the front means the start of a
 * sentence.
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";

/** A named group of phrases. */
export interface Cue {
  /** Shown in evidence. */
  readonly name: string;
  /** What it speaks for before anything was learnt. */
  readonly intent: Intent;
  /** How loud it speaks before anything was learnt, in logits. */
  readonly weight: number;
  readonly phrases: readonly string[];
  /** Where the phrase is negated ("not a bug", "no crashes") it is another cue, `no_` and its name. */
  readonly negatable?: boolean;
}
