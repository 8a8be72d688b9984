/**
 * Addresses and numbers of people and machines: email, IBAN, card, IP, phone.
 *
 * Every quantifier is bounded and every pattern starts at a boundary. Where a
 * pattern looks back it first looks ahead, which is cheaper and mostly settles it.
 *
 * @module
 */
import { cardNumberAt, ibanAt, isBracketedIp, isIpAddress } from "./number_checks.ts";
import { OTHER_NUMBER } from "./other_number.ts";
import { isPhoneNumber } from "./phone_number.ts";
import type { SensitivePattern } from "./sensitive_pattern.ts";

// Endings of files that are named like addresses ("logo@2x.png", "Clip@ai.onnx").
const FILE_ENDING =
  /\.(?:onnx|png|jpe?g|gif|svg|webp|ico|css|scss|jsx?|tsx?|mjs|cjs|py|rb|rs|go|cpp|hpp|dll|exe|so|zip|lock|json|ya?ml|toml|xml|html?|pdf|md|txt|log|service|socket|plist)$/i;
const SPELT_ENDING =
  "com|org|net|edu|gov|io|ai|de|fr|co|uk|es|it|nl|ch|at|be|pl|se|no|dk|fi|pt|br|in|eu|info|me|us|ca|au|jp|cn|ru|ua|by|cz|sk|hu|ro|bg|gr|hr|rs|si|tr|za|mx|ar|cl|pe|ie|nz|sg|hk|kr|tw|th|vn|id|my|ph|il|ae|sa|eg|ng|ke|lt|lv|ee|is|lu|test|example|app|dev|xyz|biz|shop|online|cloud|email";

