/**
 * What is said to the customer of what they may do: answer, add, read; and of
 * what they get: an answer.
 *
 * @module
 */
import { LETTER_WORDS } from "./letter_words.ts";
import type { Brought } from "./brought.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

const YOU_MAY =
  /^you (?:(?:can|may|could|might|are welcome to|are free to|need only|only need to|need not (?=do|know|reply|decide|explain|write)|do not (?:need|have) to (?=do|know|reply|decide|explain|write|answer)|would like to|wish to|want to|should be able to)\b ?)(?:(?:also|always|simply|just|easily|of course|gladly|reply|then|still|certainly|directly) )*(?:reply|respond|answer|add|write|send|tell|let us know|use|quote|refer|mention|share|attach|include|contact|reach|give|say|describe|do|find|see|read|know|provide|return|get back|come back|correct|update|ignore|check|think of|wait|spare|be|hear|note)\b/;

const YOU_HEAR =
  /^you (?:will|should|can expect to) (?:also |then |of course )?(?:hear (?:back )?from|get (?:an?|our|your) (?:\w+ )?(?:answer|reply|response)|receive (?:an?|our) (?:\w+ )?(?:answer|reply|response|update)|be (?:informed|notified|updated|contacted|told)|find|see (?:from|how|what))\b/;

const YOU_IF =
  /^(?:if |once |when |should |as |until |while )?you (?:can|could|have|do|do not|know|would|wish|want|need|remember|think|find|still|feel|notice|like|get|see|may|gave|sent|wrote|describe|add|prefer|decide|are able|are unable|saw|use|come|happen|should|provided|shared|mention|reply|write|say|said|mentioned|described|ever|cannot|are unsure|are not sure|run)\b/;

/** Whether what is said of the customer is what they may do, or what they get: an answer. */
export function youStand(words: readonly string[], linked: boolean, brought: Brought): boolean {
  const text = words.join(" ");
  if (!isPlainAll(words, brought) || words.some((word) => isSensitiveWord(word))) return false;
  if (YOU_MAY.test(text) || YOU_HEAR.test(text)) {
    return !/\b(?:again now|log in|sign in|use (?:the (?!number|reference|link|page)|premium|your))\b/
      .test(text);
  }
  return linked && YOU_IF.test(text);
}

/** Whether all words are letter words or the customer's. */
export function isPlainAll(words: readonly string[], brought: Brought): boolean {
  return words.every((word) => LETTER_WORDS.has(word) || brought.has(word));
}
