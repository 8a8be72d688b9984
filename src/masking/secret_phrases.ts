/**
 * Secrets that the words of a sentence give away, not one word before them: seed
 * words, pass phrases, a name and what goes with it, codes that were sent, an
 * answer to the question for a password.
 *
 * @module
 */
import { isStateWord } from "./secret_words.ts";
import { isMixed, kindsOf, looksSecret, PATH_OR_WORDS } from "./value_shape.ts";

interface Phrase {
  /** Looked for first where the rest costs more. */
  readonly needs?: RegExp;
  /** The group `value` is the secret. */
  readonly regex: RegExp;
  readonly check?: (value: string) => boolean;
}

const TRAILING = /(?:[.,;:!?)\]}'"|]+|\\[nrt].*)$/;

const SECRET =
  "(?:pass ?(?:word|code|phrase|wort)|kennwort|mot de passe|mdp|contrase[nñ]a|clave|senha|palavra-passe|parola d'ordine|wachtwoord|l[öo]senord|adgangskode|passord|has[lł]o|парол\\p{L}{1,2}|api key|secret|token|pin)(?![\\p{L}\\p{N}])";
const MY =
  "(?:my|our|the|his|her|a|mein|unser|das|le|la|mon|ma|mi|su|minha|a|il|mijn|het|mitt|moje|мой)";
const ARRIVED =
  "digit|sent|sends|received|receive|got|get|texted|typed|type|entered|enter|sms|text message|app gave|expired|geschickt|gesendet|erhalten|bekommen|bekam|eingegeben|kam|reçu|envoyé|saisi|recibí|recibido|envi\\p{L}{2,5}|ricevuto|inviato|recebi|ontvangen|gekregen|verstuurd|otrzyma\\p{L}{2,4}|получил\\p{L}?|пришел|пришёл|прислал\\p{L}?";
const SEED =
  "(?:seed|mnemonic|recovery|backup)[ -](?:phrase|words)|wiederherstellungs(?:phrase|w[öo]rter|wörtern)|seed-?(?:phrase|wörter)|phrase (?:de récupération|secrète)|mots de récupération|frase (?:semilla|de recuperaci[óo]n|de recuperação|di recupero|mnemonica)|palabras de recuperaci[óo]n|parole di recupero|palavras de recuperação|herstel(?:zin|woorden)|słowa odzyskiwania|(?:сид|мнемоническая)[ -]?фраза";
const HOLDS_SEED =
  /seed|mnemonic|phrase|frase|words|w[öo]rter|mots|palabras|parole|palavras|herstel|odzyskiw|фраза/iu;
const CODE = "(?:codes?|código|codice|kod|код)";
const HOLDS_PASSWORD =
  /pass ?(?:word|wort|code|phrase)|kennwort|mot de passe|mdp|contrase|senha|wachtwoord|l[öo]senord|has[lł][lo]|парол|\bpwd?\b|zugang|log-?in/iu;
const HOLDS_CODE = /c[oó]d(?:e|igo|ice)|kod|код/iu;
const CODE_DIGITS = "\\d{3}[ -]\\d{3}|\\d{4,8}";

