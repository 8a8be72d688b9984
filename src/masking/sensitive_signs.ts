/**
 * One cheap look at a text before the patterns for personal data and secrets
 * are run: most texts show no sign of any.
 *
 * @module
 */
import { foldCase } from "./text_signs.ts";

// Digits of a phone number or an account at least; a card has more.
const NUMBER_DIGITS = 7;
const ADDRESS_DIGITS = 4;
// The shortest token that says by itself what it is.
const RUN_CHARACTERS = 16;
// What announces a secret, a link that lets in, or a spelt-out address.
const WORDS =
  /pass|pw|secret|token|kennwort|[istehn][ _-]?key|[istehn][ _-]?id\b|sid[=:]|contrase|senha|wachtwoord|parola|has\u0142o|senord|bearer|basic\s|slack\.com|discord|telegram|[[({]at|\sdot\s/iu;
// What all of these have in common, in lower case: quicker to look for.
const PIECES =
  /pa(?:ss|rol)|pw|se(?:cret|nha|nord)|token|kennw|key|id|contra|wacht|has\u0142|bearer|basic|slack|discord|telegram|[[({]at|dot/;
const DIGIT_OR_AT = /[\d@]/;

/** Whether a text may hold something sensitive. `false` is certain, `true` is not. */
export function mayBeSensitive(text: string): boolean {
  if (DIGIT_OR_AT.test(text) && holdsNumber(text)) return true;
  return PIECES.test(foldCase(text)) && WORDS.test(text);
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
    digits > 0 && (colons >= 2 || longest >= RUN_CHARACTERS);
}
