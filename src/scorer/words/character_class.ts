/**
 * What a character is to the one who cuts a text into words.
 *
 * @module
 */
import { isBlank } from "./runs.ts";

/** Part of a word. */
export const LETTER = 1;
/** May stand inside a word. */
export const DIGIT = 2;
/** Separates words. */
export const BLANK = 3;
/** Separates lines. */
export const NEWLINE = 4;
/** A token of its own: punctuation, emoji. */
export const MARK = 5;
/** Separates words and is no token: markup, quotes, dashes. */
export const DROPPED = 6;

const ASCII_CLASSES = new Uint8Array(128).map((_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-zA-Z]/.test(char)) return LETTER;
  if (/[0-9]/.test(char)) return DIGIT;
  if (char === "\n" || char === "\r") return NEWLINE;
  if (code <= 32 || code === 127) return BLANK;
  return "*_#>|~^\\`<{}=+[]/-@&".includes(char) ? DROPPED : MARK;
});

/** 1 for what may stand inside a word of ASCII characters: letters, digits and the underscore. */
const INSIDE_WORD = ASCII_CLASSES.map((kind, code) =>
  kind === LETTER || kind === DIGIT || code === 95 ? 1 : 0
);

/** The class of a UTF-16 code unit; `MARK` for what is none (`NaN`). */
export function classOf(code: number): number {
  return code < 128 ? ASCII_CLASSES[code] ?? MARK : classBeyondAscii(code);
}

/** Whether a character that follows a letter belongs to its word. */
export function isInsideWord(code: number): boolean {
  return code < 128 ? INSIDE_WORD[code] === 1 : classBeyondAscii(code) === LETTER;
}

function classBeyondAscii(code: number): number {
  if (isBlank(code)) return code === 0x2028 || code === 0x2029 ? NEWLINE : BLANK;
  // Quotes, dashes and the ellipsis; then arrows, boxes and dingbats; emoji are surrogate pairs.
  if (code >= 0x2010 && code <= 0x206f) return code === 0x2026 ? MARK : DROPPED;
  if ((code >= 0x2190 && code <= 0x2bff) || (code >= 0xd800 && code <= 0xdfff)) return MARK;
  if (code === 0xfe0f || code === 0xfffd || (code < 0xc0 && code !== 0xaa)) return DROPPED;
  return LETTER;
}
