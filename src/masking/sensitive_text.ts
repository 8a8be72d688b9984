/**
 * Finds personal data and secrets in text: email addresses, phone and card
 * numbers, IBANs, IP addresses and keys. Numbers are checked, not only shaped
 * (Luhn, mod-97, octets), because messages are full of versions, orders and dates.
 *
 * Every quantifier is bounded and every pattern starts at a boundary: the time
 * stays linear in the length of the text. Where a pattern looks back it first
 * looks ahead, which is cheaper and mostly settles it.
 *
 * @module
 */
import { cardNumberAt, ibanAt, isIpAddress, isPhoneNumber } from "./number_checks.ts";
import { signsOf, type TextSigns } from "./text_signs.ts";
import { mayBeSensitive } from "./sensitive_signs.ts";

/** What kinds of sensitive text there are. */
export type SensitiveKind = "EMAIL" | "PHONE" | "CARD" | "IBAN" | "IP" | "KEY";

/** Where something sensitive stands: offsets in UTF-16 code units. */
export interface SensitiveSpan {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly kind: SensitiveKind;
  /** Whether a text of such signs can hold a match at all: most of a long text's cost is saved here. */
  readonly needs: (signs: TextSigns) => boolean;
  /** Matches candidates; the group `value`, where there is one, is the sensitive part. */
  readonly regex: RegExp;
  /** Whether a candidate is what it looks like. `before` is the text just before it. */
  readonly check?: (value: string, before: string) => boolean;
  /** What of a candidate is it, from its head; `null`: nothing. */
  readonly head?: (value: string) => string | null;
}

/** How far back a word may stand that says what a number is, in characters. */
const CONTEXT_CHARACTERS = 60;

