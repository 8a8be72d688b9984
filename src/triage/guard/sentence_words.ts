/**
 * The words of a letter's sentence as they are judged: which are the
 * customer's, what part of speech each is, and which stand for themselves.
 *
 * @module
 */
import type { Token } from "../text/document.ts";
import type { Brought } from "./brought.ts";
import { CASE, LETTER_WORDS, STAFF } from "./letter_words.ts";
import type { NetWord } from "./letter_net.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

/** A word of a sentence. */
export interface SentenceWord {
  /** Lower case, contractions spelt out. */
  readonly word: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly tag: string;
  /** Whether the customer, the product's name or the catalogue has it; of no function word. */
  readonly brought: boolean;
  /** How it is told from others: itself, or what kind of word the customer's own is. */
  readonly name: string;
  /** The kind of word alone: whose it is and its part of speech. */
  readonly kind: string;
  /** Whom or what it names: those who answer, a report; "" for anything else. */
  readonly role: "" | "staff" | "case";
}

/** Stands in for the number of a ticket. */
export const TICKET_WORD = "ticketid";

const CLOSED = new Set(["PRON", "AUX", "DET", "ADP", "CCONJ", "SCONJ", "PART", "ADV", "INTJ"]);

/** The words and marks of a sentence, as it was read. */
export function sentenceWords(tokens: readonly Token[], brought: Brought): SentenceWord[] {
  return tokens.filter(({ pos }) => pos !== "SPACE").map((token) => wordOf(token, brought));
}

const ROLES = ["", "staff", "case"];
/** Whose a word is, as the net was trained. */
const OURS = 1, THEIRS = 2;

/** The words as the net of letters reads them. */
export function netWords(words: readonly SentenceWord[]): NetWord[] {
  return words.map(({ word, tag, brought, role }) => [
    word,
    tag,
    brought ? THEIRS : OURS,
    ROLES.indexOf(role),
  ]);
}

function wordOf({ normal, lemma: base, pos }: Token, brought: Brought): SentenceWord {
  const word = normal.toLowerCase(), lemma = base.toLowerCase();
  const bare = (name: string, tag: string): SentenceWord => ({
    word,
    lemma,
    tag,
    brought: false,
    name,
    kind: name,
    role: word === TICKET_WORD ? "case" : "",
  });
  if (word === TICKET_WORD) return bare(word, "NOUN");
  if (!/[\p{L}\p{N}]/u.test(word)) return bare(word, "PUNCT");
  const isBrought = brought.has(word);
  if (/\d/.test(word)) {
    return { ...bare(isBrought ? "#own" : "#new", "NUM"), brought: isBrought };
  }
  if (CLOSED.has(pos)) return bare(word, pos);
  const role = STAFF.has(lemma) ? "staff" : CASE.has(lemma) ? "case" : "";
  const sensitive = isSensitiveWord(word) ? "!" : "";
  return {
    word,
    lemma,
    tag: pos,
    brought: isBrought,
    name: isBrought && !LETTER_WORDS.has(word) ? `=${pos}` : lemma,
    kind: `${isBrought ? "=" : "~"}${sensitive}${pos}`,
    role,
  };
}
