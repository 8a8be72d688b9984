/**
 * A text and, by character, what it is. Every step paints what it recognises;
 * what nobody painted is the customer's own.
 *
 * @module
 */
import { PART_KINDS, type PartKind } from "../triage/text/own_words.ts";

/** A line of a text, its end without the "\n" and with it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Start of the next line. */
  readonly next: number;
  /** Without blanks around. */
  readonly trimmed: string;
}

/** A stretch of a text that one person wrote in one go. */
export interface Letter {
  readonly start: number;
  readonly end: number;
}

const ENDS_LETTER: ReadonlySet<PartKind | "code"> = new Set([
  "quoted_history",
  "forward_header",
  "forwarded",
  "other_speaker",
]);

/** Lines that are looked at; a text with more is read as it stands from there on. */
const LINES_MAX = 2_000;

/** Machine text that is code, not a trace: painted as a kind of its own, shown as machine text. */
const CODE = PART_KINDS.length;
const NUMBERS = new Map<PartKind | "code", number>(
  [...PART_KINDS.map((kind, number) => [kind, number] as const), ["code", CODE]],
);

const NOTHING = new Uint8Array();

/** What is painted over a text. */
export class Canvas {
  readonly text: string;
  /** By character; `null` as long as nothing is painted: most short messages are plain. */
  #kinds: Uint8Array | null = null;
  #lines: readonly Line[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether anything was painted. */
  get isPainted(): boolean {
    return this.#kinds !== null;
  }

  /** All lines of the text. */
  get lines(): readonly Line[] {
    return this.#lines ??= linesOf(this.text);
  }

  /** The stretches between other people's words: the mail itself, what it passes on, answers between quotations. */
  letters(): Letter[] {
    if (!this.isPainted) return [{ start: 0, end: this.text.length }];
    const letters: Letter[] = [];
    let start = 0;
    for (const run of this.runs()) {
      if (!ENDS_LETTER.has(run.kind)) continue;
      if (this.isOwn(start, run.start)) letters.push({ start, end: run.start });
      start = run.end;
    }
    if (this.isOwn(start, this.text.length)) letters.push({ start, end: this.text.length });
    return letters;
  }

  /** The lines of which something is still the customer's own. */
  ownLines(within: Letter = { start: 0, end: this.text.length }): Line[] {
    if (!this.isPainted) return this.lines.filter(({ trimmed }) => trimmed !== "");
    return this.lines.filter(({ start, end }) => {
      return end >= within.start && start < within.end && this.isOwn(start, end);
    });
  }

  /** Paints what is still own of a stretch. */
  paint(start: number, end: number, kind: PartKind | "code"): void {
    const kinds = this.#kinds ??= new Uint8Array(this.text.length);
    const number = NUMBERS.get(kind) ?? 0;
    const to = Math.min(end, kinds.length);
    for (let at = Math.max(0, start); at < to; at++) {
      if (kinds[at] === 0) kinds[at] = number;
    }
  }

  /** Takes a stretch back. */
  unpaint(start: number, end: number): void {
    this.#kinds?.fill(0, start, end);
  }

  /** Whether anything in a stretch but blanks is still the customer's own. */
  isOwn(start: number, end: number): boolean {
    const kinds = this.#kinds;
    for (let at = start; at < end; at++) {
      if ((kinds === null || kinds[at] === 0) && !isBlankAt(this.text, at)) return true;
    }
    return false;
  }

  /** What a character is. */
  kindAt(at: number): PartKind | "code" {
    const number = this.#kinds?.[at] ?? 0;
    return number === CODE ? "code" : PART_KINDS[number] ?? "own";
  }

  /** The own characters, blanks around them taken off. */
  ownText(): string {
    let own = "";
    for (const { start, end, kind } of this.runs()) {
      if (kind === "own") own += this.text.slice(start, end);
    }
    return own.trim();
  }

  /** Stretches of one kind each, which tile the text. */
  *runs(): Generator<{ start: number; end: number; kind: PartKind | "code" }> {
    const kinds = this.#kinds ?? NOTHING;
    const { length } = this.text;
    for (let start = 0; start < length;) {
      const kind = kinds[start];
      let end = kind === undefined ? length : start + 1;
      while (end < length && kinds[end] === kind) end++;
      yield { start, end, kind: this.kindAt(start) };
      start = end;
    }
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length && lines.length < LINES_MAX;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const next = newline < 0 ? text.length : newline + 1;
    lines.push({ start, end, next, trimmed: text.slice(start, end).trim() });
    start = next;
  }
  return lines;
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code === 0xa0 || code === 0x200b || code === 0xfeff;
}
