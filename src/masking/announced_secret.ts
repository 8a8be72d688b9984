/**
 * Finds the value behind a word that announces a secret: `DB_PASSWORD=…`,
 * `"apiKey": "…"`, "my password is …", "Kennwort: …", "PIN 4821".
 *
 * @module
 */
import { isMixed, isRandom, isWordy, kindsOf, looksSecret, PATH_OR_WORDS } from "./value_shape.ts";
import { isMisspelt } from "./misspelt_word.ts";
import { findPhrases } from "./secret_phrases.ts";
import { isStateWord, SECRET_WORD, type SecretWordClass } from "./secret_words.ts";

/** How a value is tied to the word before it. */
type Tie = "assigned" | "colon" | "said" | "set" | "bare";

interface Candidate {
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

const NAME_REST = /[\w-]{0,24}/y;
// "the password that I use here is …", "my password, changed yesterday to …": a few words, then a tie.
const FAR_WORDS =
  /,?(?:\s[\p{L}'’]{1,14}){1,4}?(?=\s(?:is|was|ist|lautet|war|est|c'est|es|era|é|è|jest|är|er|to|auf|in|en|naar|на|היא|är)[\s:])/uy;
const ADJECTIVE =
  /\s(?:provisoire|temporaire|actuel|temporal|actual|nueva|provisional|provvisoria|attuale|tempor[áa]ria|atual|nova|tijdelijke?|tymczasowe|nowe|שלי|שלו)/uy;
const CLOSING = /\\{0,3}["'`\])]{0,2}/y;
// "my password for the old portal is …": only where something ties it.
const FOR_WHAT =
  /(?:\s(?:I|we|you|they)\s[\p{L}'’]{2,10}(?:\s\p{L}{2,10})?(?=\s?[:=]|\s(?:is|was)\s|\s\())?(?:\s(?:mea|saya|aku|anda|μου|moje|mia|mio|minha|mía|mitt|min|benim|của tôi|الخاصة بي|الخاص بي|لحسابي))?(?:\s\([^()\n]{1,30}\)(?=\s?[:=]|\s(?:is|was|ist|lautet|est|es|é|è|jest)\s(?!\p{L}+ed\b))|\s(?:for|of|to|on|in|at|from|für|zum|zur|zu|vom|von|im|am|bei|der|des|para|por|pour|de|du|des|au|en|del|da|do|na|no|di|dal|della|dello|dell'|delle|per|al|van|voor|op|till|av|af|på|til|do|od|dla|для|от|к|на|для)(?:\s?[\p{L}\p{N}@.'_-]{1,30})(?:\s[\p{L}\p{N}@.'_-]{1,30}){0,4}?(?=\s?[:=]|\s(?:is|was|ist|lautet|war|est|c'est|était|es|era|é|è|jest|är|er|to|это)\s|\s-\s|,\s\d{3,8}\b))?/uy;
const ASSIGNED =
  /\s{0,2}(?:=>|:=|={1,3}|->|→|⇒)\s{0,2}|>(?=[^\s<>]{3,200}<\/)|\s{0,1}:\s{0,2}(?=\\{1,3}["'])|\s{0,1}:(?=["'`])|["']?[\s,]{1,12}-?\s?["']?value["']?\s?[:=]\s?/iy;
const COLON = /\s{0,2}:(?!:)\s{0,3}|\s-\s(?=\S{6})/y;
const SAID =
  /,?\s(?:(?<=salasana\p{L}{0,4},?\s)on|теперь|jetzt|is|was|are|as|ist|lautet|war|est|c'est|était|es|era|é|foi|è|jest|to|är|var|er|je|este|это|είναι|là|adalah|ialah|هي|هو|है|คือ|עדיין|היא)(?:\s(?:now|still|currently|jetzt|immer noch|noch immer|maintenant|toujours|ahora|todavía|agora|adesso|nu|nog steeds|теперь|teraz))?\s?:?\s{1,3}|\s?(?:は|是|为|為|는|은|가|이)\s?:?\s?/uy;
// "changed my password to …", which a plain word may follow too.
const SET = /\s(?:to|a|para|auf|in|à|en|naar|på|til|till|na|на|alla|con)\s{1,2}/uy;
const BARE = /,? {1,2}[(#]?/y;
const QUOTED = /(?<mark>\\{0,3}["'`])(?<value>[^\n]{2,200}?)\k<mark>/y;
const DIGIT_GROUPS = /\d{2,4}(?:[ -]\d{2,4}){1,3}(?![\w.,:/-]\d|\d|\p{L})/uy;
// "…, new one …": another that the same sentence tells.
const OTHER_ONE =
  /["')]{0,2}\s?[,;./]?\s(?:(?:and|but|und|aber|et|y|e|en|the|my|die|das|le|el|il|het)\s){0,2}(?:new|old|second|other|current|previous|then|now|neue[rs]?|alte[rs]?|zweite[rs]?|dann|jetzt|nouveau|ancien|nuev[ao]|vieja|nuov[ao]|vecchia|nova|antiga|nieuwe?|oude)(?:\s(?:one|is|was|ist|war|lautet|est|es|era|è|pass\p{L}{2,6}|kennwort)){0,2}\s?[:=]?\s["'(]?/iuy;
const OTHER_TIE = /[:=]|\s(?:one|is|was|ist|war|lautet|est|es|era|è)\s/i;
// What stands between one secret and the next: "PINs 4821 and 9931".
const AND_NEXT =
  /\s?[,;/|]\s{0,2}(?:and |or )?|\s(?:and|or|und|oder|et|ou|y|o|e|en|i|och|и)\s|\s{1,2}/uy;
const UNQUOTED = /[^\s"`<>\u3000-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{3,400}/uy;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;
const TRAILING = /(?:[.,;:!?)\]}'|]+|\\[nrt].*)$/;
// What begins the next setting of a line.
const NEXT_SETTING = /[,;&]["'{]?[\w.-]{1,40}["']?[:=]|;|(?<![\w+=])\/\/|<\//;

const NO_VALUE =
  /^(?:\*+|x{3,}|\u2022+|\.{2,}|-+|_+|\$.*|%.*%|<.*|\{.*|\[.*|\(.*|process\.env.*|os\.(?:environ|getenv).*|[\w.]+\(.*|[\w./-]+\.\w{1,4}:\d.*|.*\(\S*\)|https?:.*)$/i;
// What a field of a form is for, in HTML (autocomplete).
const FIELD_KIND = /^(?:(?:current|new|old|confirm)-password|one-time-code)$/i;
const ABBREVIATION = /^(?:pw|pwd|psw|mdp)$/i;
// "the password 'Sign-In' button"
const A_PART =
  /^\s?(?:link|button|field|page|screen|tab|option|label|text|error|message|box|form)/i;
// Settings about a secret, which hold none: "PASSWORD_MIN_LENGTH=12", "CACHE_KEY_PREFIX=app_v2".
const ABOUT_SECRET =
  /(?:prefix|suffix|name|length|len|size|count|limit|ttl|timeout|expir\w{0,8}|lifetime|days|type|format|path|file|dir|url|uri|host|port|policy|min|max|enabled|required|header|field|column|rounds|version|algorithm|alg)s?$/i;
const DOTTED_NAME = /^[a-z_]\w{0,40}(?:\.[a-z_]\w{0,40})+$/i;
// What may follow the word within a name: "tokens", "password2", "SECRET_KEY_BASE", but not "tokenizer".
const REST_OF_NAME = /^(?:s|[\u0080-\uffff].*|\d{1,3}|[A-Z_-].*)?$/;
const DATE_OR_VERSION = /^v?\d{1,4}(?:[./-]\d{1,4})+$|^\d{1,2}:\d{2}/i;
const UNIT =
  /^\s?(?:char|digit|letter|symbol|time|day|minute|hour|week|month|year|second|attempt|user|account|people|%|x\b|stell|zeichen|caract)/i;
// "codes 1200 times", but not "PIN 4821 works".
const COUNTED =
  /^\s(?:errors?|messages|customers|devices|items|points|orders|units|pieces|rows|lines|codes|e-?mails|bytes|mb|gb|kb)\b/i;
const OWNED =
  /(?:\b(?:my|our|his|her|their|your|new|old|the|mein|meine|unser|das|mon|ma|mi|su|minha|a|la|il|mia|mijn|het|moje|mitt|мой|наш)\s)$/iu;
/** So many secrets that look alike are followed. */
const ALIKE_MAX = 12;
// "the root password"
const OWNED_SOON = /\b(?:my|our|his|her|their|the)\s(?:\p{L}{2,12}\s)?$/iu;
const SENTENCE_END =
  /^(?:\s[\w.-]{1,30}=|[.,;:!?)\]"'|]|\s?\n|\s{0,2}$|\s[-/|(]|\s(?:and|but|und|et|y|e)\s)/;
/** Tells every announced secret of a folded text: where its value begins and ends. */
export function findAnnounced(text: string, found: (start: number, end: number) => void): void {
  SECRET_WORD.lastIndex = 0;
  for (let match = SECRET_WORD.exec(text); match !== null; match = SECRET_WORD.exec(text)) {
    const span = valueAt(text, match);
    if (span === null) continue;
    found(span.start, span.end);
    const end = endOfOther(text, span, endOfAlike(text, span, found), found);
    SECRET_WORD.lastIndex = Math.max(SECRET_WORD.lastIndex, end);
  }
  findPhrases(text, found);
}

/** Tells the secrets that follow one and look like it; gives where the last of them ends. */
function endOfAlike(
  text: string,
  { start, end }: { start: number; end: number },
  found: (start: number, end: number) => void,
): number {
  const shape = shapeOf(text.slice(start, end));
  if (shape === null) return end;
  let last = end;
  for (let count = 0; count < ALIKE_MAX; count++) {
    const from = after(AND_NEXT, text, last);
    const next = text.slice(from, from + end - start);
    if (from === last || shapeOf(next) !== shape) break;
    if (/[\w-]/.test(text[from + next.length] ?? "")) break;
    found(from, from + next.length);
    last = from + next.length;
  }
  return last;
}

/** Tells the secret that the sentence tells beside the first; gives where it ends. */
function endOfOther(
  text: string,
  first: { start: number; end: number },
  from: number,
  found: (start: number, end: number) => void,
): number {
  const start = after(OTHER_ONE, text, from);
  const value = start === from ? null : readValue(text, start, "password");
  if (value === null) return from;
  const other = text.slice(value.start, value.end);
  if (other.length < 6 || !/\d/.test(other) || !looksSecret(other) || NO_VALUE.test(other)) {
    return from;
  }
  if (DATE_OR_VERSION.test(other) || isDottedName(other) || /^\d|@.*\./.test(other)) return from;
  // "Now Windows11 asks": only where a word ties it, it holds a mark or it begins like the first.
  const isTied = OTHER_TIE.test(text.slice(from, start)) || /[!#$%&*+=?§~^@-]/.test(other) ||
    text.startsWith(other.slice(0, 3), first.start);
  if (!isTied) return from;
  found(value.start, value.end);
  return value.end;
}

/** Where the marks of a code of letters and digits stand; `null`: it is none. */
function shapeOf(value: string): string | null {
  if (!/^(?=.*\d)[a-z\d]+(?:-[a-z\d]+)*$/i.test(value)) return null;
  return (/^[\d-]+$/.test(value) ? "digits " : "") + value.replace(/[a-z\d]/gi, "x");
}

function valueAt(text: string, match: RegExpExecArray): { start: number; end: number } | null {
  const groups = match.groups ?? {};
  const misspelt = groups["misspelt"];
  if (misspelt !== undefined && !isMisspelt(misspelt)) return null;
  const secret: SecretWordClass = groups["pin"] !== undefined
    ? "pin"
    : groups["token"] !== undefined
    ? "token"
    : "password";
  let at = match.index + match[0].length;
  at = after(NAME_REST, text, at);
  const name = text.slice(match.index, at);
  if (!REST_OF_NAME.test(name.slice(match[0].length)) && name !== name.toUpperCase()) return null;
  if (name.length > match[0].length && ABOUT_SECRET.test(name)) return null;
  if (secret === "token" && isInsideWord(text, match.index)) return null;
  const closed = after(CLOSING, text, at);
  const quotedName = closed > at;
  const told = after(FOR_WHAT, text, after(ADJECTIVE, text, closed));
  const described = told === closed && secret === "password"
    ? after(FAR_WORDS, text, closed)
    : told;
  const far = described > told;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  for (const [tie, pattern] of TIES) {
    // A name that goes on ("password_reset") announces only what is assigned to it.
    const from = after(pattern, text, described);
    if (from === described || far && tie !== "said" && tie !== "set") continue;
    const value = readValue(text, from, secret);
    if (value === null) continue;
    const { start, end } = value;
    if (misspelt !== undefined && !looksSecret(text.slice(start, end))) return null;
    const settled =
      tie === "colon" && (quotedName || /_|[a-z][A-Z]/.test(name) || /[\w.]$/.test(before))
        ? "assigned"
        : tie === "bare" && groups["setting"] !== undefined && !isWordy(text.slice(start, end))
        ? "assigned"
        : tie;
    const candidate: Candidate = {
      value: text.slice(start, end),
      quoted: value.quoted,
      tie: settled,
      secret,
      after: text.slice(end + (value.quoted ? 1 : 0), end + 24),
      before,
      word: match[0],
    };
    const isOne = far ? isUnmistakable(candidate) : isSecret(candidate);
    return isOne ? { start, end } : null;
  }
  return null;
}

const TIES: readonly (readonly [Tie, RegExp])[] = [
  ["assigned", ASSIGNED],
  ["said", SAID],
  ["set", SET],
  ["colon", COLON],
  ["bare", BARE],
];

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function readValue(
  text: string,
  from: number,
  secret: SecretWordClass,
): { start: number; end: number; quoted: boolean } | null {
  QUOTED.lastIndex = from;
  const quoted = QUOTED.exec(text);
  if (quoted !== null) {
    const value = quoted.groups?.["value"] ?? "";
    // "« value »" has a blank on both sides.
    const mark = quoted.groups?.["mark"] ?? "";
    const start = from + mark.length + (value.length - value.trimStart().length);
    return { start, end: start + value.trim().length, quoted: true };
  }
  // A quotation that has no end within the line.
  const start = /["'`(]/.test(text[from] ?? "") ? from + 1 : from;
  if (secret === "pin") {
    const end = after(DIGIT_GROUPS, text, start);
    if (end > start) return { start, end, quoted: false };
  }
  UNQUOTED.lastIndex = start;
  const match = UNQUOTED.exec(text);
  if (match === null || ADDRESS.test(match[0])) return null;
  const next = match[0].search(NEXT_SETTING);
  const cut = next > 2 ? match[0].slice(0, next) : match[0];
  const value = cut.replace(TRAILING, "").replace(secret === "pin" ? /[#*]$/ : "", "");
  return value.length < 3 ? null : { start, end: start + value.length, quoted: false };
}

/** "asynctoken" is a word; "accessToken", "ACCESSTOKEN" and "access_token" are names. */
function isInsideWord(text: string, at: number): boolean {
  return /^[a-z][a-z]/.test(text.slice(at - 1, at + 1));
}

/** What nobody writes but as a password: small and capital letters, digits, a mark between them. */
function isUnmistakable({ value, tie }: Candidate): boolean {
  return value.length >= 6 && /\p{L}/u.test(value) && /\d/.test(value) && looksSecret(value) &&
    (/[!#$%&*_+=?§~@](?=\w)/.test(value) || tie === "said" && /\p{Lu}/u.test(value)) &&
    !/^[a-z]*\d+(?:\.\d+)*$|^i?OS|[/@:]|\.\w{1,4}$/i.test(value);
}

function isSecret(candidate: Candidate): boolean {
  const { value, secret, word } = candidate;
  if (
    NO_VALUE.test(value) || FIELD_KIND.test(value) || value.toLowerCase() === word.toLowerCase()
  ) return false;
  if (secret === "pin") return isPin(candidate);
  if (DATE_OR_VERSION.test(value) || !candidate.quoted && isDottedName(value)) return false;
  return secret === "password" ? isPassword(candidate) : isToken(candidate);
}

/** "config.password.min" is a name, "Gatto.Nero.13" is not. */
function isDottedName(value: string): boolean {
  return DOTTED_NAME.test(value) && !(/(?:^|\.)[A-Z][a-z]+/.test(value) && /\d$/.test(value));
}

function isPin({ value, after, tie }: Candidate): boolean {
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

function isPassword(candidate: Candidate): boolean {
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
function isPhrase({ value, tie, word, before }: Candidate): boolean {
  if (value.length > 80 || isStateWord(value.split(" ")[0] ?? "")) return false;
  if (/phrase/i.test(word)) return value.split(" ").length >= 3;
  if (tie === "assigned" && /[A-Z_]$/.test(before) && word === word.toUpperCase()) return true;
  const setting = tie === "assigned" || tie === "colon" && /(?:^|\n)[\w\s.-]{0,20}$/.test(before);
  if (setting && /\d/.test(value)) return value.length <= 40;
  return value.length <= 40 && kindsOf(value) >= 2 && /[^\w\s.,'’-]|[a-z]\d+[a-z]/i.test(value);
}

/** Nothing but letters: a secret only where the form of the sentence leaves no doubt. */
function isPlainWordPassword({ value, tie, quoted, after, before, word }: Candidate): boolean {
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

function isToken({ value, tie, quoted, after, before, word }: Candidate): boolean {
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
