/**
 * A row of a table of wishes: a pattern and how to read what it finds.
 *
 * @module
 */
import type { WordedRow } from "./rows_by_word.ts";
import { clause, maker, thingOrClause, thingOrDoing } from "./wish_clauses.ts";
import { doing, having, type Meaning } from "./wish_meaning.ts";

/** A way of wishing. */
export interface WishPattern {
  readonly pattern: RegExp;
  readonly reader: Reader;
}

type Reader = (match: RegExpExecArray, thing: string, depth: number) => Meaning | null;

/** One pattern: the words it needs, its text, how to read it. */
export function row(words: string, text: string, reader: Reader): WordedRow<WishPattern> {
  return [words, { pattern: new RegExp(text, "i"), reader }];
}

const first: Reader = (match, thing) => thingOrClause(match[1] ?? "", thing);
const does: Reader = (match) => doing(match[1] ?? "");
const has: Reader = (match) => having(match[1] ?? "");
const done: Reader = (match, thing) => thingOrDoing(match[1] ?? "", thing);
const ifClause: Reader = (match, thing) => clause(match[1] ?? "", thing);
const makes: Reader = (match, thing) => maker(match[1] ?? "", thing);

/** How what a pattern has caught first is read. */
export const READERS = { first, does, has, done, ifClause, makes } as const;
