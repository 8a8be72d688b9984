/**
 * What a rule is: a row that says what it finds, in which phrases, and shows it
 * by examples. tests/rules holds every row to its examples; docs/rules.md says
 * how to add one.
 *
 * @module
 */

/**
 * A phrase is words separated by blanks, inside one sentence:
 *
 * | written | means |
 * | --- | --- |
 * | `word` | its dictionary form or its written form |
 * | `=word` | its written form only |
 * | `a\|b` | either |
 * | `\|a\|b` | either, or nothing |
 * | `!a\|b` | the next word is none of these |
 * | `#VERB` | a part of speech |
 * | `@people` | a list of the vocabulary |
 * | `*` | any one word or mark |
 * | `..3` | up to three words, as few as will do, inside a clause |
 * | `...` | one word or more, to the end of the clause |
 * | `^`, `$` | start of the sentence, its end |
 * | `{ … }` | what stands between is captured |
 *
 * Marks are words too (`,`), a number is `xnum`, a version `xversion`, a link
 * `xurl`. Short forms are spelt out: "can't" is `can not`.
 */
export type PhraseText = string;

/** A row of a table. */
export interface Rule {
  /** Unique among all tables: "harm/outage". */
  readonly id: string;
  /** What it means that it fires, for people. */
  readonly says: string;
  /** Each alone fires it. */
  readonly any: readonly PhraseText[];
  /** Where one of these stands in the sentence, it does not fire there. */
  readonly unless?: readonly PhraseText[];
  /** Messages it must fire in: between them they fire every phrase of `any`. */
  readonly yes: readonly string[];
  /** Messages it must not fire in, close to those it does. */
  readonly no: readonly string[];
}
