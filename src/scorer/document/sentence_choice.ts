/**
 * Chooses what of a reading the features are made of.
 *
 * @module
 */
import type { Reading } from "./document.ts";

/** A text of at most `whole` tokens is looked at whole; of a longer one only the opening and the close. */
export const FEATURE_TOKENS = { whole: 350, opening: 120, closing: 40 } as const;

/** Sentences of a reading, by number: all of a short text, the opening and the close of a long one. */
export function chooseSentences({ firsts, words, sentences }: Reading): number[] {
  const chosen: number[] = [];
  const whole = words.length <= FEATURE_TOKENS.whole;
  const closing = words.length - FEATURE_TOKENS.closing;
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const first = firsts[sentence] ?? 0;
    if (whole || first < FEATURE_TOKENS.opening || first >= closing) chosen.push(sentence);
  }
  return chosen;
}
