/**
 * Gives every word that a rule names a number, so that matching compares
 * numbers. A word of a text notes its own two once and has them in every text.
 *
 * @module
 */

/** A word of a text, with room for its notes. */
export interface NumberedWord {
  /** In small letters, as written. */
  readonly normal: string;
  /** Dictionary form. */
  readonly lemma: string;
  /** How many words had numbers when the notes were taken; -1 before. */
  numbers_known: number;
  /** Numbers of both forms, -1 where no rule names them. */
  normal_number: number;
  lemma_number: number;
}

const numbers = new Map<string, number>();

/** The number of a word that a rule names. */
export function numberOf(word: string): number {
  let number = numbers.get(word);
  if (number === undefined) numbers.set(word, number = numbers.size);
  return number;
}

/** Sees to it that a word's notes hold. */
export function note(word: NumberedWord): void {
  if (word.numbers_known === numbers.size) return;
  word.normal_number = numbers.get(word.normal) ?? -1;
  word.lemma_number = numbers.get(word.lemma) ?? -1;
  word.numbers_known = numbers.size;
}
