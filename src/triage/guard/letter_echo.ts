/**
 * Tells a letter that says nothing of its own: the message sent back, or words
 * spoken as the customer.
 *
 * @module
 */

/** Words in a row that a letter may repeat of a message without quoting it. */
const REPEATED_WORDS_MAX = 14;
/** Of a letter's words so many may be the message's own run of words. */
const REPEATED_SHARE_MAX = 0.6;
// A letter that asks for help, or complains, was written as the customer.
const AS_CUSTOMER =
  /^(?:i (?:(?:can'?t|cannot|can not) (?:log|sign|access|open|find my|upload|use|install|get|connect|sync|reset|remember|see my|figure|download|play|enter|cancel|pay)|forgot|need help|have a (?:problem|question)|am (?:having|unable|not able) to|want to (?:cancel|know|get)|would like to (?:know|cancel|get)|am (?:writing to|a (?:user|customer)))|how (?:do|can) i|why (?:do|does|is|can'?t) (?:i|my)|where (?:do|can) i|my (?:app|account|phone|password|order|login|device|watch)|please (?:help me|fix|add)|can you (?:please )?(?:add|fix|help me))\b|\b(?:please|kindly) (?:help me|assist me|fix (?:it|this)|resolve (?:it|this))\b|\bhelp me\b|\b(?:looking forward to your|awaiting your) (?:reply|response|answer|help)\b/i;

/** Whether a letter echoes the message, or speaks as the customer. */
export function echoes(letter: string, message: string): boolean {
  const plain = letter.replace(/[“"][^“”"]{1,400}[”"]/g, "it").replaceAll("’", "'");
  const sentences = plain.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());
  if (sentences.some((sentence) => AS_CUSTOMER.test(sentence))) return true;
  const words = wordsOf(plain);
  const said = ` ${wordsOf(message).join(" ")} `;
  const longest = longestRun(words, said);
  return longest > REPEATED_WORDS_MAX ||
    longest >= 4 && longest >= words.length * REPEATED_SHARE_MAX;
}

function longestRun(words: readonly string[], said: string): number {
  let longest = 0;
  for (let start = 0; start < words.length; start++) {
    let length = longest;
    while (
      start + length < words.length &&
      said.includes(` ${words.slice(start, start + length + 1).join(" ")} `)
    ) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
