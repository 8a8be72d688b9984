/**
 * Words of late, found by their characters where they stand in a text. A `Map`
 * would want each word cut out of its text, put in small letters and hashed
 * first, which costs four times the look here.
 *
 * @module
 */
import type { Word } from "./word.ts";

/** A power of two. Each slot holds the last word that fell to it: the cache never grows. */
const SLOTS = 16_384;

/** Small letters for capitals, other ASCII characters as they are. */
const SMALL = new Uint8Array(128).map((_, code) => code >= 65 && code <= 90 ? code + 32 : code);

/** Words by their written form, in whatever case it stands in a text. */
export class WordCache {
  readonly #forms: string[] = new Array(SLOTS).fill("");
  readonly #words: (Word | undefined)[] = new Array(SLOTS).fill(undefined);

  /**
   * The word between two offsets, if it is remembered.
   *
   * @param codes UTF-16 code units of the text.
   */
  find(codes: Uint16Array, start: number, end: number): Word | undefined {
    const slot = slotOf(codes, start, end);
    return holds(codes, start, end, this.#forms[slot] ?? "") ? this.#words[slot] : undefined;
  }

  /** The same in a text whose code units are not at hand. */
  findIn(text: string, start: number, end: number): Word | undefined {
    const slot = slotIn(text, start, end);
    const form = this.#forms[slot] ?? "";
    if (form.length !== end - start) return undefined;
    for (let at = start; at < end; at++) {
      if (small(text.charCodeAt(at)) !== form.charCodeAt(at - start)) return undefined;
    }
    return this.#words[slot];
  }

  /** Remembers the word between two offsets, whose written form in small letters is `form`. */
  keep(codes: Uint16Array, start: number, end: number, form: string, word: Word): void {
    this.#put(slotOf(codes, start, end), form, word);
  }

  /** The same in a text whose code units are not at hand. */
  keepIn(text: string, start: number, end: number, form: string, word: Word): void {
    this.#put(slotIn(text, start, end), form, word);
  }

  #put(slot: number, form: string, word: Word): void {
    this.#forms[slot] = form;
    this.#words[slot] = word;
  }
}

function slotOf(codes: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = hashWith(hash, codes[at] ?? 0);
  return slotOfHash(hash);
}

function slotIn(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = hashWith(hash, text.charCodeAt(at));
  return slotOfHash(hash);
}

function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + small(code)) | 0;
}

function slotOfHash(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function holds(codes: Uint16Array, start: number, end: number, form: string): boolean {
  if (form.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (small(codes[at] ?? 0) !== form.charCodeAt(at - start)) return false;
  }
  return true;
}

function small(code: number): number {
  return code < 128 ? SMALL[code] ?? code : code;
}
