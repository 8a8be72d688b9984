/**
 * A text as the patterns read it: odd blanks, dashes, quotes, digits and
 * full-width forms made plain, invisible characters left out, with the way back
 * to the text as written. So one pattern finds a number however it was typed.
 *
 * @module
 */

/** A text made plain. */
export interface FoldedText {
  readonly text: string;
  /** Where the character at an offset of {@linkcode text} begins in the text as written. */
  startOf(offset: number): number;
  /** Where the character before an offset of {@linkcode text} ends in the text as written. */
  endOf(offset: number): number;
}

/** What becomes of characters that nobody sees. */
export type Invisible = "dropped" | "blank";

/** What {@linkcode foldCharacter} may change: all but plain characters and letters of Latin. */
const ODD = /[^\n\x20-\x7e\u00c0-\u017e\u0180-\u024f]/u;
const BLANK = /[\t\v\f\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;
const DASH = /[\p{Pd}\u2043\u2212]/u;
const SINGLE_QUOTE = /[\u2018\u2019\u201a\u201b\u2032\u00b4]/u;
const DOUBLE_QUOTE = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d]/u;
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u20e3]|[\u{e0000}-\u{e01ef}]/u;
const HOLDS_INVISIBLE = new RegExp(INVISIBLE.source, "u");
const DIGIT = /\p{Nd}/u;

/** Whether a text holds what {@linkcode fold} can read in two ways. */
export function holdsUnseen(text: string): boolean {
  return ODD.test(text) && HOLDS_INVISIBLE.test(text);
}

/** Makes a text plain. A text that is plain already costs one look. */
export function fold(text: string, invisible: Invisible = "dropped"): FoldedText {
  if (!ODD.test(text)) return { text, startOf: same, endOf: same };
  const plainly = foldInPlace(text);
  if (plainly !== null) return { text: plainly, startOf: same, endOf: same };
  let plain = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    const shown = folded === "" && invisible === "blank" ? " " : folded;
    for (let unit = 0; unit < shown.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    plain += shown;
    at += character.length;
  }
  return {
    text: plain,
    startOf: (offset) => starts[offset] ?? text.length,
    endOf: (offset) => offset === 0 ? 0 : ends[offset - 1] ?? text.length,
  };
}

/**
 * Folds where every offset stays: typographic marks are one character each; `null` where it does
 * not. Made of numbers, because a string that is cut from one with wide characters stays wide, and
 * patterns would be compiled and run for such once more.
 */
function foldInPlace(text: string): string | null {
  let folded = "";
  for (let from = 0; from < text.length; from += FOLDED_AT_ONCE) {
    const codes: number[] = [];
    const end = Math.min(text.length, from + FOLDED_AT_ONCE);
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      const shown = isOdd(code) ? foldCharacter(text.charAt(at)) : null;
      if (shown !== null && (shown.length !== 1 || isSurrogate(code))) return null;
      codes.push(shown === null ? code : shown.charCodeAt(0));
    }
    folded += String.fromCharCode(...codes);
  }
  return folded;
}

/** Characters that are handed to one call as its arguments. */
const FOLDED_AT_ONCE = 4_096;

/** As {@linkcode ODD} has it, for a unit of UTF-16. */
function isOdd(code: number): boolean {
  return code < 0x20 ? code !== 0x0a : code > 0x7e && code < 0xc0 || code === 0x17f || code > 0x24f;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function same(offset: number): number {
  return offset;
}

const known = new Map<string, string>();
/** So many different characters are remembered. */
const KNOWN_MAX = 4_096;

function foldCharacter(character: string): string {
  if (character >= " " && character <= "~" || character === "\n") return character;
  const found = known.get(character);
  if (found !== undefined) return found;
  const folded = plainOf(character);
  if (known.size < KNOWN_MAX) known.set(character, folded);
  return folded;
}

function plainOf(character: string): string {
  if (BLANK.test(character)) return " ";
  if (DASH.test(character)) return "-";
  if (SINGLE_QUOTE.test(character)) return "'";
  if (DOUBLE_QUOTE.test(character)) return '"';
  if (INVISIBLE.test(character)) return "";
  if (character === "\u3002" || character === "\uff61") return ".";
  if (DIGIT.test(character)) return String(digitOf(character));
  // Full-width, circled, mathematical: what stands for one plain character.
  const compatible = character.normalize("NFKC");
  return /^[!-~]$/.test(compatible) ? compatible : character;
}

/** Digits of every script come in runs of ten, zero first (Unicode Standard, 4.6). */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  // Mathematical digits are five such runs, one upon the other, from U+1D7CE.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : code - zero;
}
