/**
 * One cheap look at a text before the patterns for personal data and secrets
 * are run: most texts show no sign of any.
 *
 * @module
 */
import { foldCase } from "./text_signs.ts";

// Digits of a passport at least; a phone number or a card has more.
const NUMBER_DIGITS = 6;
const ADDRESS_DIGITS = 4;
// The shortest token that says by itself what it is.
const RUN_CHARACTERS = 16;
// A person's number of letters and few digits.
const ID_CHARACTERS = 9;
// What all words that announce a secret have in common, in lower case.
const SECRET_PIECES =
  /pass|p[aswordt]{6}|k[enwort]{6}|c[ontrase\u00f1]{8}|w[achtword]{8}|p[ ._-]a[ ._-]s[ ._-]s|masterauth|wiederherst|maiden|(?:security|recovery|challenge) (?:question )?answer|sicherheits?(?:antwort|frage)|(?:recovery|backup)[ -]words|mots de r|frase |labras de rec|herstel(?:zin|woord)|odzyskiw|psk|\bpuk|\bwpa|parol|palavra|pw|psw|mdp|\bpins?\b|pin[ -]?(?:code|num)|secret|senha|senord|sess(?:ion)?[ _-]?(?:id|key)|token|kennw|kode[wo]|codew|geheim|key|[sthe][ _-]id\b|\bsid\b|contra|wacht|has[\u0142l]o|heslo|geslo|zapor|lozin|sandi|laluan|[s\u015f]ifre|adgang|salasan|jelsz|slapta|lykil|m[a\u1ead]t kh|credential|jwt|hmac|signature|cl(?:[e\u00e9]|ave) |chiave|chave|codice|c[o\u00f3]digo|cv[vc]|csc|\bnip\b|otp|\bm?tan\b|ziffer|nummer|codes?\b|mnemonic|seed|creds|log[ -]?in|logged in|signed in|schl[\u00fcu]|zugang|anmelde|identifi|acceso|clave|phrase|[\u0370-\u1fff\u2c00-\ufffb]/;
const PIECES =
  /bearer|basic|cookie|authoriz|hooks?\.|discord|telegram|webhook|:\/\/|private|putty|<rsakey|[[({<_](?:at|a|\u00e4t|arroba|@)[\])}>_]|dot|punkt |punto |ponto |%2b|arroba|&commat;|%40|-cli |net use|--[a-z]|-[up] |<</;
const DIGIT_OR_AT = /[\d@]/;

/** What one look shows of a text that may hold something sensitive. */
export interface Glance {
  /** The text in small letters. */
  readonly lower: string;
  /** Whether a word that announces a secret may stand in it. */
  readonly announces: boolean;
}

/** Looks at a text once; `null`: it holds nothing sensitive, for certain. */
export function glanceAt(text: string): Glance | null {
  const numbered = DIGIT_OR_AT.test(text) && holdsNumber(text);
  const lower = foldCase(text);
  const announces = SECRET_PIECES.test(lower);
  return numbered || announces || PIECES.test(lower) ? { lower, announces } : null;
}

/** Whether a text may hold something sensitive. `false` is certain, `true` is not. */
export function mayBeSensitive(text: string): boolean {
  return glanceAt(text) !== null;
}

/** Whether there are digits enough for a number, or an at-sign. */
function holdsNumber(text: string): boolean {
  let digits = 0, dots = 0, colons = 0, run = 0, longest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) {
      run++;
      continue;
    }
    if (code === 64) return true;
    if (code >= 48 && code <= 57) digits++, run++;
    else if (code >= 65 && code <= 90 || code === 95 || code === 45 || code === 47 || code === 43) {
      run++;
    } else {
      if (code === 46) dots++;
      else if (code === 58) colons++;
      if (run > longest) longest = run;
      run = 0;
    }
  }
  if (run > longest) longest = run;
  return digits >= NUMBER_DIGITS || dots >= 3 && digits >= ADDRESS_DIGITS ||
    digits > 0 && (colons >= 2 || longest >= RUN_CHARACTERS) ||
    digits >= ADDRESS_DIGITS && longest >= ID_CHARACTERS;
}
