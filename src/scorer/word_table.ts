/**
 * Words by their characters, found where they stand in a text: a hash table
 * with open addressing (Knuth, TAOCP 6.4, algorithm L). A `Map` would want
 * each word cut out of its text, put in small letters and hashed first, which
 * costs four times the look.
 *
 * @module
 */
import type { Word } from "./word.ts";

/** Small letters for capitals, other ASCII characters as they are. */
const SMALL = new Uint8Array(128).map((_, code) => code >= 65 && code <= 90 ? code + 32 : code);
const FIRST_SLOTS = 4_096;

/** Hash of the characters between two offsets, in small letters; -1 where one is not ASCII. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) return -1;
    hash = (Math.imul(hash, 31) + (SMALL[code] ?? 0)) | 0;
  }
  return (hash ^ (hash >>> 15)) & 0x7fff_ffff;
}

/** Words by their written form, of ASCII characters. */
export class WordTable {
  #forms: (string | undefined)[] = new Array(FIRST_SLOTS);
  #words: (Word | undefined)[] = new Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Finds the word that a text holds between two offsets, in whatever case. */
  find(text: string, start: number, end: number, hash: number): Word | undefined {
    const mask = this.#hashes.length - 1;
    for (let slot = hash & mask;; slot = (slot + 1) & mask) {
      const form = this.#forms[slot];
      if (form === undefined) return undefined;
      if (this.#hashes[slot] === hash && holds(text, start, end, form)) return this.#words[slot];
    }
  }

  /** Adds the word of a form that is not there yet. */
  add(form: string, word: Word, hash: number): void {
    if (++this.#size * 2 > this.#hashes.length) this.#grow();
    this.#place(form, word, hash);
  }

  /** Forgets all words. */
  clear(): void {
    this.#forms.fill(undefined);
    this.#words.fill(undefined);
    this.#size = 0;
  }

  #place(form: string, word: Word | undefined, hash: number): void {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#forms[slot] !== undefined) slot = (slot + 1) & mask;
    this.#forms[slot] = form;
    this.#words[slot] = word;
    this.#hashes[slot] = hash;
  }

  #grow(): void {
    const forms = this.#forms;
    const words = this.#words;
    const hashes = this.#hashes;
    this.#forms = new Array(forms.length * 2);
    this.#words = new Array(forms.length * 2);
    this.#hashes = new Int32Array(forms.length * 2);
    for (let slot = 0; slot < forms.length; slot++) {
      const form = forms[slot];
      if (form !== undefined) this.#place(form, words[slot], hashes[slot] ?? 0);
    }
  }
}

function holds(text: string, start: number, end: number, form: string): boolean {
  if (form.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (SMALL[text.charCodeAt(at)] !== form.charCodeAt(at - start)) return false;
  }
  return true;
}
