/**
 * What looks like a doing and is no step: done outside of the product, said to
 * us, heard, or what it came to.
 *
 * @module
 */
import { opensWithAction } from "../english/action_list.ts";
import type { Phrase } from "../english/words.ts";

/** Done outside of the product, or in an earlier exchange with us. */
const OUTSIDE =
  /\bby hand\b|^(?:walk|ride|drive|run|went|sleep|slept|put the|put it back)\w*\b.{0,30}(?:dog|home|back|work|car|shop|town|bed|sleep)\b|^went (?:away|on|to)\b|^picked up\b|^open(?:ed)? an? (?:ticket|case)\b|^moved? (?:from|house|flats)\b|^report (?:something|this|an?)\b|^(?:upload|submit|send|sent)\w* (?:the |my |our |all |you |two |three |\d+ )*(?:documents?|papers?|passport|customers|clients|ids?|certificates?|proof)\b|^(?:bought|ordered|paid|rang|called|phoned|swapped it|unplugged)\b/i;
/** "Stop it!" is said to us. */
const TOLD_TO_US =
  /^(?:please |just )?\w+ your\b|^(?:please |just |so )?(?:stop|fix|change|remove|sort|undo|restore|return|go|get|give|make|keep|put)\s+(?:it|this|that|me|us|my|back|that back|on|up)\b.{0,24}$/i;

/** "I had to take a taxi": what it came to. */
const FORCED = /^(?:i|we)(?:['’]ve)? (?:had|have) to\b/i;

/** Whether it was done outside of the product, or in an earlier exchange with us. */
export function isOutside(text: string): boolean {
  return OUTSIDE.test(text);
}

/** Whether it was said to us, heard ("Take the third exit, then recalculating, then take …"), or what it came to. */
export function isNoStep(phrase: Phrase): boolean {
  return TOLD_TO_US.test(phrase.text) || FORCED.test(phrase.text) ||
    /\.\.\.|…/u.test(phrase.text) && opensWithAction(phrase);
}
