/**
 * In which script a text is written, and what that says of its language.
 *
 * @module
 */

/** A script, and the language it is most often found in. */
export interface WritingSystem {
  readonly letters: RegExp;
  /** Words that one letter stands for: one Han sign is about half a word, one letter a sixth. */
  readonly words_per_letter: number;
  /** ISO 639-1. */
  readonly language: string;
  /** Other languages written in it that a detector may name instead. */
  readonly also: readonly string[];
}

const ALPHABET = 1 / 6;
const SIGN = 1 / 2;

/** Kana before Han: Japanese mixes both, and one kana decides. */
const WRITING_SYSTEMS: readonly WritingSystem[] = [
  system(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, SIGN, "ja"),
  system(/\p{Script=Han}/gu, SIGN, "zh"),
  system(/\p{Script=Hangul}/gu, SIGN, "ko"),
  system(/\p{Script=Cyrillic}/gu, ALPHABET, "ru", ["uk", "bg", "sr", "mk", "be", "kk", "ky", "mn"]),
  system(/\p{Script=Arabic}/gu, ALPHABET, "ar", ["fa", "ur", "ps", "ku"]),
  system(/\p{Script=Devanagari}/gu, ALPHABET, "hi", ["mr", "ne"]),
  system(/\p{Script=Hebrew}/gu, ALPHABET, "he", ["yi"]),
  system(/\p{Script=Greek}/gu, ALPHABET, "el"),
  system(/\p{Script=Thai}/gu, ALPHABET, "th"),
  system(/\p{Script=Bengali}/gu, ALPHABET, "bn", ["as"]),
  system(/\p{Script=Tamil}/gu, ALPHABET, "ta"),
  system(/\p{Script=Telugu}/gu, ALPHABET, "te"),
  system(/\p{Script=Gujarati}/gu, ALPHABET, "gu"),
  system(/\p{Script=Kannada}/gu, ALPHABET, "kn"),
  system(/\p{Script=Malayalam}/gu, ALPHABET, "ml"),
  system(/\p{Script=Gurmukhi}/gu, ALPHABET, "pa"),
  system(/\p{Script=Sinhala}/gu, ALPHABET, "si"),
  system(/\p{Script=Georgian}/gu, ALPHABET, "ka"),
  system(/\p{Script=Armenian}/gu, ALPHABET, "hy"),
  system(/\p{Script=Khmer}/gu, ALPHABET, "km"),
  system(/\p{Script=Lao}/gu, ALPHABET, "lo"),
  system(/\p{Script=Myanmar}/gu, ALPHABET, "my"),
  system(/\p{Script=Ethiopic}/gu, SIGN, "am", ["ti"]),
];

/** Languages that are not written in Latin letters, ISO 639-1. */
export const NOT_LATIN: ReadonlySet<string> = new Set(
  WRITING_SYSTEMS.flatMap(({ language, also }) => [language, ...also]),
);

/**
 * The script that most of a text's words are written in.
 *
 * @returns `null` when that is Latin, or when there are no letters.
 */
export function writingSystem(text: string): WritingSystem | null {
  let rest = count(text, /\p{L}/gu);
  if (rest === count(text, /\p{Script=Latin}/gu)) return null;
  let best: WritingSystem | null = null;
  let most = 0;
  let foreign = 0;
  for (const candidate of WRITING_SYSTEMS) {
    const letters = count(text, candidate.letters);
    rest -= letters;
    const words = letters * candidate.words_per_letter;
    foreign += words;
    // The first of equals stays, and a single kana word makes Han text Japanese.
    if (words > most && !(best?.language === "ja" && candidate.language === "zh")) {
      best = candidate;
      most = words;
    }
  }
  return foreign > rest * ALPHABET ? best : null;
}

function system(
  letters: RegExp,
  wordsPerLetter: number,
  language: string,
  also: readonly string[] = [],
): WritingSystem {
  return { letters, words_per_letter: wordsPerLetter, language, also };
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
