/**
 * Which answers of a form are a person's own words: forms also ask for
 * choices, scales, names and addresses.
 *
 * @module
 */

/** An answer with its question; where the question is not known, "". */
export type Answer = readonly [question: string, answer: unknown];

/** Questions that ask for own words. */
const OPEN =
  /\b(?:why|describe|tell|explain|comments?|feedback|suggest\w*|improve\w*|anything|details?|issues?|problems?|message|wrong|wish|missing|in your own words)\b|\bwhat\b(?! (?:is|'s) your (?:e-?mail|name|age))|\bhow (?:can|could|would|did|do) (?:we|it|this)\b/i;

/** Questions that ask for a choice or for who somebody is. */
const CLOSED =
  /\b(?:how (?:likely|satisfied|often|many|much|old|easy)|which|rate|rating|scale|score|(?:first|last|full|your) name|e-?mail|phone|address|age|date|country|version|device|plan)\b/i;

/** Words from which an answer is more than a choice. */
const OWN_WORDS = 3;

/**
 * The answers in own words, an empty line between them: those to open
 * questions, else those of three words and more, else the longest.
 */
export function freeText(answers: readonly Answer[]): string | null {
  const texts = answers.flatMap(([question, answer]) =>
    typeof answer === "string" && isText(answer) ? [{ question, text: answer.trim() }] : []
  ).filter(({ question }) => !CLOSED.test(question) || OPEN.test(question));
  const open = texts.filter(({ question }) => OPEN.test(question));
  const worded = texts.filter(({ text }) => text.split(/\s+/).length >= OWN_WORDS);
  const chosen = open.length > 0 ? open : worded.length > 0 ? worded : longest(texts);
  return chosen.length === 0 ? null : chosen.map(({ text }) => text).join("\n\n");
}

/** Whether a question asks for own words. */
export function isOpenQuestion(question: string): boolean {
  return OPEN.test(question);
}

/** No number, date, e-mail address or link. */
function isText(answer: string): boolean {
  return /\p{L}/u.test(answer) && !/^\s*(?:\S+@\S+\.\S+|https?:\/\/\S+|[\d/:.,\s-]+(?:[ap]m)?)\s*$/i
    .test(answer);
}

function longest<T extends { readonly text: string }>(texts: readonly T[]): readonly T[] {
  const [first] = texts.toSorted((a, b) => b.text.length - a.text.length);
  return first === undefined ? [] : [first];
}