const PATTERNS: readonly Pattern[] = [
  {
    kind: "KEY",
    needs: ({ has }) => has("private key"),
    regex:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/gu,
  },
  // Tokens that say what they are by how they begin.
  {
    kind: "KEY",
    needs: ({ longest_run }) => longest_run >= 15,
    regex:
      /(?=[spr]k[-_])(?<![\w-])[spr]k[-_](?:(?:live|test|proj|ant|or|svcacct|admin)[-_])?[\w-]{16,4000}|(?<!\w)(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)|(?<!\w)(?:gh[opusr]_\w{30,255}|github_pat_\w{22,255}|glpat-[\w-]{20,255}|xox[abeoprs]-[\w-]{10,255}|AIza[\w-]{30,45}|ya29\.[\w-]{20,4000}|SG\.[\w-]{16,64}\.[\w-]{16,128}|hf_\w{20,128}|npm_\w{30,64}|xapp-[\w-]{20,255}|GOCSPX-[\w-]{20,64}|pypi-[\w-]{30,255}|dckr_pat_[\w-]{20,64}|lin_api_\w{30,64}|figd_[\w-]{20,64}|sq0[a-z]{3}-[\w-]{20,64}|key-[0-9a-f]{32}|\d{8,10}:AA[\w-]{33}|dop_v1_\w{32,128}|shp(?:at|ss|ca|pa)_\w{20,64}|whsec_[\w+/=]{16,128}|EAA\w{30,400})|(?<!\w)eyJ[\w-]{8,4000}\.[\w-]{8,4000}(?:\.[\w-]{0,4000})?/gu,
    check: (value) => /\d/.test(value),
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("bearer", "basic"),
    regex: /\b(?:bearer|basic)\s{1,4}(?<value>[\w.~+/-]{16,4000}={0,2})/giu,
    check: (value) => /\d|=$/.test(value) || /[A-Z].*[a-z].*[A-Z].*[a-z].*[A-Z]/.test(value),
  },
  // Addresses that let whoever knows them in.
  {
    kind: "KEY",
    needs: ({ has }) => has("slack.com", "discord", "telegram.org"),
    regex:
      /(?<=\bhooks\.slack\.com\/(?:services|workflows)\/|\bdiscord(?:app)?\.com\/api\/webhooks\/|\bapi\.telegram\.org\/bot)[\w/:-]{20,400}/giu,
  },
  // A value behind a word that announces a secret.
  {
    kind: "KEY",
    needs: ({ has }) =>
      has("key", "token", "secret", "sess", "sid", "pass", "pw") ||
      has("kennwort", "mot de", "contrase", "senha", "wachtwoord", "parola", "has\u0142o") ||
      has("l\u00f6senord") ||
      has("id") && has("access", "auth", "private", "client", "refresh", "account"),
    regex:
      /\b(?:api[ _-]?(?:key|token|secret)|(?:access|auth|secret|private|session|client|refresh|account)[ _-]?(?:key|token|secret|id)|(?:j|php)?sess(?:ion)?id|sid(?=[=:])|secret|token|pass(?:word|wd|phrase|code|wort)|kennwort|mot de passe|contraseña|senha|wachtwoord|parola|hasło|lösenord|pass(?=\s?[:=])|pwd|pw)["']?(?:\s(?:for|of|to)(?:\s[\w-]{1,20}){1,4}(?=\s?[:=]))?\s{0,3}(?:(?:is|was|are|ist|lautet|est|es|to)(?:\s{1,3}now)?\s{0,3}[:=]?|[:=]{1,2}|=>|(?=[("'`]))\s{0,3}["'`(]?(?<value>[^\s"'`“”„<>[\],;(){}]{6,400})/giu,
    check: looksSecret,
  },
  // Nothing stands between the word and the value: "login with password Tiger1987 fails".
  {
    kind: "KEY",
    needs: ({ has }) => has("pass", "kennwort", "pwd"),
    regex:
      /\b(?:pass(?:word|code|phrase|wort)|kennwort|pwd)[,"']{0,2}\s["'(]?(?<value>[^\s"'`“”„<>[\],;(){}]{7,64})/giu,
    check: isMixed,
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("pass"),
    regex:
      /(?<!\S)[^\s"'`“”„<>[\],;(){}]{7,64}(?=["']?\s(?:as|is|was)\s(?:my|our|the)\s(?:\w{1,20}\s)?pass(?:word|code|phrase))/giu,
    check: isMixed,
  },
  // No word announces it, but nobody types this by hand.
  {
    kind: "KEY",
    needs: ({ longest_run }) => longest_run >= 38,
    regex: /(?<![\w/+.-])[A-Za-z0-9+_-][A-Za-z0-9+/_-]{37,400}={0,2}(?![\w/+.=-])/gu,
    check: (value) => value.split("/").some((part) => part.length >= 16 && isRandom(part)),
  },
  {
    kind: "KEY",
    needs: ({ longest_run }) => longest_run >= 32,
    regex: /(?<![\w/+.=-])[\w-]{32,400}(?![\w/+.-])/gu,
    check: isRandom,
  },
  {
    kind: "EMAIL",
    needs: ({ has }) => has("@"),
    regex:
      /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.!#$%&'*+/=?^{|}~-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}_@-]|:[\w/])/gu,
  },
  {
    kind: "EMAIL",
    needs: ({ has }) => has("(at)", "[at]", "{at}", "dot"),
    regex:
      /(?<![\w.+-])[\w.+-]{1,64}\s?(?:\(at\)|\[at\]|\{at\}|\sat\s)\s?(?:[\w-]{1,63}\s?(?:\(dot\)|\[dot\]|\{dot\}|\.|\sdot\s)\s?){1,4}[a-z]{2,24}(?!\w)/giu,
    // Brackets mean it; spelt out, both words must be there, and not "look at the dot on the map".
    check: (value) =>
      /[[({]at/i.test(value) ||
      /[\w.+-]{3,}\sat\s(?!the\s|a\s|an\s|this\s|it\.?\s)[\w-]{2,}\sdot\s(?:com|org|net|edu|io|de|fr|co|uk|es|it)$/i
        .test(value),
  },
  {
    kind: "IBAN",
    needs: ({ digits }) => digits >= 2,
    regex:
      /(?=[A-Z]{2}\d{2})(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/giu,
    head: ibanAt,
  },
  {
    kind: "CARD",
    needs: ({ digits }) => digits >= 13,
    regex: /(?=\d)(?<![\p{L}\p{N}.,+_#/-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}_]|[.,-]\d)/gu,
    head: cardNumberAt,
  },
  {
    kind: "IP",
    needs: ({ digits, has }) => digits >= 4 && has("."),
    regex: /(?=\d)(?<![\w.:-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/gu,
    check: isIpAddress,
  },
  {
    kind: "IP",
    needs: ({ colons, has }) => colons >= 7 || has("::"),
    regex: /(?=[0-9a-f]{0,4}:)(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/giu,
    check: isIpAddress,
  },
  {
    kind: "PHONE",
    needs: ({ digits }) => digits >= 7,
    regex:
      /(?=[\d(+])(?<![\p{L}\p{N}_.,:$€£#/+-])(?:\+\d{1,3}|\(\+?\d{1,5}\)|\d{1,5})(?:[ ./-]{0,3}\(?\d{1,5}\)?){1,7}(?![\p{L}\p{N}_%°"€$£]|[.,:/-]\d)|(?=\+)(?<![\p{L}\p{N}_+])\+\d{8,15}(?!\d)/gu,
    check: isPhoneNumber,
  },
];

// Nothing sensitive has neither a digit nor an at-sign, spelt or written.
const MAY_HOLD =
  /[\d@]|[[({]at[\])}]|\sdot\s|PRIVATE KEY|pass|pwd|pw\b|secret|token|kennwort|\b(?:basic|bearer)\s/iu;

/** Finds everything sensitive in a text, in order; spans do not overlap. */
export function sensitiveSpans(text: string): readonly SensitiveSpan[] {
  if (!mayBeSensitive(text) || !MAY_HOLD.test(text)) return [];
  const spans: SensitiveSpan[] = [];
  const add = (kind: SensitiveKind, start: number, value: string): void => {
    const end = start + value.length;
    if (spans.every((span) => end <= span.start || span.end <= start)) {
      spans.push({ kind, start, end });
    }
  };
  const signs = signsOf(text);
  for (const { kind, needs, regex, check, head } of PATTERNS) {
    if (!needs(signs)) continue;
    // Not matchAll: it copies the pattern on every call.
    regex.lastIndex = 0;
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
      const candidate = match.groups?.["value"] ?? match[0];
      const start = match.index + match[0].length - candidate.length;
      const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
      const value = head === undefined ? candidate : head(candidate);
      if (value !== null && (check === undefined || check(value, before))) add(kind, start, value);
    }
  }
  for (const { kind, start, end } of [...spans]) {
    // A secret that was announced once may stand elsewhere unannounced.
    if (kind === "KEY") {
      addRepeats(text, text.slice(start, end), (at, value) => add(kind, at, value));
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function addRepeats(text: string, value: string, add: (at: number, value: string) => void): void {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    add(at, value);
  }
}

function isRandom(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d.*\d.*\d/.test(value);
}

/** Letters and digits together, and no address, version or file. */
function isMixed(value: string): boolean {
  return /\p{L}/u.test(value) && /\d/.test(value) &&
    !/^v?\d|[/\\@]|\.\w{1,5}$|-\p{L}/iu.test(value);
}

function looksSecret(value: string): boolean {
  // "null/undefined" and the like are words.
  if (/^\p{L}+(?:[/&+|'’-]\p{L}+)*[.!?]*$/u.test(value)) return false;
  // "password is incorrect" announces nothing; letters with digits, or marks inside, do.
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w.!?:-]/].filter((kind) => kind.test(value));
  return kinds.length >= 2 && /\d|[^\w.!?:'’-]/.test(value) && !/^https?:/i.test(value);
}
