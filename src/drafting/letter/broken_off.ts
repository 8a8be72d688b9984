/**
 * Whether a message broke off before it was written to its end.
 *
 * @module
 */

/** Nothing ends with these: what they lead up to is missing. */
const LEADS_ON =
  /(?:^|[\s,;])(?:the|a|an|my|your|our|their|and|or|but|because|although|whose|than|if|when(?:ever)?|which)\s*$/i;
/** "Hello, about th": the beginning of a word that is none. */
const BEGUN = /\s(?:th|wh|wi|wit|abo|abou|bec|beca|becau|sh|wou|coul|ple|plea|fo)\s*$/i;
/** "I wanted to ask about the" says nothing yet. */
const FRAGMENT_WORDS_MAX = 7;

/** Whether its end is missing. */
export function isBrokenOff(text: string): boolean {
  return LEADS_ON.test(text) || BEGUN.test(text);
}

/** Whether no more than a beginning arrived. */
export function isFragment(text: string): boolean {
  return isBrokenOff(text) && text.trim().split(/\s+/).length <= FRAGMENT_WORDS_MAX;
}
