/**
 * The pass over the words of a sentence that finds all rows of all tables: the
 * lexicon's cues and the rules of `rules`.
 *
 * @module
 */
import { SentenceWords } from "../../rules/match.ts";
import { type Found, RuleBook } from "../../rules/rule_book.ts";
import { RULES } from "../../rules/tables.ts";
import type { Fired } from "../../triage/text/document.ts";
import { CUES } from "./lexicon.ts";
import type { WordList } from "../words/word_list.ts";

const BOOK = new RuleBook([...CUES.map(({ phrases }) => ({ any: phrases })), ...RULES]);

/** Finds all rows in the words from `first` up to `next`; rows of cues come first in number. */
export function findRows(words: WordList, first: number, next: number): readonly Found[] {
  return BOOK.search(new SentenceWords(words, first, next));
}

/** What of the rows found are rules, with offsets. */
export function firedIn(words: WordList, found: readonly Found[]): readonly Fired[] {
  const fired: Fired[] = [];
  for (const { row, first, last, from, to } of found) {
    const rule = RULES[row - CUES.length];
    if (rule === undefined) continue;
    const start = words.starts[first] ?? 0;
    fired.push({
      rule: rule.id,
      start,
      end: words.ends[last] ?? start,
      captured: to > from ? { start: words.starts[from] ?? 0, end: words.ends[to - 1] ?? 0 } : null,
    });
  }
  return fired;
}
