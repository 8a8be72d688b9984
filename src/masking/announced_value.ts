/**
 * Whether a value behind a word that announces a secret is one: "PIN 4821" is, "PIN 4 digits",
 * "password: required" and "token=${TOKEN}" are not.
 *
 * @module
 */
import { isMixed, isRandom, isWordy, kindsOf, looksSecret, PATH_OR_WORDS } from "./value_shape.ts";
import { isStateWord, type SecretWordClass } from "./secret_words.ts";
import type { Tie } from "./value_after.ts";

/** A value with what tells whether it is a secret. */
export interface AnnouncedValue {
  readonly value: string;
  readonly quoted: boolean;
  readonly tie: Tie;
  readonly secret: SecretWordClass;
  /** The text after the value, a little of it. */
  readonly after: string;
  /** The text before the word, a little of it. */
  readonly before: string;
  /** The word that announces it. */
  readonly word: string;
}

const NO_VALUE =
  /^(?:\*+|x{3,}|\u2022+|\.{2,}|-+|_+|\$.*|%.*%|<.*|\{.*|\[.*|\(.*|process\.env.*|os\.(?:environ|getenv).*|[\w.]+\(.*|[\w./-]+\.\w{1,4}:\d.*|.*\(\S*\)|https?:.*)$/i;
// What a field of a form is for, in HTML (autocomplete).
const FIELD_KIND = /^(?:(?:current|new|old|confirm)-password|one-time-code)$/i;
const ABBREVIATION = /^(?:pw|pwd|psw|mdp)$/i;
// "the password 'Sign-In' button"
const A_PART =
  /^\s?(?:link|button|field|page|screen|tab|option|label|text|error|message|box|form)/i;
const DOTTED_NAME = /^[a-z_]\w{0,40}(?:\.[a-z_]\w{0,40})+$/i;
const DATE_OR_VERSION = /^v?\d{1,4}(?:[./-]\d{1,4})+$|^\d{1,2}:\d{2}/i;
const UNIT =
  /^\s?(?:char|digit|letter|symbol|time|day|minute|hour|week|month|year|second|attempt|user|account|people|%|x\b|stell|zeichen|caract)/i;
// "codes 1200 times", but not "PIN 4821 works".
const COUNTED =
  /^\s(?:errors?|messages|customers|devices|items|points|orders|units|pieces|rows|lines|codes|e-?mails|bytes|mb|gb|kb)\b/i;
const OWNED =
  /(?:\b(?:my|our|his|her|their|your|new|old|the|mein|meine|unser|das|mon|ma|mi|su|minha|a|la|il|mia|mijn|het|moje|mitt|мой|наш)\s)$/iu;
// "the root password"
const OWNED_SOON = /\b(?:my|our|his|her|their|the)\s(?:\p{L}{2,12}\s)?$/iu;
const SENTENCE_END =
  /^(?:\s[\w.-]{1,30}=|[.,;:!?)\]"'|]|\s?\n|\s{0,2}$|\s[-/|(]|\s(?:and|but|und|et|y|e)\s)/;

/** What nobody writes but as a password: small and capital letters, digits, a mark between them. */
export function isUnmistakable({ value, tie }: AnnouncedValue): boolean {
  return value.length >= 6 && /\p{L}/u.test(value) && /\d/.test(value) && looksSecret(value) &&
    (/[!#$%&*_+=?§~@](?=\w)/.test(value) || tie === "said" && /\p{Lu}/u.test(value)) &&
    !/^[a-z]*\d+(?:\.\d+)*$|^i?OS|[/@:]|\.\w{1,4}$/i.test(value);
}

/** Whether the value is a secret, by its shape, its tie and the words around it. */
export function isSecret(candidate: AnnouncedValue): boolean {
  const { value, secret, word } = candidate;
  if (
    NO_VALUE.test(value) || FIELD_KIND.test(value) || value.toLowerCase() === word.toLowerCase()
  ) return false;
  if (secret === "pin") return isPin(candidate);
  if (DATE_OR_VERSION.test(value) || !candidate.quoted && isDottedName(value)) return false;
  return secret === "password" ? isPassword(candidate) : isToken(candidate);
}

/** A mask, a placeholder, a call, a date, a version or a dotted name: never a secret. */
export function isNoSecret(value: string): boolean {
  return NO_VALUE.test(value) || DATE_OR_VERSION.test(value) || isDottedName(value);
}

/** "config.password.min" is a name, "Gatto.Nero.13" is not. */
function isDottedName(value: string): boolean {
  return DOTTED_NAME.test(value) && !(/(?:^|\.)[A-Z][a-z]+/.test(value) && /\d$/.test(value));
}

function isPin({ value, after, tie }: AnnouncedValue): boolean {
  if (UNIT.test(after) || /^[-/.]\d/.test(after)) return false;
  if (/^\d{3,8}$|^\d{3}[ -]\d{3}$|^\d{2}(?:[ -]\d{2}){1,3}$|^\d{4}[ -]\d{4}$/.test(value)) {
    return tie !== "bare" || !COUNTED.test(after);
  }
  if (tie === "bare" && !/^(?=.*[a-z].*[a-z])(?=.*\d.*\d)[a-z\d-]{6,32}$/i.test(value)) {
    return false;
  }
  return /^[A-Z\d-]{4,32}$/i.test(value) && /\d.*\d/.test(value) &&
    /[A-Z]/i.test(value) && !/^\d+[a-z]{1,2}$/.test(value);
}

function isPassword(candidate: AnnouncedValue): boolean {
  const { value, tie, quoted, after } = candidate;
  if (/^\d+$/.test(value)) {
    return !UNIT.test(after) && value.length >= (tie === "bare" || tie === "set" ? 6 : 4);
  }
  if (value.includes(" ")) return quoted && isPhrase(candidate);
  if (isWordy(value)) return isPlainWordPassword(candidate);
  if (tie === "bare") {
    if (ABBREVIATION.test(candidate.word) && /^\w/.test(value) && !candidate.before.endsWith("$")) {
      return looksSecret(value);
    }
    return isMixed(value) ||
      value.length >= 6 && looksSecret(value) && /^[\w!@#$%^&*+.?-]+$/.test(value) &&
        /\d/.test(value) && !/[a-z]{3}[-.][a-z]|@.*\./.test(value) && !/^\d/.test(value);
  }
  if (tie === "assigned") return value.length >= 4 && !PATH_OR_WORDS.test(value);
  return looksSecret(value);
}

/** Words in quotes: a secret where they stand in a setting, or are of an odd mix. */
function isPhrase({ value, tie, word, before }: AnnouncedValue): boolean {
  if (value.length > 80 || isStateWord(value.split(" ")[0] ?? "")) return false;
  if (/phrase/i.test(word)) return value.split(" ").length >= 3;
  if (tie === "assigned" && /[A-Z_]$/.test(before) && word === word.toUpperCase()) return true;
  const setting = tie === "assigned" || tie === "colon" && /(?:^|\n)[\w\s.-]{0,20}$/.test(before);
  if (setting && /\d/.test(value)) return value.length <= 40;
  return value.length <= 40 && kindsOf(value) >= 2 && /[^\w\s.,'’-]|[a-z]\d+[a-z]/i.test(value);
}

/** Nothing but letters: a secret only where the form of the sentence leaves no doubt. */
function isPlainWordPassword({ value, tie, quoted, after, before, word }: AnnouncedValue): boolean {
  if (value.length < 4 || isStateWord(value) || value.includes("/")) return false;
  if (tie === "bare" && quoted) {
    return OWNED.test(before) && /[a-z][^a-z]*[A-Z][a-z]/.test(value) && !A_PART.test(after);
  }
  const ends = SENTENCE_END.test(after);
  if (tie === "assigned") return ends || quoted;
  if (tie === "colon") {
    return quoted || ends && !/^[A-Z][a-z]+$/.test(value) || ends && /^\s{0,2}(?:\n|$)/.test(after);
  }
  if (tie === "said" && ABBREVIATION.test(word) && ends && value.includes("&")) return true;
  if (tie === "said") return ends && OWNED.test(before) || quoted && OWNED_SOON.test(before);
  return false;
}

function isToken({ value, tie, quoted, after, before, word }: AnnouncedValue): boolean {
  if (value.includes(" ")) {
    return quoted && tie === "assigned" && /\d/.test(value) && value.length <= 60 &&
      /(?:^|[\s"'])[A-Z][A-Z_]{0,30}$/.test(before + word);
  }
  if (/^\d+$/.test(value)) {
    return tie !== "bare" && tie !== "set" && value.length >= 6 && !UNIT.test(after);
  }
  if (tie === "bare") {
    return value.length >= 8 &&
      (/^(?=.*\d)[A-Z2-7]{16,64}$/.test(value) || isMixed(value) && /[a-z]/.test(value) ||
        isRandom(value) ||
        /^(?=.*\d.*\d)(?=.*[a-z].*[a-z])[a-z\d]+$/i.test(value) && /\d[a-z]+\d/i.test(value) ||
        /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) ||
        /^(?=.*\d)[A-Z\d]{3,8}(?:-[A-Z\d]{3,8}){2,7}$/.test(value));
  }
  if (isWordy(value)) {
    return tie === "assigned" && value.length >= 16 && !/[a-z]{2}[-_'’][a-z]/.test(value);
  }
  if (tie === "assigned") {
    return value.length >= 6 && !PATH_OR_WORDS.test(value) &&
      (/\d|[a-z][A-Z]/.test(value) || quoted && /[^\w.,:/ -]/.test(value));
  }
  return value.length >= 6 && looksSecret(value);
}
