/**
 * English words that claim nothing by themselves, in which a customer's matter
 * may be told again or asked about.
 *
 * @module
 */
import open from "./open_words.json" with { type: "json" };
import { stem } from "./said_words.ts";
import { isLeftOut } from "./sensitive_words.ts";

const STEMS: ReadonlySet<string> = new Set(open.stems.split(" "));

/** Whether a word, in lower case, is a common English one, be it one that claims something. */
export function isEnglishWord(word: string): boolean {
  return STEMS.has(stem(word)) || isLeftOut(word);
}