const PHRASES: readonly Phrase[] = [
  // Words of a wallet (BIP 39: 12 to 24), numbered or not.
  {
    needs: HOLDS_SEED,
    regex: new RegExp(
      `(?<!\\p{L})(?:${SEED})(?!\\p{L})[^\\p{L}\\n]{0,3}(?:is|are|lautet|lauten|ist|est|es|sono|é|è|zijn|to)?[:\\s"']{1,3}(?<value>(?:\\d{1,2}[.):]? ?)?[a-z]{3,8}(?:[ ,\\n]{1,2}(?:\\d{1,2}[.):]? ?)?[a-z]{3,8}){11,23})`,
      "giu",
    ),
    check: isNoPhrase,
  },
  {
    regex:
      /pass_?-? ?phrase\b(?: (?:for|of|to) [^\n:="']{2,40})?["']?\s?(?::|=|is:?|to(?=\s["']))\s?["']?(?<value>(?:[a-z]{2,12}[ -]){3,11}[a-z\d]{2,12})/gi,
    check: isNoPhrase,
  },
  // A name and what goes with it: "credentials: bob / …".
  {
    regex:
      /\b(?:credentials?|creds|log-?ins?(?: (?:data|details))?|zugangsdaten|anmeldedaten|identifiants?|accesos?|credenciales|credenziali|(?:user(?: ?name)?|log-?in|benutzer(?:name)?|utilisateur|identifiant|usuario|utente|gebruiker|konto) ?(?:&|and|und|et|y|e|\/|\+) ?(?:pass(?:w(?:or[dt])?)?|pw|pwd|mdp|kennwort|contraseña|senha)|(?:log|sign)(?:ged|ed|ging|ing)? ?in (?:with|as|using))\b(?: (?:is|are|with)| ?[:=])? ?[\w.@+-]{2,64} ?[/|:,] ?(?<value>[^\s"'`<>]{5,64})/giu,
    check: isMarked,
  },
  // "what password did you use? / me: …"
  {
    regex: new RegExp(
      `${SECRET}[^?\\n]{0,40}\\?["']?[\\s/|>-]{1,6}(?:\\p{L}{1,16}\\s?[:>]\\s?)(?<value>[^\\s"'\`<>]{5,64})`,
      "giu",
    ),
    check: isMarked,
  },
  // "Code 482 913 came by text", "the code you sent me, 482913"
  {
    needs: HOLDS_CODE,
    regex: new RegExp(
      `(?<!\\p{L})(?:${ARRIVED})(?!\\p{L})[^.!?\\n\\d]{0,40}(?<!(?:error|zip|post|promo|country|area|voucher|discount|coupon|item|product|status|exit|bar|qr|fehler|source)[ -]?)${CODE}(?:,? (?:is|was|of|ist|war|lautet|est|es|è|é))?[\\s:"'(]{1,3}(?<value>${CODE_DIGITS})(?![\\p{L}\\d]|[.,:/-]\\d|\\s(?:errors?|times|messages|rows|lines|codes|users)\\b)`,
      "giu",
    ),
  },
  {
    needs: HOLDS_CODE,
    regex: new RegExp(
      `(?<!(?:error|zip|post|promo|country|area|voucher|discount|coupon|item|product|status|exit|bar|qr|fehler|source)[ -]?)(?<!\\p{L})${CODE}[\\s:"'(]{1,3}(?<value>${CODE_DIGITS})(?=["')]{0,2},? (?:[^.!?\\n\\d]{0,24} )?(?:${ARRIVED})(?!\\p{L}))`,
      "giu",
    ),
  },
  {
    needs: HOLDS_CODE,
    regex: new RegExp(
      `(?<![\\p{L}\\d.,:/#-])(?<value>${CODE_DIGITS})(?= (?:is|was|ist|war|est|es|è|é) (?:the|my|your|a|der|mein|dein|ihr|le|mon|votre|el|mi|tu|su|il|o) (?:[\\p{L}\\d-]{2,12} )?${CODE}[^.!?\\n\\d]{0,24} (?:${ARRIVED})(?!\\p{L}))`,
      "giu",
    ),
  },
  {
    regex:
      /(?<=\buse )(?<value>\d{4,8})(?= to (?:log|sign|verify|confirm|access))|(?<![\w.,-])\d{4,8}(?= is your\b[^.!?\n]{0,30}\b(?:code|pin|otp)\b)/giu,
  },
  // "the code from the text 449 102", "551 203 as verification code"
  {
    needs: HOLDS_CODE,
    regex: new RegExp(
      `(?<!\\p{L})${CODE}[^.!?\\n\\d]{0,24}(?:sms|смс|text|text message|e-?mail|app|authenticator)[\\s:,]{1,3}(?<value>${CODE_DIGITS})(?![\\p{L}\\d]|[.,:/-]\\d)`,
      "giu",
    ),
  },
  {
    needs: HOLDS_CODE,
    regex: new RegExp(
      `(?<![\\p{L}\\d.,:/#-])(?:${CODE_DIGITS})(?= (?:as|als|como|comme) (?:[\\p{L}-]{2,16} ){0,2}(?:${CODE}|pin|otp)(?!\\p{L}))`,
      "giu",
    ),
  },
  // Beside a word for it: letters, a mark and digits as no word and no address has them.
  {
    needs: HOLDS_PASSWORD,
    regex:
      /(?<![\p{L}\p{N}_./@#$%&=?!:-])\p{L}[\p{L}\d]{1,30}[!#$%*§+^~][\p{L}\d!$%*§+^~-]{1,30}(?![\p{L}\p{N}_@&=(:/[]|\.\p{L})/gu,
    check: isOdd,
  },
  // "why is … not a strong enough password?"
  {
    needs: HOLDS_PASSWORD,
    regex: new RegExp(
      `(?<=\\b(?:is|ist|est|es|è|é)\\s["'(]?)(?<value>[^\\s"'\`<>]{6,64})(?=["')]{0,2}\\s(?:\\p{L}{1,12}\\s){0,3}(?:strong|weak|short|long|simple|good|secure|valid)\\s(?:\\p{L}{1,12}\\s){0,2}${SECRET})`,
      "giu",
    ),
    check: isMarked,
  },
  // The answer to a question that stands for a password.
  {
    needs: /answer|antwort|maiden|mädchenname|jeune fille|soltera/iu,
    regex:
      /(?<!\p{L})(?:[Ss]ecur(?:ity|e)|[Ss]ecret|[Rr]ecovery|[Cc]hallenge|[Mm]other's|[Mm]other|[Ss]icherheits?|[Gg]eheime)[ -]?(?:question )?(?:[Aa]nswer|antwort|[Mm]aiden name|frage)(?!\p{L})[^.!?\n:=]{0,40}(?:[:=]|\s(?:is|was|ist|lautet)(?=\s))\s{0,2}["']?(?<value>\p{Lu}[\p{L}\p{N}'-]{2,30})(?=["']?(?:[,.;!?\n)]|$| (?:and|but|it|is)(?!\p{L})))/gu,
    check: (value) => !isStateWord(value),
  },
  // "… (password)"
  {
    needs: /\(/,
    regex: new RegExp(
      `(?<![^\\s"'(])(?<value>[^\\s"'\`<>()]{7,64})(?=["']?\\s\\((?:the\\s|my\\s)?${SECRET}\\))`,
      "giu",
    ),
    check: (value) => isMarked(value) && kindsOf(value) >= 3 && !/_/.test(value),
  },
  // The key of an authenticator, in base 32 (RFC 4648).
  {
    regex:
      /\b(?:set-?up|secret|authenticator|t?otp|2fa|mfa)(?: (?:app|manual|entry|set-?up))? (?:key|seed|secret|code)\b(?: is)?[\s:="']{1,3}(?<value>(?:[a-z2-7]{4}[ -]){3,15}[a-z2-7]{2,4})/giu,
    check: (value) => /\d/.test(value),
  },
  { regex: /(?<![\w-])G-(?<value>\d{6})(?!\w)(?=[^\n]{0,80}\bcode)/giu },
];

// "… is my password", "… als Kennwort": what stands before is the secret.
const TELLS = new RegExp(
  `["')]{0,2}\\s(?:(?<as>as|als|comme|como|come|som|jako|как)|is|was|for)\\s(?:${MY}\\s)?(?:\\p{L}{1,20}\\s)?${SECRET}`,
  "giu",
);
const LAST_WORD = /(?<!\S)["'(]?(?<value>[^\s"'`<>]{6,64})$/u;
const LAST_WORD_CHARACTERS = 66;

/** Tells every secret that a phrase of a folded text gives away. */
export function findPhrases(text: string, found: (start: number, end: number) => void): void {
  findTold(text, found);
  for (const { needs, regex, check } of PHRASES) {
    if (needs !== undefined && !needs.test(text)) continue;
    regex.lastIndex = 0;
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
      const whole = match.groups?.["value"] ?? match[0];
      const value = whole.replace(TRAILING, "");
      const start = match.index + match[0].length - whole.length;
      if (value !== "" && (check?.(value) ?? true)) found(start, start + value.length);
    }
  }
}

function findTold(text: string, found: (start: number, end: number) => void): void {
  TELLS.lastIndex = 0;
  for (let match = TELLS.exec(text); match !== null; match = TELLS.exec(text)) {
    const { index } = match;
    const before = text.slice(Math.max(0, index - LAST_WORD_CHARACTERS), index);
    const value = LAST_WORD.exec(before)?.groups?.["value"]?.replace(TRAILING, "") ?? "";
    const isSecret = match.groups?.["as"] === undefined ? isMixedSecret(value) : isMarked(value);
    const start = text.lastIndexOf(value, index - value.length);
    if (value !== "" && isSecret) found(start, start + value.length);
  }
}

function isNoPhrase(value: string): boolean {
  return !/^(?:too|not|never|must|should|can|does|has|was|the|for|that|which|and|with|when|wrong|your)\b/
    .test(value);
}

function isMixedSecret(value: string): boolean {
  return isMixed(value) && looksSecret(value);
}

/** Three kinds of characters, and not a number of something: "order#4411". */
function isOdd(value: string): boolean {
  return value.length >= 7 && kindsOf(value) >= 3 && /\d/.test(value) &&
    !/^\p{Ll}+#\d+$/u.test(value) &&
    !/^(?:order|ticket|issue|page|item|bug|case|invoice|version|build|no|nr|c)[#+]/i.test(value);
}

/** Letters with digits or with marks between them, and no path. */
function isMarked(value: string): boolean {
  return kindsOf(value) >= 2 && looksSecret(value) && !PATH_OR_WORDS.test(value) &&
    !/^v?\d+(?:\.\d+)*$|:\/\/|@.*\./.test(value);
}
