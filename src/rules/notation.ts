/**
 * Reads the notation of rules: a phrase becomes elements.
 *
 * @module
 */
import type { PhraseText } from "./rule.ts";
import { VOCABULARY } from "./vocabulary.ts";

/** A part of a phrase. */
export type Element =
  | WordElement
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "rest" }
  | { readonly kind: "end" }
  | { readonly kind: "open" | "close" };

/** One word, wanted or not wanted. */
export interface WordElement {
  readonly kind: "word" | "not";
  /** Fit by dictionary form or written form; `null` fits any. */
  readonly words: readonly string[] | null;
  /** Fit by written form only. */
  readonly written: readonly string[];
  /** Parts of speech that fit. */
  readonly tags: readonly string[];
  readonly optional: boolean;
}

/** A phrase, read. */
export interface ParsedPhrase {
  readonly elements: readonly Element[];
  /** Only at the start of a sentence. */
  readonly at_start: boolean;
}

/**
 * Reads a phrase. Parts that are written alike are one element.
 *
 * @throws {Error} When it is not written in the notation.
 */
export function parsePhrase(phrase: PhraseText): ParsedPhrase {
  const parts = phrase.split(" ");
  const at_start = parts[0] === "^";
  const elements = (at_start ? parts.slice(1) : parts).map((part) => elementOf(part, phrase));
  return { elements, at_start };
}

/** Parts that were read: phrases share most of theirs. */
const known = new Map<string, Element>();

function elementOf(part: string, phrase: PhraseText): Element {
  let read = known.get(part);
  if (read === undefined) known.set(part, read = element(part, phrase));
  return read;
}

function element(part: string, phrase: PhraseText): Element {
  switch (part) {
    case "":
      throw new Error(`Cannot read rule phrase "${phrase}": want one blank between parts`);
    case "*":
      return { kind: "word", words: null, written: [], tags: [], optional: false };
    case "...":
      return { kind: "rest" };
    case "$":
      return { kind: "end" };
    case "{":
      return { kind: "open" };
    case "}":
      return { kind: "close" };
  }
  const gap = /^\.\.(\d+)$/.exec(part);
  if (gap !== null) return { kind: "gap", most: Number(gap[1]) };
  const kind = part.startsWith("!") && part.length > 1 ? "not" : "word";
  const optional = part.startsWith("|");
  const choices = (optional || kind === "not" ? part.slice(1) : part).split("|")
    .flatMap((choice) => /^@./.test(choice) ? listed(choice, phrase) : [choice]);
  const words: string[] = [], written: string[] = [], tags: string[] = [];
  for (const choice of choices) {
    if (choice.startsWith("#") && choice.length > 1) tags.push(choice.slice(1));
    else if (choice.startsWith("=") && choice.length > 1) written.push(choice.slice(1));
    else words.push(choice);
  }
  return { kind, words, written, tags, optional };
}

function listed(choice: string, phrase: PhraseText): readonly string[] {
  const list = (VOCABULARY as Readonly<Record<string, string>>)[choice.slice(1)];
  if (list === undefined) {
    throw new Error(
      `Cannot read rule phrase "${phrase}": want a list of the vocabulary, got ${choice}`,
    );
  }
  return list.split(" ");
}
