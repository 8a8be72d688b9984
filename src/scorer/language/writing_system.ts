/**
 * In which script a text is written, and what that says of its language.
 *
 * @module
 */

/** A script, and the language it is most often found in. */
export interface WritingSystem {
  /** Matches one of its characters. */
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
  system(/[\p{Script=Hiragana}\p{Script=Katakana}]/u, SIGN, "ja"),
  system(/\p{Script=Han}/u, SIGN, "zh"),
  system(/\p{Script=Hangul}/u, SIGN, "ko"),
  system(/\p{Script=Cyrillic}/u, ALPHABET, "ru", ["uk", "bg", "sr", "mk", "be", "kk", "ky", "mn"]),
  system(/\p{Script=Arabic}/u, ALPHABET, "ar", ["fa", "ur", "ps", "ku"]),
  system(/\p{Script=Devanagari}/u, ALPHABET, "hi", ["mr", "ne"]),
  system(/\p{Script=Hebrew}/u, ALPHABET, "he", ["yi"]),
  system(/\p{Script=Greek}/u, ALPHABET, "el"),
  system(/\p{Script=Thai}/u, ALPHABET, "th"),
  system(/\p{Script=Bengali}/u, ALPHABET, "bn", ["as"]),
  system(/\p{Script=Tamil}/u, ALPHABET, "ta"),
  system(/\p{Script=Telugu}/u, ALPHABET, "te"),
  system(/\p{Script=Gujarati}/u, ALPHABET, "gu"),
  system(/\p{Script=Kannada}/u, ALPHABET, "kn"),
  system(/\p{Script=Malayalam}/u, ALPHABET, "ml"),
  system(/\p{Script=Gurmukhi}/u, ALPHABET, "pa"),
  system(/\p{Script=Sinhala}/u, ALPHABET, "si"),
  system(/\p{Script=Georgian}/u, ALPHABET, "ka"),
  system(/\p{Script=Armenian}/u, ALPHABET, "hy"),
  system(/\p{Script=Khmer}/u, ALPHABET, "km"),
  system(/\p{Script=Lao}/u, ALPHABET, "lo"),
  system(/\p{Script=Myanmar}/u, ALPHABET, "my"),
  system(/\p{Script=Ethiopic}/u, SIGN, "am", ["ti"]),
];

/** Languages that are not written in Latin letters, ISO 639-1. */
export const NOT_LATIN: ReadonlySet<string> = new Set(
  WRITING_SYSTEMS.flatMap(({ language, also }) => [language, ...also]),
);

const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;

/**
 * The script that most of a text's words are written in.
 *
 * @returns `null` when that is Latin, or when there are no letters.
 */
export function writingSystem(text: string): WritingSystem | null {
  const letters = new Int32Array(WRITING_SYSTEMS.length);
  let rest = 0, latin = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const traits = traitsOf(code);
    if (traits.letter) rest++;
    if (traits.latin) latin++;
    if (traits.system >= 0) letters[traits.system] = (letters[traits.system] ?? 0) + 1;
  }
  if (rest === latin) return null;
  let best: WritingSystem | null = null;
  let most = 0;
  let foreign = 0;
  for (const [system, candidate] of WRITING_SYSTEMS.entries()) {
    rest -= letters[system] ?? 0;
    const words = (letters[system] ?? 0) * candidate.words_per_letter;
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

/** What a character is. */
interface Traits {
  readonly letter: boolean;
  readonly latin: boolean;
  /** Place in {@linkcode WRITING_SYSTEMS}; -1: in none of them. */
  readonly system: number;
}

/** Characters remembered at most; then all are forgotten. */
const REMEMBERED = 4_096;
const remembered = new Map<number, Traits>();

/** A text has few different characters: each is tried on the patterns once. */
function traitsOf(code: number): Traits {
  let traits = remembered.get(code);
  if (traits === undefined) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    const char = String.fromCodePoint(code);
    const latin = LATIN.test(char);
    traits = {
      letter: LETTER.test(char),
      latin,
      system: latin ? -1 : WRITING_SYSTEMS.findIndex(({ letters }) => letters.test(char)),
    };
    remembered.set(code, traits);
  }
  return traits;
}
