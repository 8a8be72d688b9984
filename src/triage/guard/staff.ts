/**
 * Those of us who read and answer: who they are in a clause, and what tells
 * which of them are meant.
 *
 * @module
 */
import { wordSet } from "./inflection.ts";
import { LETTER_WORDS, STAFF } from "./letter_words.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

const STAFF_LEAD = wordSet(
  "someone somebody product our the a an one any another those all your some of member members support technical product responsible relevant right competent service customer whole entire engineering development design planning next who human and",
);

/** Whether a clause begins with those of us who act: "a colleague", "the support desk". */
export function isStaffFirst(words: readonly string[]): boolean {
  const text = words.join(" ");
  if (
    /^(?:those|whoever|anyone|everyone) (?:who|that)\b|^they (?:will|read|do|decide|look|see|weigh|can|may|have been given)\b/
      .test(text)
  ) return true;
  const at = words.findIndex((word) => STAFF.has(word));
  return at !== -1 && at <= 6 && !/^your\b/.test(text) &&
    words.slice(0, at).every((word) => STAFF_LEAD.has(word));
}

const RELATIVE = /^(?:who|that|which|whose|of|for|in|with|at|from|on|behind)$/;

/** Skips what tells which colleague: "who look into such faults", "with the right knowledge". */
export function withoutRelative(words: readonly string[]): readonly string[] | null {
  if (/^(?:we|i|they)$/.test(words[0] ?? "")) return words;
  const those = /^(?:those|whoever|anyone|everyone)$/.test(words[0] ?? "");
  let from = those ? 1 : words.findIndex((word) => STAFF.has(word)) + 1;
  while (STAFF.has(words[from] ?? "") || words[from] === "here") from++;
  if (!RELATIVE.test(words[from] ?? "")) return words;
  const lead = those ? ["people"] : words.slice(0, from);
  for (let at = from + 1; at < words.length; at++) {
    const word = words[at] ?? "";
    if (isSensitiveWord(word) && !LETTER_WORDS.has(word)) return null;
    const finite =
      /^(?:will|can|may|could|might|has|have|is|are|would|should|get|gets)$/.test(word) &&
      at > from + 1;
    if (
      finite ||
      at > from + 2 &&
        /^(?:reads?|looks?|reviews?|decides?|weighs?|sees?|considers?|checks?)$/.test(word)
    ) {
      return [...lead, ...words.slice(at)];
    }
  }
  return null;
}
