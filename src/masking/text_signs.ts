/**
 * What can be seen of a text at a glance, so that most patterns need not be
 * tried on it: how many digits, how long the longest run, which words are in it.
 *
 * @module
 */

/** Signs of a text. */
export interface TextSigns {
  /** ASCII digits. */
  readonly digits: number;
  readonly colons: number;
  /** Characters in the longest run without a blank. */
  readonly longest_run: number;
  /** Whether one of the words stands in it, inside of another word or not. Words in lower case. */
  has(...words: readonly string[]): boolean;
}

const [ZERO, NINE, COLON, BLANK] = [0x30, 0x39, 0x3a, 0x20];

/**
 * Looks at a text once.
 *
 * @param lower The text in small letters, see {@linkcode foldCase}.
 */
export function signsOf(text: string, lower: string): TextSigns {
  let digits = 0, colons = 0, longest_run = 0, run = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= BLANK) {
      run = 0;
      continue;
    }
    if (++run > longest_run) longest_run = run;
    if (code >= ZERO && code <= NINE) digits++;
    else if (code === COLON) colons++;
  }
  return {
    digits,
    colons,
    longest_run,
    has: (...words) => words.some((word) => lower.includes(word)),
  };
}

/** Lower case as patterns with the flags "iu" see it: they take the long s for an s. */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll("\u017f", "s");
}
