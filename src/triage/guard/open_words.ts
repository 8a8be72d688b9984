/**
 * English words that claim nothing by themselves, in which a customer's matter
 * may be told again or asked about.
 *
 * @module
 */
import open from "./open_words.json" with { type: "json" };
import { stem } from "./said_words.ts";
import { isLeftOut } from "./sensitive_words.ts";

/** Made on first use: only letters that a model writes are held against it. */
let stems: ReadonlySet<string> | null = null;

/** Whether a word, in lower case, is a common English one, be it one that claims something. */
export function isEnglishWord(word: string): boolean {
  return (stems ??= new Set(open.stems.split(" "))).has(stem(word)) || isLeftOut(word);
}
