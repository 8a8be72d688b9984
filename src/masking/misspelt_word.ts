/**
 * Tells a slip of the pen in a word that announces a secret: two letters changed
 * places ("passwrod"), one left out ("pasword") or typed twice ("passsword").
 *
 * @module
 */

const WORDS = ["password", "passwort", "kennwort", "contraseña", "contrasena", "wachtwoord"];
const SLIPS: ReadonlySet<string> = new Set(WORDS.flatMap(slipsOf));

/** What looks like such a word: its first letter and no letter that is not in it. Matches whole words. */
export const LIKE_SECRET_WORD =
  "p[aswordt]{5,8}|k[enwort]{6,8}|c[ontraseñ]{8,10}|w[achtword]{8,10}";

/** Whether a word is one that announces a secret but for one slip. */
export function isMisspelt(word: string): boolean {
  return SLIPS.has(word.toLowerCase());
}

/** Every word one slip away; the first letter stays. */
function slipsOf(word: string): string[] {
  return [...word].flatMap((letter, at) => {
    const head = word.slice(0, at), tail = word.slice(at + 1);
    const slips = [head + letter + letter + tail];
    if (at > 0) slips.push(head + tail);
    if (at > 0 && tail !== "") slips.push(head + tail.slice(0, 1) + letter + tail.slice(1));
    return slips;
  }).filter((slip) => !WORDS.includes(slip));
}
