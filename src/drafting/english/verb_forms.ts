/**
 * What has the form of a gerund and is one.
 *
 * @module
 */

const NOT_VERB_ING = new Set([
  "nothing",
  "something",
  "anything",
  "everything",
  "thing",
  "during",
  "string",
  "spring",
  "morning",
  "evening",
  "king",
  "ring",
  "wing",
  "bring",
  "sling",
  "ceiling",
]);

/** Whether a word has the form of a gerund ("restoring"). */
export function isGerund(word: string): boolean {
  return word.endsWith("ing") && word.length > 5 && !NOT_VERB_ING.has(word) &&
    /[aeiouy]/u.test(word.slice(0, -3));
}
