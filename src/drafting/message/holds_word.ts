/**
 * Whether a token is a word or a number, and no mark.
 *
 * @module
 */

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a text holds a letter or a digit; told at the first letter of most, without a pattern. */
export function holdsWord(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 97 && code <= 122 || LETTER_OR_DIGIT.test(text);
}
