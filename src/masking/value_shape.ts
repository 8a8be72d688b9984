/**
 * What the characters of a value say: a word, a path, or something that nobody
 * would write but as a secret.
 *
 * @module
 */

/** Words with marks between them, as in a path or a pair of terms. */
export const PATH_OR_WORDS =
  /^\.{0,2}\/?\p{L}[\p{L}_.-]{0,40}(?:[/|&+'-]\p{L}[\p{L}_.-]{0,40})*\/?$/u;

/** Words, or words tied together: "null/undefined", "case-sensitive". */
export function isWordy(value: string): boolean {
  return /^\p{L}+(?:[/&+|'’-]\p{L}+)*$/u.test(value);
}

/** How many kinds of characters a value is of: small and capital letters, digits, marks. */
export function kindsOf(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^\w.!?:-]|[!?](?=\w)/].filter((kind) => kind.test(value))
    .length;
}

/** Kinds mixed as words and paths do not mix them. */
export function looksSecret(value: string): boolean {
  return kindsOf(value) >= 2 && /\d|[^\w.!?:'’-]|[!?](?=\w)/.test(value) &&
    !PATH_OR_WORDS.test(value);
}

/** Letters and digits together, and no address, version or file. */
export function isMixed(value: string): boolean {
  return value.length >= 6 && /\p{L}/u.test(value) && /\d/.test(value) &&
    !/^v?\d|[/\\@]|\.\w{1,5}$|-\p{L}/iu.test(value);
}

/** Small and capital letters and three digits. */
export function isRandom(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d.*\d.*\d/.test(value);
}
