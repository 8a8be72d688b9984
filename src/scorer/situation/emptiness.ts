/**
 * Whether a message says anything at all: keyboard noise, a lone greeting, a
 * test, marks and digits only.
 *
 * @module
 */
import { NOT_NOTED } from "../words/word.ts";
import type { WordList } from "../words/word_list.ts";

// Words that carry no content of their own in a message that holds nothing else.
const HOLLOW_WORDS = new Set(
  ("hi hello hey hallo dear good morning afternoon evening day there is it anybody anyone somebody " +
    "someone here test tests testing tested 123 k ok okay yes no lol haha hm hmm um uh foo bar baz " +
    "blah bla lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor " +
    "incididunt ut labore et dolore magna aliqua abc xyz x y z a i the and or please regards cheers " +
    "sir madam team support just this message nothing")
    .split(" "),
);
// Neighbouring keys that no English word strings together.
const KEYBOARD_RUN =
  /asdf|sdfg|dfgh|fghj|ghjk|hjkl|jkl[öo;]|qwert|wertz|rtyu|rtzu|tyui|uiop|zxcv|yxcv|xcvb|cvbn|vbnm|fghfgh|asdasd|qweqwe|lkjh|poiu/u;
const VOWEL = /[aeiouyäöüéèêàáâíóôúåæøœ]/u;
const LATIN_WORD = /^[a-zäöüßéèêàáâíóôúåæøœçñ'’-]+$/u;
// Five are noise too, unless they are such as words join: nightshift, lengths, matchstick.
const CONSONANT_RUN =
  /[bcdfghjklmnpqrstvwxz]{6,}|\b(?!\p{L}{0,60}(?:ght|ngth|tch|sch|ths|chs|rld|ck|rst))\p{L}{0,60}[bcdfghjklmnpqrstvwxz]{5}/u;
const REPEATED = /(.)\1{3,}/u;
const Q_WITHOUT_U = /q(?!u)[a-z]/u;
const ACRONYM_LETTERS = 5;
// Longer messages always say something.
const WORDS_LOOKED_AT = 24;

/** What a word brings into a message. */
const NO_WORD = 0, HOLLOW = 1, NOISE = 2, SENSE = 3;

/** Whether a message is empty of meaning. */
export function isEmptyOfMeaning(list: WordList): boolean {
  let words = 0, noise = 0, hollow = 0, sense = 0;
  for (let at = 0; at < list.length; at++) {
    switch (senseAt(list, at)) {
      case NO_WORD:
        continue;
      case HOLLOW:
        hollow++;
        break;
      case NOISE:
        noise++;
        break;
      default:
        // From here on neither half the words nor all of them can be noise.
        if (++sense > WORDS_LOOKED_AT / 2) return false;
    }
    if (++words > WORDS_LOOKED_AT) return false;
  }
  if (words === 0) return true;
  return hollow + noise === words || (noise >= 2 && noise * 2 > words);
}

function senseAt(list: WordList, at: number): number {
  const word = list.word(at);
  // A kind stands for many texts, each with a sense of its own.
  if (word.kind) return senseOf(list.textOf(at).toLowerCase(), list.textOf(at));
  if (word.sense === NOT_NOTED) word.sense = senseOf(word.normal, word.normal);
  // In capitals it might be an acronym: only what would be noise is asked again.
  return word.sense === NOISE ? senseOf(word.normal, list.textOf(at)) : word.sense;
}

function senseOf(word: string, written: string): number {
  if (!hasLetter(word)) return NO_WORD;
  if (HOLLOW_WORDS.has(word)) return HOLLOW;
  return isNoise(word, written) ? NOISE : SENSE;
}

function hasLetter(text: string): boolean {
  const small = text.charCodeAt(0) | 32;
  return (small >= 97 && small <= 122) || /\p{L}/u.test(text);
}

function isNoise(word: string, written: string): boolean {
  if (!LATIN_WORD.test(word)) return false;
  if (word.length === 1) return true;
  if (KEYBOARD_RUN.test(word) || REPEATED.test(word)) return true;
  const acronym = written.length <= ACRONYM_LETTERS && written === written.toUpperCase();
  if (acronym) return false;
  return word.length >= 4 &&
    (!VOWEL.test(word) || CONSONANT_RUN.test(word) || Q_WITHOUT_U.test(word));
}
