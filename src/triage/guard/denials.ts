/**
 * What we say that we cannot say, see, know or have. No promise hangs on it; to
 * refuse help is something else.
 *
 * @module
 */
import { LETTER_WORDS } from "./letter_words.ts";
import type { Brought } from "./brought.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

const DENIED =
  /^(?:we|i) (?:\w+ly |also |still |just |simply |myself )?(?:(?:can|could|may|must|will|would|do|am|are|have|did) (?:\w+ly |yet |also |rather |still )?not|would rather not|have no|have nothing|am unable|are unable|know nothing|would be (?:inventing|guessing|misleading)|would hate to|would rather (?:have|leave|ask)|dare not|can make no|make no|have got no|have no means|will refrain|cannot)\b ?/;

// To refuse help is no mere want of knowledge.
const REFUSED =
  /^(?:(?:want|able|going|willing|have|need|wish|like) (?:to |you )?)?(?:help|look|read|answer (?!this|that|it|yes|reliably|with|from|for)|reply|respond|care|listen|accept|support|do|add|fix|trust|use|export|like|want(?! to)|value|appreciate|believe|need|agree|allow|let|write|contact|have (?:any )?(?:data|time|interest)|refund|pay|make mistakes|offer)\b|^(?:data|time|interest|record|records|fault|reason to)\b/;

const KNOWING =
  /\b(?:say|tell|see|know|promise|confirm|guess|speculate|judge|predict|foresee|commit|answer|give|have|want to|be sure|sure|certain)\b/;

/** What we cannot say or see, do not know or have: no promise hangs on it. */
export function denies(words: readonly string[], brought: Brought): boolean {
  const text = words.join(" ");
  const denied = DENIED.exec(text);
  if (denied === null) return false;
  if (words[0] === "we" && !KNOWING.test(text)) return false;
  return !REFUSED.test(text.slice(denied[0].length)) &&
    !words.some((word) => isSensitiveWord(word) && !LETTER_WORDS.has(word) && !brought.has(word)) &&
    !/\b(?:but|and|so) (?:we|i|you|it) (?:will|can|have|are|is)\b/.test(text);
}
