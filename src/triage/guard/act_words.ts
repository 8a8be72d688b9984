/**
 * Which words and times a sentence about us or a report may hold: letter words,
 * and the customer's behind what refers to them; no day and no version.
 *
 * @module
 */
import { LETTER_WORDS } from "./letter_words.ts";
import type { Brought } from "./brought.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

const BEFORE_TIME =
  /\b(?:before|by|within|until|till|in time for|no later than|ahead of)\b(?! (?:reply|replying|email|e?mail|mail|letter|message|return|phrase|we|i|it|you|them|him|a|our|the (?:people|person|colleagues?|staff|team|desk)|the same|answering|anything|saying|hand|case|giving|that|deciding|any|someone|what|which|how|itself|those|another|post|number|colleagues?|now|going|somebody|people|person|product|support|engineers|developers|specialists?|whoever|us|our|one|itself|hand|heart|name|choosing|pressing|using|opening|importing|scanning)\b)/;

const LATER =
  /\b(?:in|with) (?:the |our |a |one of our )?(?:next|new|coming|following|later|upcoming) (?!reviews?|steps?|message|reply|letter|place|point|days? of)\w+|\bcoming\b|\bon (?:its|the|their|your) way\b|\bno time\b|\bany (?:minute|moment|day)\b|\bbefore long\b/;

/** Whether a text names a time or a version to come. */
export function isTimed(text: string): boolean {
  return BEFORE_TIME.test(text) || LATER.test(text);
}

/** Words of what we say: letter words, and the customer's behind what refers to them. */
export function wordsStand(words: readonly string[], brought: Brought): boolean {
  let referring = false;
  for (const [at, word] of words.entries()) {
    if (
      /^(?:about|regarding|concerning|for|on|of|with|into|at|that|how|why|what|whether|your|like|if|between|from|where|by|as|to)$/
        .test(word)
    ) referring = true;
    if (LETTER_WORDS.has(word)) continue;
    if (!brought.has(word)) return false;
    if (!referring) return false;
    if (
      isSensitiveWord(word) &&
      /\b(?:will|shall|get|receive|have) \w*$/.test(words.slice(0, at).join(" "))
    ) return false;
    if (
      isSensitiveWord(word) &&
      !/\b(?:about|regarding|concerning|whether|into|at|why|how|question|request|wish|report|that|for|on)\b/
        .test(words.slice(0, at).join(" "))
    ) return false;
  }
  return true;
}
