/**
 * Cuts a text into words and marks in one pass, keeping every offset. This is
 * what wink-nlp reads afterwards: words it knows, one at a time, so that
 * neither unbroken runs nor unseen words can hurt it (wink-nlp 2.4 is
 * quadratic in the first and never forgets the second).
 *
 * @module
 */
import { BLANK, classOf, DIGIT, isInsideWord, LETTER, MARK, NEWLINE } from "./character_class.ts";
import type { Aside } from "../../triage/text/own_words.ts";
import type { Part } from "./contractions.ts";
import type { Dictionary } from "./dictionary.ts";
import {
  endOfAddress,
  endOfFence,
  endOfInlineCode,
  endOfLinkTarget,
  endOfMail,
  endOfMarkup,
  endOfRun,
  endOfTraceLine,
  isBlank,
  kindOfDotted,
} from "./runs.ts";
import type { Word } from "./word.ts";

/** What was cut out of a text, by position in parallel arrays. */
export interface Scan {
  /**
   * In small letters and spelt out; kinds of runs and numbers stand as "xurl",
   * "xnum", …. `null`: a word in the middle of a long text, not looked up.
   */
  readonly words: (Word | null)[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Index of the first word of each line; with {@linkcode lineStarts}. */
  readonly lines: readonly number[];
  /** Offset where each line's text starts, its list mark included. */
  readonly lineStarts: readonly number[];
}

/** Characters read of a text; messages are shorter, research data may not be. */
export const SCANNED_CHARACTERS = 12_000;
/**
 * In a text longer than `whole`, words are looked up in the opening and the
 * close; in between only when asked for.
 */
const LOOKED_UP_CHARACTERS = { whole: 2_600, opening: 800, closing: 350 } as const;
/** An unbroken run of letters longer than this is no word. */
const WORD_CHARACTERS = 40;

/**
 * Cuts a text. Never throws; takes time linear in the text.
 *
 * @param dictionary Looks words up.
 * @param asides Stretches whose words have no vote: a machine's text stands as one mark, a form's is skipped.
 */
export function scan(
  text: string,
  dictionary: Dictionary,
  asides: readonly Aside[] = [],
): Scan {
  const read = text.length > SCANNED_CHARACTERS ? text.slice(0, SCANNED_CHARACTERS) : text;
  return new Scanner(read, dictionary, asides).run();
}

/** The text while it is cut: a string's characters cost several times as much to look at. */
const codes = new Uint16Array(SCANNED_CHARACTERS + 2);
/** Stands after its last character, twice, because what follows a character is looked at; no character. */
const END = 0xffff;

function codeAt(at: number): number {
  return codes[at] ?? END;
}

/** End of a stretch without the blanks that end it. */
function endOfWords(text: string, start: number, end: number): number {
  let at = Math.min(end, text.length);
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** "? Great app": a sign that got lost on the way; it asks nothing. */
function isLoneQuestionMark(at: number): boolean {
  return codeAt(at) === 63 && codeAt(at + 1) === 32 && classOf(codeAt(at + 2)) === LETTER;
}

/** Filled while a text is cut, then copied: arrays that grow word by word would be copied often. */
const words: (Word | null)[] = [];
const starts: number[] = [];
const ends: number[] = [];

class Scanner {
  readonly #text: string;
  readonly #dictionary: Dictionary;
  readonly #lines: number[] = [];
  readonly #lineStarts: number[] = [];
  /** Where the opening of the text ends and its close starts. */
  readonly #opening: number;
  readonly #closing: number;
  readonly #asides: readonly Aside[];
  #aside = 0;
  /** Where the next aside starts. */
  #asideStart: number;
  #at = 0;
  #count = 0;

  constructor(text: string, dictionary: Dictionary, asides: readonly Aside[]) {
    this.#text = text;
    this.#dictionary = dictionary;
    this.#asides = asides;
    this.#asideStart = asides[0]?.start ?? Infinity;
    const whole = text.length <= LOOKED_UP_CHARACTERS.whole;
    this.#opening = whole ? text.length : LOOKED_UP_CHARACTERS.opening;
    this.#closing = text.length - LOOKED_UP_CHARACTERS.closing;
    for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
    codes[text.length] = codes[text.length + 1] = END;
  }

  run(): Scan {
    const text = this.#text;
    this.#startLine();
    while (this.#at < text.length) {
      if (this.#at >= this.#asideStart) {
        this.#skipAside();
        continue;
      }
      const code = codeAt(this.#at);
      switch (classOf(code)) {
        case LETTER:
          this.#word();
          break;
        case DIGIT:
          this.#number();
          break;
        case BLANK:
          this.#at++;
          break;
        case NEWLINE:
          this.#endLine();
          this.#at++;
          this.#startLine();
          break;
        case MARK:
          this.#mark(code);
          break;
        default:
          this.#dropped(code);
      }
    }
    this.#endLine();
    return {
      words: words.slice(0, this.#count),
      starts: starts.slice(0, this.#count),
      ends: ends.slice(0, this.#count),
      lines: this.#lines,
      lineStarts: this.#lineStarts,
    };
  }

  /** Skips what has no vote; the text after it starts a line of its own. */
  #skipAside(): void {
    const aside = this.#asides[this.#aside++];
    this.#asideStart = this.#asides[this.#aside]?.start ?? Infinity;
    if (aside === undefined || aside.end <= this.#at) return;
    const start = Math.max(this.#at, aside.start);
    if (aside.kind !== "form_text") {
      const end = endOfWords(this.#text, start, aside.end);
      if (end > start) this.#push(aside.kind === "trace" ? "xtrace" : "xcodeblock", start, end);
    }
    this.#endLine();
    this.#at = aside.end;
    this.#startLine();
  }

  #push(name: string, start: number, end: number): void {
    this.#pushFound(this.#dictionary.word(name), start, end);
  }

  #wordIn(start: number, end: number): Word {
    return this.#dictionary.wordIn(this.#text, codes, start, end);
  }

  #pushFound(word: Word | null, start: number, end: number): void {
    words[this.#count] = word;
    starts[this.#count] = start;
    ends[this.#count++] = end;
  }

  /** Notes where a line's text starts, and skips its list mark, or what is left of one. */
  #startLine(): void {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length && classOf(codeAt(at)) === BLANK) at++;
    const start = at;
    let digits = at;
    while (digits < at + 3 && classOf(codeAt(digits)) === DIGIT) digits++;
    const close = codeAt(digits);
    if (digits > at && (close === 46 || close === 41) && isBlank(codeAt(digits + 1))) {
      at = digits + 1;
    } else if (isLoneQuestionMark(at)) at++;
    this.#at = at;
    this.#lines.push(this.#count);
    this.#lineStarts.push(start);
    if (start >= this.#asideStart) return;
    if (text.startsWith("```", at)) {
      this.#at = endOfFence(text, at);
      this.#push("xcodeblock", at, this.#at);
    } else {
      const end = endOfTraceLine(text, at);
      if (end < 0) return;
      this.#push("xtrace", at, end);
      this.#at = end;
    }
  }

  /** A line without words is none. */
  #endLine(): void {
    if (this.#count > (this.#lines[this.#lines.length - 1] ?? 0)) return;
    this.#lines.pop();
    this.#lineStarts.pop();
  }

  #word(): void {
    const text = this.#text;
    const start = this.#at;
    let at = start, apostrophe = -1;
    while (at < text.length) {
      const code = codeAt(at);
      if (isInsideWord(code)) at++;
      else if (
        apostrophe < 0 && (code === 39 || code === 0x2019 || code === 0xb4) &&
        classOf(codeAt(at + 1)) === LETTER
      ) {
        apostrophe = at++;
      } else break;
    }
    const next = codeAt(at);
    if (next === 46 || next === 64 || next === 58 || next === 43 || next === 45 || next === 92) {
      if (this.#address(start, at, next)) return;
    }
    this.#at = at;
    this.#pushWord(start, at, apostrophe);
  }

  /** Reads an address, mail or file whose first word ends at `at`. */
  #address(start: number, at: number, next: number): boolean {
    const text = this.#text;
    const mail = next === 58 || next === 92 ? -1 : endOfMail(text, start);
    let kind: string | null = null;
    let end = mail;
    if (mail > 0) kind = "xmail";
    else if (next === 58 && text.startsWith("://", at)) kind = "xurl";
    else if (next === 46 && at - start === 3 && /^www$/i.test(text.slice(start, at))) kind = "xurl";
    else if (next === 46 && this.#initials(start)) return true;
    else if (next === 46) kind = this.#isVersion(start, at) ? "xversion" : kindOfDotted(text, at);
    else if (at - start === 1 && codeAt(at + 1) === 92) kind = "xpath";
    if (kind === null) return false;
    if (kind !== "xmail") end = endOfAddress(text, at);
    this.#push(kind, start, end);
    this.#at = end;
    return true;
  }

  /** "e.g.", "a.m.": single letters with a dot each are one word. */
  #initials(start: number): boolean {
    const text = this.#text;
    let at = start;
    while (classOf(codeAt(at)) === LETTER && codeAt(at + 1) === 46) at += 2;
    if (at - start < 4) return false;
    this.#push(text.slice(start, at).toLowerCase(), start, at);
    this.#at = at;
    return true;
  }

  /** "v1.2": a version whose dot is at `at`. */
  #isVersion(start: number, at: number): boolean {
    return (codeAt(start) | 32) === 118 && at - start < 4 && at - start > 1 &&
      classOf(codeAt(start + 1)) === DIGIT &&
      classOf(codeAt(at + 1)) === DIGIT;
  }

  #pushWord(start: number, end: number, apostrophe: number): void {
    if (end - start > WORD_CHARACTERS) return this.#push("xlong", start, end);
    if (start >= this.#opening && start < this.#closing && apostrophe < 0) {
      return this.#pushFound(null, start, end);
    }
    const word = this.#wordIn(start, end);
    // Small letters may be more than the original ("İ"): then offsets of parts would lie.
    if (word.parts === undefined || word.normal.length !== end - start) {
      this.#pushFound(word, start, end);
    } else this.#pushParts(word.parts, start);
  }

  #pushParts(parts: readonly Part[], start: number): void {
    let from = start;
    for (const part of parts) {
      this.#push(part.normal, from, from + part.characters);
      from += part.characters;
    }
  }

  #number(): void {
    const text = this.#text;
    const start = this.#at;
    let at = start, dots = 0, letters = 0, notHex = 0;
    while (at < text.length) {
      const code = codeAt(at);
      const kind = code < 128 ? classOf(code) : MARK;
      if (kind === DIGIT) at++;
      else if (kind === LETTER) {
        letters++;
        if ((code | 32) > 102 && (code | 32) !== 120) notHex++;
        at++;
      } else if (
        (code === 46 || code === 44 || code === 58 || code === 45) && letters === 0 &&
        classOf(codeAt(at + 1)) === DIGIT
      ) {
        if (code === 46) dots++;
        at++;
      } else break;
    }
    if (letters === 0) this.#push(dots > 1 ? "xversion" : "xnum", start, at);
    else if (notHex === 0 && letters > 0 && at - start >= 6) this.#push("xhex", start, at);
    else {
      // "15min", "2nd", "10pm": the number, then its unit.
      let digits = start;
      while (digits < at && classOf(codeAt(digits)) !== LETTER) digits++;
      this.#push("xnum", start, digits);
      this.#pushWord(digits, at, -1);
    }
    this.#at = at;
  }

  #mark(code: number): void {
    const start = this.#at;
    if (code >= 0xd800) {
      const pair = code < 0xdc00 && (codeAt(start + 1) & 0xfc00) === 0xdc00;
      this.#at += pair ? 2 : 1;
      return this.#push("xemoji", start, this.#at);
    }
    let at = start + 1;
    while (codeAt(at) === code) at++;
    this.#at = at;
    if (code >= 0x2190) return this.#push("xemoji", start, at);
    if (code === 0x2026 || (code === 46 && at - start > 1)) return this.#push("...", start, at);
    const shouted = at - start > 1 && (code === 33 || code === 63);
    this.#pushFound(this.#wordIn(start, shouted ? start + 2 : start + 1), start, at);
  }

  /** Marks of markup: code and addresses are read as one, the mark itself is dropped. */
  #dropped(code: number): void {
    const text = this.#text;
    const start = this.#at;
    let end = -1;
    if (code === 96) {
      end = text.startsWith("```", start) ? endOfFence(text, start) : endOfInlineCode(text, start);
      if (end > 0) this.#push("xcode", start, end);
    } else if (code === 60) end = endOfMarkup(text, start);
    else if (code === 93 && codeAt(start + 1) === 40) {
      end = endOfLinkTarget(text, start + 1);
      if (end > 0) this.#push("xurl", start + 1, end);
    } else if (code === 64) {
      end = endOfRun(text, start);
      this.#push("xmention", start, end);
    } else if (code === 47 || (code === 126 && codeAt(start + 1) === 47)) {
      const run = endOfAddress(text, start);
      if (run - start > 4 && text.lastIndexOf("/", run - 1) > start) {
        end = run;
        this.#push("xpath", start, end);
      }
    }
    this.#at = end > 0 ? end : start + 1;
  }
}
