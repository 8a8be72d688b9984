/**
 * Tells a letter that says nothing of its own: the message sent back, or words
 * spoken as the customer.
 *
 * @module
 */

/** Words in a row that a letter may repeat of a message without quoting it. */
const REPEATED_WORDS_MAX = 14;
/** From so many words on, a text of which this share is one run of the message's is the message's. */
const RUN_WORDS = 4;
const RUN_SHARE = 0.6;
const FIRST_PERSON = /^(?:i|i'\w+|my|me|mine)$/;

/** Whether a letter echoes the message, or a sentence of it speaks as the customer did. */
export function echoes(letter: string, message: string): boolean {
  const unquoted = plain(letter).replace(/"[^"]{1,400}"/g, "it");
  const said = ` ${wordsOf(plain(message)).join(" ")} `;
  const words = wordsOf(unquoted), run = longestRun(words, said);
  return run.length > REPEATED_WORDS_MAX || isMostOf(run, words) ||
    unquoted.split(/(?<=[.!?])\s+|\n+/).some((sentence) => speaksAsCustomer(sentence, said));
}

/** Who answers may say "I", but not the customer's "I" and what followed it. */
function speaksAsCustomer(sentence: string, said: string): boolean {
  const words = wordsOf(sentence);
  if (!words.some((word) => FIRST_PERSON.test(word))) return false;
  const run = longestRun(words, said);
  return isMostOf(run, words) && run.some((word) => FIRST_PERSON.test(word));
}

function isMostOf(run: readonly string[], words: readonly string[]): boolean {
  return run.length >= RUN_WORDS && run.length >= words.length * RUN_SHARE;
}

function longestRun(words: readonly string[], said: string): readonly string[] {
  let from = 0, longest = 0;
  for (let start = 0; start < words.length; start++) {
    let length = longest;
    while (
      start + length < words.length &&
      said.includes(` ${words.slice(start, start + length + 1).join(" ")} `)
    ) length++;
    if (length > longest) from = start;
    longest = length;
  }
  return words.slice(from, from + longest);
}

function plain(text: string): string {
  return text.replaceAll("’", "'").replace(/[“”]/g, '"');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
