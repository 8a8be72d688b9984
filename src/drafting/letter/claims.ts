/**
 * What a sentence of a letter says, so that two that contradict each other can
 * be told: nobody is told that nothing is needed and asked something.
 *
 * @module
 */

/** What our sentences may say. */
export const CLAIMS = [
  "asks",
  "invites",
  "asks_nothing",
  "person",
  "answer",
  "cause",
  "closes",
  "pages",
  "undecided",
  "pleased",
  "sorry",
  "condoles",
  "grave",
  "passed_on",
] as const;

/** One thing that a sentence says. */
export type Claim = typeof CLAIMS[number];

/** Pairs that never meet in one letter. */
export const CONTRADICTIONS: readonly (readonly [Claim, Claim])[] = [
  ["asks", "asks"],
  ["asks", "asks_nothing"],
  ["invites", "asks_nothing"],
  ["asks", "closes"],
  ["answer", "closes"],
  ["person", "closes"],
  ["cause", "closes"],
  ["grave", "closes"],
  ["sorry", "closes"],
  ["condoles", "closes"],
  ["pleased", "sorry"],
  ["pleased", "condoles"],
  ["pleased", "grave"],
  ["pleased", "cause"],
  ["passed_on", "answer"],
  ["undecided", "cause"],
];
