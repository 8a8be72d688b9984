/**
 * What the customer brought: their words in any form, and the words of the product's
 * name and the catalogue. The ticket's words are none: what the drafts say must not
 * move what a letter may say.
 *
 * @module
 */
import { stem } from "./said_words.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

/** Two words with so many first letters in common are of one family. */
const FAMILY_CHARACTERS = 5;

/** What is known of the customer's words. */
export interface Brought {
  /** Whether the customer, the product's name or the catalogue has a word, in any form. */
  readonly has: (word: string) => boolean;
}

/** Gathers what the customer said and what else is known: the product's name, the catalogue. */
export function broughtBy(message: string, productName: string, catalogue: Family): Brought {
  // What costs or harms is theirs to bring up, not the catalogue's.
  const theirs = familyOf(message);
  const named = familyOf(productName);
  return {
    has: remembered((word) =>
      isOf(theirs, word) ||
      !isSensitiveWord(word) && (isOf(named, word) || isOf(catalogue, word))
    ),
  };
}

/** Asks once for each word of a letter. */
function remembered(ask: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const answer = known.get(word) ?? ask(word);
    known.set(word, answer);
    return answer;
  };
}

/** The words of a text, in any form. */
export interface Family {
  readonly stems: ReadonlySet<string>;
  /** What words of one family begin with. */
  readonly heads: ReadonlySet<string>;
}

/** Gathers the words of a text. */
export function familyOf(text: string): Family {
  const words = wordsIn(text);
  return {
    stems: new Set(words.map(rootOf)),
    heads: new Set(
      words.filter((word) => word.length >= FAMILY_CHARACTERS).map((word) =>
        word.slice(0, FAMILY_CHARACTERS)
      ),
    ),
  };
}

function isOf({ stems, heads }: Family, given: string): boolean {
  const parts = /\d/.test(given) ? wordsIn(given) : [given];
  return parts.every((word) => isOne({ stems, heads }, word));
}

function isOne({ stems, heads }: Family, word: string): boolean {
  if (stems.has(rootOf(word))) return true;
  return word.length > FAMILY_CHARACTERS && !isSensitiveWord(word) &&
    heads.has(word.slice(0, FAMILY_CHARACTERS));
}

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ").map((word, value): [string, string] => [word, String(value)]).concat(
      [
        ["once", "1"],
        ["twice", "2"],
        ["double", "2"],
        ["both", "2"],
        ["thirty", "30"],
        ["forty", "40"],
        ["fifty", "50"],
        ["hundred", "100"],
        ["first", "1"],
        ["second", "2"],
        ["third", "3"],
      ],
    ),
);

const MONTHS = "january february march april june july august september october november december"
  .split(" ");
const DAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
/** What a calendar shortens: "Oct", "Sept", "Fri", "Thurs". */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ...MONTHS.flatMap((month) => shortened(month, 3, 4)),
  ...DAYS.flatMap((day) => shortened(day, 3, 4, 5)),
]);

function shortened(word: string, ...lengths: readonly number[]): [string, string][] {
  return lengths.map((length) => [word.slice(0, length), word]);
}

/** Whether a word, in lower case, names a month or a day. */
export function isOfCalendar(word: string): boolean {
  return MONTHS.includes(word) || DAYS.includes(word);
}

/** What words of one meaning have in common: "Oct" and "October", "two" and "2", "tried" and "try". */
function rootOf(word: string): string {
  return NUMBER_WORDS.get(word) ?? stem(british(SHORT_FORMS.get(word) ?? withoutZeros(word)));
}

/** "09" is 9. */
function withoutZeros(word: string): string {
  return word.replace(/^0+(?=\d+$)/, "");
}

/** One spelling for "colour" and "color", "licence" and "license". */
function british(word: string): string {
  return !/our|is|cence|tre/.test(word)
    ? word
    : word.replace(/our(?=s|ed|ing|$)/, "or").replace(/is(?=e[sd]?$|ing$|ation)/, "iz").replace(
      /cence/,
      "cense",
    ).replace(/tre(s?)$/, "ter$1");
}

/** "20,000" and "20 000" are 20000. */
export function joinedNumbers(text: string): string {
  return text.replace(/(?<=\d)[, .’'\u00a0\u202f](?=\d{3}(?!\d))/gu, "");
}

function wordsIn(text: string): string[] {
  return joinedNumbers(text.toLowerCase()).replace(/\bcan(?:['’]?t|not)\b/g, "can not")
    .replace(/n['’]t\b/g, " not").replace(/(?<=\d)(?:st|nd|rd|th)\b/g, "")
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, " ")
    .replace(/[’']/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}
