/**
 * Tells card numbers, IBANs and IP addresses from the numbers that look like
 * them: orders, versions, dates, sizes, coordinates.
 *
 * @module
 */
import { OTHER_NUMBER } from "./other_number.ts";

const ADDRESS_WORD =
  /\b(?:ip|ipv4|addr(?:ess)?|host|server|ping|dns|gateway|subnet|router|proxy|vpn|localhost|client|remote|src|dst|source|destination|peer|upstream|node|endpoint|device|camera|printer|nas|adresse|dirección|direcci[óo]n|indirizzo|adres|адрес)\b[\s:=("'-]{0,4}(?:(?:is|was|to|at|on|of)\s)?$|(?::\/\/|@)$/iu;
const VERSION_WORD =
  /(?:\bv|\b(?:version|ver|versions|build|release|firmware|update[ds]?(?: to)?|rev|app|ios|android|windows|chrome|edge|safari|driver|section|chapter|clause|sdk|kapitel|abschnitt|chapitre|cap[íi]tulo|capitolo|hoofdstuk|rozdział|раздел|глава|§|art(?:icle|ikel)?\.?|plug-?in|core|package|pkg|lib(?:rary)?|kernel|driver|paket|pluginversion|versión|versão|versione|versie|wersj\p{L}|верси\p{L})|(?:[<>~^]=?|==)\s?|[a-z]-\w{2,20}\s{2,24}|\b(?:updat|upgrad|version|downgrad|releas)[^.!?]{0,20}\b(?:from|to|and))[\s:.="'(-]{0,3}$/iu;

const LARGE_OCTET = 32;
const VERSION_TALK = /\b(?:version|updat|upgrad|downgrad|releas|build|firmware)/iu;

/** Issuer prefixes and lengths (ISO/IEC 7812 ranges of the large schemes). */
const CARD_SCHEMES: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^(?:6011|64[4-9]\d|65\d{2})\d{12,15}$/,
  /^3(?:0[0-5]|[689]\d)\d{11}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^62\d{14,17}$/,
  /^(?:50|5[6-9]|6[0-9])\d{11,17}$/,
];

/** Length of an IBAN by country: SWIFT IBAN registry. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 " +
    "EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 " +
    "IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 " +
    "NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 " +
    "TN24 TR26 UA29 VA22 VG24 XK20").split(" ").map((entry) => [
      entry.slice(0, 2),
      Number(entry.slice(2)),
    ]),
);

/** What announces a card: then a slip of a digit makes no difference. */
const CARD_WORD =
  /(?:(?:credit|debit|bank|payment)[ -]?card|\bcard|kreditkarte\p{L}{0,9}|karte\p{L}{0,9}|carte(?: (?:bancaire|bleue|de crédit))?|tarjeta|cart[ãa]o|carta(?: di credito)?|visa|master ?card|amex|american express|maestro|discover|カード\p{L}{0,3}|卡号|卡號|карт\p{L}{1,2})(?!\p{L})[^\d\n]{0,24}$/iu;
const NO_CARD =
  /\b(?:sim|sd|graphics|memory|network|report|score|reader|library|member(?:ship)?|loyalty|bar ?code)[ -]?(?:card)?\b[^\d\n]{0,16}$/iu;
// A card number may be glued to a word; to letters and digits, or to capitals, it is part of a name.
const GLUED =
  /(?:card|karte|carte|tarjeta|visa|mastercard|master|amex|maestro|discover|cc|pan|number|num|no|nr|nummer|is)[#:_/-]?$|(?<![\p{L}\p{N}_-])\p{L}?\p{Ll}{2,20}[:#-]?$/iu;
const BAR_CODE = /\b(?:ean|gtin|upc|isbn|imei|sku)[ -]?(?:\d{1,2}|a)?[\s:#=.-]{0,3}$/i;
const CARD_CHARACTERS_MIN = 13;
const CARD_GROUP_DIGITS_MIN = 3;
const CARD_DIGITS_MAX = 19;

/**
 * The card number at the head of a text of digits and separators: a known
 * issuer, its length, and the Luhn check (ISO/IEC 7812-1), or a word before it
 * that says so. `null` when there is none. What follows ("09/27 123") is left off.
 */
export function cardNumberAt(text: string, before: string): string | null {
  if (
    /[\p{L}#_/-]$/u.test(before) &&
    (!GLUED.test(before) ||
      OTHER_NUMBER.test(before.replace(/(?:card ?)?(?:no|nr|number)?\W?$/i, "")))
  ) return null;
  if (BAR_CODE.test(before)) return null;
  for (let end = text.length; end >= CARD_CHARACTERS_MIN; end--) {
    const head = text.slice(0, end);
    if (!/\d$/.test(head) || /^\d/.test(text.slice(end))) continue;
    if (isEvenlyParted(head) && isCardNumber(head) && (isGrouped(head) || CARD_WORD.test(before))) {
      return head;
    }
  }
  return CARD_WORD.test(before) && !NO_CARD.test(before) &&
      !OTHER_NUMBER.test(before.replace(/card (?:no|nr|number)/i, ""))
    ? announcedCard(text)
    : null;
}

/** One kind of mark between groups: "56. 31.100 / 56. 31.100" is two versions. */
function isEvenlyParted(text: string): boolean {
  return new Set((text.match(/\D+/g) ?? []).map((mark) => mark.trim())).size <= 1;
}

/** No row of small numbers: groups that differ in length are of three digits or more on average. */
function isGrouped(text: string): boolean {
  const lengths = (text.match(/\d+/g) ?? []).map((group) => group.length);
  const alike = new Set(lengths.slice(0, -1)).size <= 1;
  return alike || text.replace(/\D/g, "").length >= CARD_GROUP_DIGITS_MIN * lengths.length;
}

/** Groups of digits to the length of a card; a single run may be one digit short or long. */
function announcedCard(text: string): string | null {
  let head = "";
  for (const [group] of text.matchAll(/\d+[^\d]*/g)) {
    if ((head + group).replace(/\D/g, "").length > CARD_DIGITS_MAX) break;
    head += group;
    if (head.replace(/\D/g, "").length >= 15) break;
  }
  const digits = head.replace(/\D/g, "").length;
  return digits >= CARD_CHARACTERS_MIN ? head.replace(/\D+$/, "") : null;
}

function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (!CARD_SCHEMES.some((scheme) => scheme.test(digits))) return false;
  let sum = 0;
  for (let back = 0; back < digits.length; back++) {
    const digit = Number(digits[digits.length - 1 - back]);
    const doubled = back % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const IBAN_WORD =
  /(?:iban|kontonummer|account number|compte|cuenta|rekening\p{L}{0,8}|conto)[^\p{L}\d\n]{0,4}(?:(?:is|ist|lautet|est|es|è|é|no|nr|number)[^\p{L}\d\n]{0,4})?$/iu;

/**
 * The IBAN at the head of a text of letters, digits and separators: the
 * country's length and the mod-97 check (ISO 13616), or a word before it that
 * says so. `null` when there is none.
 */
export function ibanAt(text: string, before: string): string | null {
  const length = IBAN_LENGTHS[text.slice(0, 2).toUpperCase()];
  if (length === undefined) return null;
  let end = 0;
  for (let count = 0; end < text.length && count < length; end++) {
    if (/[a-z\d]/i.test(text[end] ?? "")) count++;
  }
  const head = text.slice(0, end);
  if (!/^[a-z\d]/i.test(text.slice(end)) && isIban(head, length)) return head;
  // A slip of the pen: the check fails, or a sign is missing or too many.
  return IBAN_WORD.test(before) && Math.abs(text.replace(/[^a-z\d]/gi, "").length - length) <= 2
    ? text
    : null;
}

function isIban(text: string, length: number): boolean {
  const compact = text.replace(/[ .-]/g, "").toUpperCase();
  if (compact.length !== length) return false;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    // A letter counts as two digits: A is 10, Z is 35.
    for (const digit of String(parseInt(character, 36))) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder === 1;
}

/** Whether text is an IP address of a machine, not a version or a time. */
export function isIpAddress(text: string, before: string): boolean {
  if (text.includes(":")) return isIpv6(text);
  const octets = text.split(".").map(Number);
  if (octets.some((octet) => octet > 255)) return false;
  // Any address, masks, and every machine itself (RFC 1122): nobody's.
  if (octets[0] === 0 || octets[0] === 255 || octets[0] === 127) return false;
  if (ADDRESS_WORD.test(before)) return true;
  if (VERSION_WORD.test(before)) return false;
  if (isPrivate(octets)) return true;
  if (VERSION_TALK.test(before)) return false;
  // Versions count from below: few of their numbers are large.
  const [first = 0] = octets;
  return octets.some((octet) => octet >= (first < 10 ? 100 : LARGE_OCTET));
}

/** Whether text is an IP address with brackets around a dot: "203.0.113[.]9". */
export function isBracketedIp(text: string): boolean {
  return /[[(]/.test(text) && (text.match(/\d+/g) ?? []).every((octet) => Number(octet) <= 255);
}

function isPrivate([first = 0, second = 0]: readonly number[]): boolean {
  return first === 192 && second === 168 || first === 172 && second >= 16 && second < 32;
}

function isIpv6(text: string): boolean {
  const halves = text.split("::");
  const groups = text.split(":").filter((group) => group !== "");
  const shaped = halves.length === 1
    ? groups.length === 8 && !/^:|:$/.test(text)
    : halves.length === 2 && groups.length >= 2 && groups.length <= 7;
  // "12:30::45" is a slip of the pen, "fe80::1" is an address.
  return shaped && groups.some((group) => group.length >= 3);
}
