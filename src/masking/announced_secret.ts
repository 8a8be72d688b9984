/**
 * Finds the value behind a word that announces a secret: `DB_PASSWORD=…`,
 * `"apiKey": "…"`, "my password is …", "Kennwort: …", "PIN 4821".
 *
 * @module
 */
import { type AnnouncedValue, isNoSecret, isSecret, isUnmistakable } from "./announced_value.ts";
import { isMisspelt } from "./misspelt_word.ts";
import { findPhrases } from "./secret_phrases.ts";
import { SECRET_WORD, type SecretWordClass } from "./secret_words.ts";
import { isWordy, looksSecret } from "./value_shape.ts";
import { endOf, readValue, TIES } from "./value_after.ts";

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
// "…, new one …": another that the same sentence tells.
const OTHER_ONE =
  /["')]{0,2}\s?[,;./]?\s(?:(?:and|but|und|aber|et|y|e|en|the|my|die|das|le|el|il|het)\s){0,2}(?:new|old|second|other|current|previous|then|now|neue[rs]?|alte[rs]?|zweite[rs]?|dann|jetzt|nouveau|ancien|nuev[ao]|vieja|nuov[ao]|vecchia|nova|antiga|nieuwe?|oude)(?:\s(?:one|is|was|ist|war|lautet|est|es|era|è|pass\p{L}{2,6}|kennwort)){0,2}\s?[:=]?\s["'(]?/iuy;
const OTHER_TIE = /[:=]|\s(?:one|is|was|ist|war|lautet|est|es|era|è)\s/i;
// What stands between one secret and the next: "PINs 4821 and 9931".
const AND_NEXT =
  /\s?[,;/|]\s{0,2}(?:and |or )?|\s(?:and|or|und|oder|et|ou|y|o|e|en|i|och|и)\s|\s{1,2}/uy;

// Settings about a secret, which hold none: "PASSWORD_MIN_LENGTH=12", "CACHE_KEY_PREFIX=app_v2".
const ABOUT_SECRET =
  /(?:prefix|suffix|name|length|len|size|count|limit|ttl|timeout|expir\w{0,8}|lifetime|days|type|format|path|file|dir|url|uri|host|port|policy|min|max|enabled|required|header|field|column|rounds|version|algorithm|alg)s?$/i;
// What may follow the word within a name: "tokens", "password2", "SECRET_KEY_BASE", but not "tokenizer".
const REST_OF_NAME = /^(?:s|[\u0080-\uffff].*|\d{1,3}|[A-Z_-].*)?$/;
/** So many secrets that look alike are followed. */
const ALIKE_MAX = 12;

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
    const from = endOf(AND_NEXT, text, last);
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
  const start = endOf(OTHER_ONE, text, from);
  const value = start === from ? null : readValue(text, start, "password");
  if (value === null) return from;
  const other = text.slice(value.start, value.end);
  if (other.length < 6 || !/\d/.test(other) || !looksSecret(other) || isNoSecret(other)) {
    return from;
  }
  if (/^\d|@.*\./.test(other)) return from;
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
  at = endOf(NAME_REST, text, at);
  const name = text.slice(match.index, at);
  if (!REST_OF_NAME.test(name.slice(match[0].length)) && name !== name.toUpperCase()) return null;
  if (name.length > match[0].length && ABOUT_SECRET.test(name)) return null;
  if (secret === "token" && isInsideWord(text, match.index)) return null;
  const closed = endOf(CLOSING, text, at);
  const quotedName = closed > at;
  const told = endOf(FOR_WHAT, text, endOf(ADJECTIVE, text, closed));
  const described = told === closed && secret === "password"
    ? endOf(FAR_WORDS, text, closed)
    : told;
  const far = described > told;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  for (const [tie, pattern] of TIES) {
    // A name that goes on ("password_reset") announces only what is assigned to it.
    const from = endOf(pattern, text, described);
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
    const candidate: AnnouncedValue = {
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

/** "asynctoken" is a word; "accessToken", "ACCESSTOKEN" and "access_token" are names. */
function isInsideWord(text: string, at: number): boolean {
  return /^[a-z][a-z]/.test(text.slice(at - 1, at + 1));
}