/** Patterns of addresses and numbers, in the order in which they claim a stretch. */
export const NUMBER_PATTERNS: readonly SensitivePattern[] = [
  {
    kind: "EMAIL",
    needs: ({ has }) => has("@", "%40", "&#64;", "&commat;"),
    regex:
      /(?<![\p{L}\p{N}_.+-])(?:"[^"\n@]{1,64}"|[\p{L}\p{N}_.!#$%&'*+/=?^{|}~-]{1,64})(?:@|%40|&#64;|&commat;)(?:\[(?:\d{1,3}\.){3}\d{1,3}\]|(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})(?![\p{L}\p{N}_@-]|:[\w/])/gu,
    check: (value) => /[\p{L}\p{N}].*(?:@|%40|&)/u.test(value) && !FILE_ENDING.test(value),
  },
  {
    kind: "EMAIL",
    needs: ({ has }) =>
      has(
        "(at)",
        "[@]",
        "(@)",
        "[at]",
        "{at}",
        "<at>",
        "dot",
        " @",
        "@ ",
        "arroba",
        "(a)",
        "(ät)",
        "_at_",
        "punkt",
        "[.]",
      ),
    regex: spelt(
      "\\(at\\)|\\[at\\]|\\{at\\}|<at>|_at_|\\(ät\\)|\\(a\\)|\\[?\\(?@\\)?\\]?|\\(arroba\\)",
    ),
    check: isSpeltAddress,
  },
  // By itself: "at" stands before many a written address too.
  {
    kind: "EMAIL",
    needs: ({ has }) => has("dot", "punkt", "punto", "ponto", "point", "arroba"),
    regex: spelt("\\s(?:arroba|at|ät|klammeraffe)\\s"),
    check: isSpeltAddress,
  },
  {
    kind: "IBAN",
    needs: ({ digits }) => digits >= 2,
    regex:
      /(?=[A-Z]{2}\d{2})(?:(?<![\p{L}\p{N}])|(?<=iban))[A-Z]{2}\d{2}(?:[ .-]{0,3}[A-Z0-9]{4}){2,7}(?:[ .-]{0,3}[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/giu,
    head: ibanAt,
  },
  // "DE 68 10050000 …", in groups of any length: in capitals, or it is the word "is" and a number.
  {
    kind: "IBAN",
    needs: ({ digits }) => digits >= 12,
    regex: /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2}(?:[ .-]?[A-Z0-9]){11,30}/gu,
    head: ibanAt,
  },
  // Accounts without check digits: only where the word says so.
  {
    kind: "IBAN",
    needs: ({ digits, has }) =>
      digits >= 6 &&
      has("routing", "sort code", "bsb", "bank", "clabe", "kontonummer", "ifsc", "aba"),
    regex:
      /\b(?:routing(?: (?:number|no))?|aba(?: number)?|sort code|bsb|bank account(?: (?:number|no))?|clabe|kontonummer|ifsc(?: code)?)\b\.?[\s:=#(]{0,3}(?:(?:is|ist)\s)?(?<value>[A-Z]{0,4}\d[\d -]{4,20}\d)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "IBAN",
    needs: ({ digits, has }) =>
      digits >= 12 && has("routing", "sort code", "bsb", "swift", "bic", "transit", "bank"),
    regex:
      /\b(?:account|acct?|konto)(?:[ .-]{1,2}(?:number|no|nr))?\.?[\s:#=]{1,3}(?:is )?(?<value>\d[\d -]{4,18}\d)(?![\p{L}\p{N}])/giu,
  },
  {
    kind: "CARD",
    needs: ({ digits }) => digits >= 13,
    regex:
      /(?=\d)(?<![\p{N}.,+])\d(?:[ ._/-]{0,3}\d){12,18}(?!\d|_|[.,-]\d|\p{L}\d| ?[kmg]?hz\b)/giu,
    head: cardNumberAt,
    by_group: true,
  },
  // Groups of four on lines of their own, or with commas: no more of them on either side.
  {
    kind: "CARD",
    needs: ({ digits, has }) => digits >= 16 && has(",", "\n"),
    regex:
      /(?=\d)(?<![\p{L}\p{N}.,+_-]|\d[\s,]{1,3})\d{4}(?:(?:,\d{4}){3}|(?: ?\n ?\d{4}){3})(?![\p{L}\p{N}_]|[\s,.-]{1,3}\d)/gu,
    head: cardNumberAt,
  },
  // As it is written so that nobody clicks on it.
  {
    kind: "IP",
    needs: ({ digits, has }) => digits >= 4 && has("[.]", "(.)", "[dot]", "(dot)"),
    regex: /(?=\d)(?<![\w.:-])\d{1,3}(?:(?:\.|[[(](?:\.|dot)[\])])\d{1,3}){3}(?![\w-]|\.\d)/giu,
    check: isBracketedIp,
  },
  {
    kind: "IP",
    needs: ({ digits, has }) => digits >= 4 && has("."),
    regex: /(?=\d)(?<![\w.:-]|[a-z]\/)(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/giu,
    check: isIpAddress,
  },
  {
    kind: "IP",
    needs: ({ colons, has }) => colons >= 7 || has("::"),
    regex: /(?=[0-9a-f]{0,4}:)(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/giu,
    check: isIpAddress,
  },
  // In the query of an address.
  {
    kind: "PHONE",
    needs: ({ has }) => has("%2b"),
    regex: /(?<![\w%.-])%2B\d{8,15}(?![\w%])/giu,
  },
  // "412 08 755 (mobil)"
  {
    kind: "PHONE",
    needs: ({ digits, has }) => digits >= 7 && has("("),
    regex:
      /(?=\d)(?<![\p{L}\p{N}.,/#+-]|\d )\d(?:[ -]?\d){6,13}(?= ?\((?:mobile?|mobiel|cell|handy|natel|gsm|tel\.?|phone|telefon|telem[óo]vel|whatsapp|m[óo]vil|portable|cellulare)\))/giu,
    check: (_value, before) => !OTHER_NUMBER.test(before),
  },
  {
    kind: "PHONE",
    needs: ({ digits }) => digits >= 7,
    regex:
      /(?=[\d(+])(?<![\p{N}_.,$€£#/+-]|(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}])\p{L}|(?<!\p{L}):)(?:\+ ?\d{1,3}|\(\+?\d{1,5}\)|\d{1,5})(?:[ ./-]{0,3}\(?\d{1,5}\)?){1,7}(?!\d|_|[%°€$£]|(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}])\p{L}(?<!e(?=xt)|x(?=\d|t))|[.,:/-]\d| ?(?:pieces|pcs|units|items|st[üu]ck|stk|[kmg]?hz|[kmg]b|rows|records|users|orders|views|metres|meters|km|eur|usd|gbp|chf|jpy)\b)|(?=\+)(?<![\p{L}\p{N}_+])\+\d{8,15}(?!\d)/gu,
    check: isPhoneNumber,
  },
];

/** An address whose at-sign and dots may be written in brackets or in words. */
function spelt(at: string): RegExp {
  const dot = "dot|punkt|punto|ponto|point";
  return new RegExp(
    `(?<![\\w.+-])(?:[\\w+-]{2,24}\\s(?:\\.|${dot})\\s){0,3}[\\w.+-]{1,64}\\s?(?:${at})\\s?` +
      `(?:[\\w-]{1,63}\\s?(?:\\(dot\\)|\\[dot\\]|\\{dot\\}|<dot>|_dot_|\\(punkt\\)|\\[punkt\\]|\\(punto\\)|\\[\\.\\]|\\(\\.\\)|\\.|\\s(?:${dot})\\s)\\s?){1,4}[a-z]{2,24}(?!\\w)`,
    "giu",
  );
}

/** Brackets mean it; spelt out, both words must be there, and not "look at the dot on the map". */
function isSpeltAddress(value: string): boolean {
  if (/[[({<_]\s?(?:at|ät|a|arroba|@)\s?[\])}>_]/i.test(value)) return !FILE_ENDING.test(value);
  if (value.includes("@")) {
    // "posts on @acme.shop": a name of nothing but letters before it is a word.
    if (/^[a-z]+\s@\S/i.test(value)) return false;
    return new RegExp(
      `[\\w.+-]{2,}\\s?@\\s?[\\w-]{2,}.{0,30}\\.[\\])]?\\s?(?:${SPELT_ENDING})$`,
      "i",
    ).test(value) && /\s|[[(]\.[\])]/.test(value);
  }
  return new RegExp(
    `[\\w.+-]{3,}\\s(?:at|ät|klammeraffe|arroba)\\s(?!the\\s|a\\s|an\\s|this\\s|it\\.?\\s)[\\w-]{2,}\\s(?:dot|punkt|punto|ponto|point)\\s(?:\\w{2,20}\\s(?:dot|punkt|punto)\\s)?(?:${SPELT_ENDING})$`,
    "i",
  ).test(value);
}
