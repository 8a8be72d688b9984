/**
 * Anger that shouts: a message written in capitals.
 *
 * @module
 */

/** At least this many letters, nearly all of them capitals. */
const SHOUTING_LETTERS = 24;
const SHOUTING_SHARE = 0.8;
/** Looked at from the beginning. */
const LOOKED_AT_CHARACTERS = 800;

/** Whether a text shouts. */
export function shouts(text: string): boolean {
  let capitals = 0, small = 0;
  const end = Math.min(text.length, LOOKED_AT_CHARACTERS);
  const mostSmall = Math.ceil(end * (1 - SHOUTING_SHARE));
  for (let at = 0; at < end && small <= mostSmall; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) capitals++;
    else if (code >= 97 && code <= 122) small++;
  }
  const letters = capitals + small;
  return letters >= SHOUTING_LETTERS && capitals >= letters * SHOUTING_SHARE;
}
