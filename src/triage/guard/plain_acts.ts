/**
 * What honest letters do in the same few ways: say that something cannot be
 * told, ask not to send secrets, feel with the customer, say that a person will
 * look, ask how something is. Such a part of a sentence claims nothing; a
 * sentence of which every part does so needs no weighing.
 *
 * @module
 */
import type { Brought } from "./brought.ts";
import { LETTER_WORDS } from "./letter_words.ts";
import { PLAIN_ACTS } from "./plain_act_rows.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

const HARMLESS_TIME =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|time|times|today|now|yesterday|morning|evening|night|mistake|loss|pain|mother|father|son|daughter|baby|wife|husband|dog|death)$/;
const TOLD_SHARE_MIN = 0.5;

/** The parts of a sentence that each say something. */
function partsOf(sentence: string): string[] {
  return spelledOut(sentence.toLowerCase()).split(
    /[;:!.](?= |$)|, (?=(?:i|we|and|but|so|because|since|as|yet|though|although|which|who|if) )|,? (?:and|but|so) (?=(?:i|we|you|it|the|your|a|an|someone|somebody|they|there|please|do|never|this|that) )/,
  ).map((part) => part.trim()).filter((part) => part !== "");
}

function spelledOut(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\bcan't\b|\bcannot\b/g, "can not")
    .replace(/\bwon't\b/g, "will not").replace(/n't\b/g, " not").replace(/'ll\b/g, " will")
    .replace(/'ve\b/g, " have").replace(/'re\b/g, " are").replace(/'m\b/g, " am")
    .replace(/'d\b/g, " would").replace(
      /\b(it|that|this|here|there|what|who|she|he)'s\b/g,
      "$1 is",
    );
}

/** Whether every part of a sentence does one of the plain things. */
export function isPlain(sentence: string, brought: Brought): boolean {
  const parts = partsOf(sentence);
  return parts.length > 0 && parts.every((part) => plainActOf(part, brought) !== null);
}

/** Which plain thing a part of a sentence does; `null`: none. */
export function plainActOf(part: string, brought: Brought): string | null {
  const text = spelledOut(part.toLowerCase()).trim();
  return PLAIN_ACTS.find((act) =>
    act.begins.test(text) && !(act.unless?.test(text) ?? false) &&
    (act.harmless === undefined || !holdsSensitive(text, brought)) &&
    (act.told === undefined || isTold(text, brought))
  )?.id ?? null;
}

function holdsSensitive(text: string, brought: Brought): boolean {
  return wordsOf(text).some((word) =>
    isSensitiveWord(word) && !HARMLESS_TIME.test(word) && !brought.has(word)
  );
}

function isTold(text: string, brought: Brought): boolean {
  const words = wordsOf(text);
  const told = words.filter((word) => LETTER_WORDS.has(word) || brought.has(word));
  return told.length >= words.length * TOLD_SHARE_MIN;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
