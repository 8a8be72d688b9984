/**
 * Makes what a case is compared by from a message that was read and judged:
 * no greeting, no courtesy, no words that stand in every message.
 *
 * @module
 */
import { codesIn, detailsOf, withoutAddresses } from "../triage/domain/details.ts";
import { type Gist, GIST_LIMITS, GIST_VERSION } from "../triage/domain/gist.ts";
import type { Judgement } from "../triage/domain/judgement.ts";
import type { ReadMessage } from "../triage/domain/ports.ts";
import type { Document, Sentence } from "../triage/text/document.ts";
import { roundedMeaning, writeMeaning } from "./meaning.ts";
import { isStopWord } from "./stop_words.ts";
import { addMeaning, DIMENSIONS, rarityOf, regionsOf } from "./word_meanings.ts";

/** Of a long message the first so many words are read: what comes later seldom says what it is about. */
const READ_WORDS = 250;
const WORD = /^[\p{L}][\p{L}\p{N}'-]*$/u;
const VERSION = /\b\d{1,4}(?:\.\d{1,4}){1,3}\b/g;

/**
 * How many times a word is added to the meaning, by its part of speech: things are much the same in
 * all that is told of a part, how they behave tells one matter from another. Learnt by gradient on
 * the pairs of each of two writers, alike for both, and rounded (2026-11-30: the area under precision
 * and recall of the other writer's pairs rose from .765 to .778 and from .504 to .519).
 */
const TIMES: Readonly<Partial<Record<string, number>>> = { NOUN: 8, PRON: 7, ADJ: 12, ADV: 13 };
const OTHER_TIMES = 10;

/** The sum that is just made: to ask for memory takes longer than to fill it. */
const sum = new Int32Array(DIMENSIONS);

/** Makes the gist of a message. Never throws, whatever the message. */
export function makeGist({ document, judgement, product_name }: ReadMessage): Gist {
  const { text, own, sentences } = document;
  const words = new Map<string, number>();
  sum.fill(0);
  let read = 0;
  for (const sentence of own.author === "person" ? sentences : []) {
    if (isAside(sentence, document)) continue;
    for (const token of sentence.tokens) {
      if (read++ === READ_WORDS) break;
      const { normal } = token;
      if (!isWord(normal)) continue;
      addMeaning(normal, sum, TIMES[token.pos] ?? OTHER_TIMES);
      if (isStopWord(normal) || words.size === GIST_LIMITS.words) continue;
      const { lemma } = token;
      if (!isStopWord(lemma) && lemma.length > 1 && lemma.length <= GIST_LIMITS.word_characters) {
        words.set(lemma, rarityOf(lemma));
      }
    }
    if (read > READ_WORDS) break;
  }
  const meaning = roundedMeaning(sum);
  const found = own.author === "person" ? detailsOf(text) : [];
  const codes = found.flatMap(({ kind, text }) => kind === "error_code" ? [text] : []);
  const versions = found.flatMap(({ kind, text }) => kind === "version" ? [text] : []);
  return {
    version: GIST_VERSION,
    product: product_name.trim().toLowerCase().replace(/\s+/g, " "),
    scores: rounded(judgement.scores),
    words: [...words.keys()],
    rarities: [...words.values()],
    codes: firstOf([...codes, ...codesIn(text)], GIST_LIMITS.codes),
    versions: firstOf(
      [...withoutAddresses(text).match(VERSION) ?? [], ...versions],
      GIST_LIMITS.versions,
    ),
    meaning: meaning === null ? "" : writeMeaning(meaning),
    regions: meaning === null ? [] : regionsOf(meaning, GIST_LIMITS.regions),
  };
}

/** As {@linkcode WORD} says, told without it of what is written in small ASCII letters, as most is. */
function isWord(normal: string): boolean {
  for (let at = 0; at < normal.length; at++) {
    const code = normal.charCodeAt(at);
    if (code < 97 || code > 122) return WORD.test(normal);
  }
  return normal.length > 0;
}

function isAside({ start }: Sentence, { own }: Document): boolean {
  return own.asides.some((aside) => aside.start <= start && start < aside.end);
}

function rounded(scores: Judgement["scores"]): Judgement["scores"] {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    bug_report: round(scores.bug_report),
    feature_request: round(scores.feature_request),
    general_inquiry: round(scores.general_inquiry),
  };
}

/** The first so many, each once, in small letters. */
function firstOf(details: readonly string[], most: number): string[] {
  const short = details.filter(({ length }) => length <= GIST_LIMITS.detail_characters);
  return [...new Set(short.map((text) => text.toLowerCase()))].slice(0, most);
}
