/**
 * Tells card numbers, IBANs, IP addresses and phone numbers from the numbers
 * that look like them: orders, versions, dates, sizes, coordinates.
 *
 * @module
 */

/** What says that a number is something else. */
const OTHER_NUMBER =
  /\b(?:order|ticket|case|invoice|ref(?:erence)?|serial|tracking|sku|isbn|issn|ean|upc|imei|part|model|build|version|ver|firmware|release|rev|revision|ids?|no|nr|number of|lines?|page|code|error|batch|lot|account|transaction|receipt|booking|confirmation|customer|timestamp|hash|commit|lat|lon|lng|position|coordinates?)\b(?:\s(?:number|no|nr|id|code))?(?:\s(?:is|was|of|at))?[\s:#.="'№(-]{0,4}$|#\s?$|\bv$/iu;
const PHONE_WORD =
  /(?:phone|tel|telephone|telefon|mobile|mob|cell|handy|contact|whatsapp|call(?: me| us)?|text(?: me)?|sms|fax|dial|ring(?: me)?|reach me|(?:my|new|old|our) number)\b[\w\s:.,#'"(=-]{0,16}$|☎️?\s?$|📞\s?$/iu;
const PHONE_NUMBER_WORD =
  /\b(?:contact|phone|tel|telephone|mobile|cell|fax)\s?(?:no|nr|number)\b[\s:.#=-]{0,4}$/iu;
const ADDRESS_WORD =
  /\b(?:ip|ipv4|address|host|server|ping|dns|gateway|subnet|router|proxy|vpn|localhost)\b[\s:=("'-]{0,4}(?:(?:is|was|to|at|on|of)\s)?$/iu;
const VERSION_WORD =
  /(?:\bv|\b(?:version|ver|versions|build|release|firmware|update[ds]?(?: to)?|rev|app|ios|android|windows|chrome|edge|safari|driver|section|chapter|clause|sdk)|\b(?:updat|upgrad|version|downgrad|releas)[^.!?]{0,20}\b(?:from|to|and))[\s:.="'(-]{0,3}$/iu;

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

/**
 * The card number at the head of a text of digits and separators: a known
 * issuer, its length, and the Luhn check (ISO/IEC 7812-1). `null` when there is
 * none. What follows ("09/27 123") is left off.
 */
export function cardNumberAt(text: string): string | null {
  for (let end = text.length; end >= CARD_CHARACTERS_MIN; end--) {
    const head = text.slice(0, end);
    if (/\d$/.test(head) && !/^\d/.test(text.slice(end)) && isCardNumber(head)) return head;
  }
  return null;
}

const CARD_CHARACTERS_MIN = 13;

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

/**
 * The IBAN at the head of a text of letters, digits and separators: the
 * country's length and the mod-97 check (ISO 13616). `null` when there is none.
 */
export function ibanAt(text: string): string | null {
  const length = IBAN_LENGTHS[text.slice(0, 2).toUpperCase()];
  if (length === undefined) return null;
  let end = 0;
  for (let count = 0; end < text.length && count < length; end++) {
    if (/[a-z\d]/i.test(text[end] ?? "")) count++;
  }
  const head = text.slice(0, end);
  return !/^[a-z\d]/i.test(text.slice(end)) && isIban(head, length) ? head : null;
}

function isIban(text: string, length: number): boolean {
  const compact = text.replace(/[ -]/g, "").toUpperCase();
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
  if (ADDRESS_WORD.test(before) || isPrivate(octets)) return true;
  if (VERSION_WORD.test(before) || VERSION_TALK.test(before)) return false;
  const [first = 0] = octets;
  return first >= 10 && first < 240 || octets.some((octet) => octet >= 100) ||
    /\bfrom\s$/i.test(before) && octets.some((octet) => octet >= 20);
}

function isPrivate([first = 0, second = 0]: readonly number[]): boolean {
  return first === 192 && second === 168 || first === 172 && second >= 16 && second < 32 ||
    first === 127 && second === 0;
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

/** Shapes that are phone numbers without a word that says so. */
const PHONE_SHAPES: readonly RegExp[] = [
  /^\+\d{1,3}[ ./()\d-]{6,22}$/, // +49 170 1234567
  /^00[1-9]\d{0,2}[ ./()-]{1,2}[ ./()\d-]{6,20}$/, // 0049 170 1234567
  /^(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]\d{2}[ .-]\d{4}$/, // (415) 555-2671
  /^0\d{2,4}[ /-]\d{3,4}[ -]\d{3,5}$/, // 020 7946 0958
  /^0\d{4}[ ]\d{6}$/, // 07700 900123
  /^0\d{2,4}[/]\d{5,9}$/, // 0170/1234567
  /^0\d(?:[ .-]\d{2}){4}$/, // 06 12 34 56 78
  /^(?:\(0\)\d{2,5}|0\d{1,4})[ ./-]{1,3}\d{3,8}(?:[ .-]\d{2,8}){0,3}$/, // 089 / 1234567
  /^[6-9]\d{4} \d{5}$/, // 98765 43210
  /^\(0\d{1,4}\)[ -]?\d{3,8}(?:[ -]\d{2,5}){0,2}$/, // (030) 1234567
];

/** Whether digits are a phone number, by their shape or by the words before them. */
export function isPhoneNumber(text: string, before: string): boolean {
  const digits = text.replace(/\D/g, "");
  const shaped = PHONE_SHAPES.some((shape) => shape.test(text));
  if (digits.length < 7 || digits.length > 15) return false;
  if (/^\+/.test(text)) return digits.length >= 8 && shaped;
  if (OTHER_NUMBER.test(before) && !PHONE_NUMBER_WORD.test(before)) return false;
  if (isDate(text)) return false;
  // A national number that begins with 0 has nine digits at least.
  if (shaped && digits.length >= 9) return true;
  return PHONE_WORD.test(before) && /^[\d(]/.test(text);
}

function isDate(text: string): boolean {
  return /^(?:19|20)\d{2}[ ./-](?:0?\d|1[0-2])[ ./-][0-3]?\d\b/.test(text) ||
    /^[0-3]?\d[ ./-][0-3]?\d[ ./-](?:19|20)\d{2}\b/.test(text);
}
