/**
 * Tells phone numbers of all countries from the numbers that look like them.
 * `libphonenumber-js` knows the numbering plans (ITU-T E.164 and the countries'
 * own); it is asked only about what no cheaper rule settles.
 *
 * @module
 */
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Lookups } from "./sensitive_pattern.ts";
import { isDate, OTHER_NUMBER } from "./other_number.ts";

const PHONE_WORD =
  /(?:(?<!\p{L})\p{L}{0,8}(?:phone|telefon\p{L}{0,3})|(?<!\p{L})(?:tel|ph|cel|tlf|tfno?|tél|τηλ|puh(?:elin)?|téléphone|tel[ée]fono|telefone|telefoon|телефон\p{L}{0,2}|тел|τηλέφωνο|mobile?|mob|móvil|telem[óo]vel|tlm|mobil(?:nummer|funk|en)?|mobiel|gsm(?:-?nummer)?|natel|kännykkä|matkapuhelin|cep(?: telefonu)?|κινητό|мобильн\p{L}{2}|мобильник|celular|cellulare|portable|komórk\p{L}{1,3}|cell|handy(?:nummer)?|rufnummer|nummer lautet|numéro|numer|número|contact|whatsapp|viber|telegram|signal|call(?: (?:me|us|back))?|text(?: me)?|ring(?: me)?|sms|fax|dial|reach (?:me|us)(?: (?:at|on|under))?|(?:my|new|old|our|home|work|office|emergency) num(?:ber)?|call or text|hotline|landline|line|هاتف|الهاتف|جوال|फ़?ोन|फोन|nomor|hp|no\.? ?hp|điện thoại|sđt|โทร))(?!\p{L})[\p{L}\s:.,#'"(=-]{0,16}$|(?:电话|電話|手机|手機|携帯|拨打|致电|联系|聯絡|연락처|전화|휴대폰)\p{L}{0,4}[\s:(]{0,3}$|☎\s?$|📞\s?$|📱\s?$/iu;
const PHONE_NUMBER_WORD =
  /(?<!\p{L})(?:contact|phone|tel|telephone|mobile|cell|fax|whatsapp)\s?(?:no|nr|number)(?!\p{L})[\s:.#=-]{0,4}$/iu;

/** Shapes that are phone numbers without a word that says so. */
const PHONE_SHAPES: readonly RegExp[] = [
  /^\+ ?\d{1,3}[ ./()\d-]{6,24}$/, // +49 170 1234567
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

// Countries whose numbers are asked for as written at home, without the country's code.
const COUNTRIES: readonly CountryCode[] = [
  ..."US GB DE FR ES IT NL BE AT CH PL CZ SE NO DK FI IE PT GR HU RO BG UA RU TR IL AE SA EG ZA NG KE"
    .split(" "),
  ..."IN PK BD LK CN TW JP KR TH VN MY ID PH AU NZ BR MX AR CL CO PE".split(" "),
] as CountryCode[];

/** Digits of a phone number: E.164 allows 15; below 7 nothing tells one from any number. */
const DIGITS_MIN = 7;
const DIGITS_MAX = 15;
// Unannounced and without the country's code fewer digits are anything.
const NATIONAL_DIGITS_MIN = 9;
const NATIONAL_DIGITS_MAX = 12;

/** Whether digits are a phone number, by their shape, their country or the words before them. */
export function isPhoneNumber(text: string, before: string, lookups: Lookups): boolean {
  const digits = text.replace(/\D/g, "");
  if (digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return false;
  const shaped = PHONE_SHAPES.some((shape) => shape.test(text));
  if (/^\+/.test(text)) return digits.length >= 8 && shaped;
  if (OTHER_NUMBER.test(before) && !PHONE_NUMBER_WORD.test(before)) return false;
  if (isDate(text)) return false;
  // A national number that begins with 0 has nine digits at least.
  if (shaped && digits.length >= NATIONAL_DIGITS_MIN) return true;
  if (PHONE_WORD.test(before) && /^[\d(]/.test(text)) return true;
  return digits.length >= NATIONAL_DIGITS_MIN && digits.length <= NATIONAL_DIGITS_MAX &&
    /\d[ ()./-]{1,2}\(?\d/.test(text) && lookups.left-- > 0 && isWrittenAtHome(text);
}

/** Whether a country writes one of its valid numbers just so, in these groups. */
function isWrittenAtHome(text: string): boolean {
  const groups = groupsOf(text);
  return COUNTRIES.some((country) => {
    const number = parsePhoneNumberFromString(text, country);
    if (number === undefined || !number.isValid() || number.country !== country) return false;
    if (groupsOf(number.formatNational()) !== groups) return false;
    // Three groups of three are also how amounts are written.
    return /^[0(]/.test(text) || !/^\d{3} \d{3} \d{3}$/.test(groups) ||
      number.getType() === "MOBILE" && text.includes("-");
  });
}

function groupsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(" ");
}
