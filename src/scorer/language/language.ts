/**
 * Which language a message is written in. Two cheap looks settle nearly every
 * message: a script that few languages share, or words that English knows. For
 * the rest, lists of frequent words are pooled with a detector, fastText's compressed lid.176 (Joulin et al.
 * 2016, "Bag of Tricks for Efficient Text Classification"), chosen by measuring:
 * docs/language-detection.md.
 *
 * @module
 */
import type { Document } from "../../triage/text/document.ts";
import { proseOf } from "../../triage/text/own_words.ts";
import { openDetector } from "./language_detector.ts";
import { LISTED_LANGUAGES, weighWords, type WordEvidence } from "./language_words.ts";
import { NOT_LATIN, writingSystem } from "./writing_system.ts";

/** How much of a text is looked at, in characters: a language shows early. */
const READ_CHARACTERS = 2_000;

/** Below this share of unknown words a Latin text is English; the detector is not asked. */
const SUSPICIOUS_UNKNOWN_SHARE = 0.2;

/** Longer texts with few unknown words need no second look: function words would be unknown. */
const SHORT_WORDS = 12;

/** From this share on the words themselves say that it is hardly English. */
const ALIEN_UNKNOWN_SHARE = 0.5;

/** How much likelier English is than another language before a word is read, as a logarithm. */
const ENGLISH_PRIOR = { some_known: Math.log(10), none_known: Math.log(4) } as const;

/** Languages that messages are expected in; between neighbours these are likelier. */
const EXPECTED_LANGUAGES = new Set(["de", "fr", "es", "it", "nl", "pt", "pl", "tr", "sv"]);
/** How much less likely the others are, as a logarithm. */
const RARITY = 1;

/** How much likelier than English another language must be, as a logarithm: few words fool. */
const LEAST_MARGIN = { all_known: 3, one_word: 2, few_words: 1, more_words: 0.5 } as const;
const FEW_WORDS = 3;

const ENGLISH = LISTED_LANGUAGES.indexOf("en");

/** How sure the detector must be of a text of which no list holds a word. */
const LEAST_CONFIDENCE = 0.5;
/** Least probability of a language that the detector does not name. */
const UNNAMED = 1e-3;

/** The detector's codes that ISO 639-1 has no name for, under the nearest language it names. */
const NEAREST: Readonly<Record<string, string>> = {
  als: "de",
  arz: "ar",
  ast: "es",
  azb: "az",
  bar: "de",
  ckb: "ku",
  min: "id",
  nds: "de",
  pnb: "pa",
  sh: "hr",
};

/** "can't", "it's", "we're": not cut. */
const ENGLISH_SHORT_FORM = /['’](?:s|t|m|d|ll|re|ve)$/;

/** Marks that make a blank-separated run code, a path, an address, a file name or mojibake. */
const NOT_PROSE = /[\\/_=<>{}[\]@#\ufffd]|\w\(|[^.]\.[^.]|\d{2}|[Ãâ][\u0080-\u00bf€]/;

/** Quoted words are often another language's: interface texts, names, code. */
const QUOTED = /`[^`]{0,200}`|"[^"]{0,200}"|“[^”]{0,200}”|«[^»]{0,200}»/g;

interface Guess {
  /** ISO 639-1, or what the detector calls it. */
  readonly language: string;
  /** In [0, 1]. */
  readonly confidence: number;
}

const detector = await openDetector();

/**
 * Names the language of a message.
 *
 * @param unknownShare Share of its words that an English vocabulary lacks, in [0, 1].
 * @returns ISO 639-1, or "und" when there is too little to say.
 */
export function languageOf(document: Document, unknownShare: number): string {
  const prose = wordsOnly(proseOf(document.own));
  const script = writingSystem(prose);
  if (script !== null) {
    if (script.also.length === 0) return script.language;
    const language = detect(prose)[0]?.language ?? "und";
    return script.also.includes(language) ? language : script.language;
  }
  if (prose === "") return "und";
  const words = prose.split(" ");
  if (unknownShare < SUSPICIOUS_UNKNOWN_SHARE && words.length > SHORT_WORDS) return "en";
  return latinLanguage(prose, words, unknownShare);
}

/** Pools what the words say with what the detector says, which is not asked when it cannot matter. */
function latinLanguage(prose: string, words: readonly string[], unknownShare: number): string {
  const evidence = weighWords(weighable(words));
  const prior = evidence.english > 0 ? ENGLISH_PRIOR.some_known : ENGLISH_PRIOR.none_known;
  const english = (evidence.scores[ENGLISH] ?? 0) + prior;
  const mostForeign = Math.max(evidence.unlisted, ...evidence.scores.slice(1));
  if (english + Math.log(UNNAMED) > mostForeign) return "en";

  const heard = probabilities(prose);
  const candidates = new Set([...LISTED_LANGUAGES, ...heard.keys()]);
  candidates.delete("en");
  let best = "und", most = -Infinity;
  for (const language of candidates) {
    const score = foreignScore(evidence, language) + logOf(heard.get(language));
    if (score > most) [best, most] = [language, score];
  }
  const sure = evidence.listed > 0 || (heard.get(best) ?? 0) >= LEAST_CONFIDENCE;
  if (sure && most - english - logOf(heard.get("en")) > leastMargin(words.length, unknownShare)) {
    return best;
  }
  return evidence.english > 0 || unknownShare < ALIEN_UNKNOWN_SHARE ? "en" : "und";
}

function foreignScore(evidence: WordEvidence, language: string): number {
  const at = LISTED_LANGUAGES.indexOf(language);
  const score = evidence.scores[at] ?? evidence.unlisted;
  return EXPECTED_LANGUAGES.has(language) ? score : score - RARITY;
}

function leastMargin(words: number, unknownShare: number): number {
  // English knows every word of it: there should be little doubt to call it foreign.
  if (unknownShare === 0) return LEAST_MARGIN.all_known;
  if (words === 1) return LEAST_MARGIN.one_word;
  return words <= FEW_WORDS ? LEAST_MARGIN.few_words : LEAST_MARGIN.more_words;
}

function logOf(probability = 0): number {
  return Math.log(Math.max(probability, UNNAMED));
}

/** What the detector says, by language; nothing where it knows nothing. */
function probabilities(prose: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { language, confidence } of detect(prose)) {
    if (NOT_LATIN.has(language) || language.length !== 2) continue;
    found.set(language, (found.get(language) ?? 0) + confidence);
  }
  return found;
}

/** Each word once, cut at its apostrophe where English does not know it so, and no single letters. */
function weighable(words: readonly string[]): string[] {
  const parts = words.flatMap((word) =>
    /['’]/.test(word) && !ENGLISH_SHORT_FORM.test(word) ? word.split(/['’]/) : [word]
  );
  return [...new Set(parts)].filter((part) => part.length > 1 || words.length > FEW_WORDS);
}

/**
 * The words of a text, one blank between them, without code, addresses and
 * numbers, and without quotations unless there is nothing else.
 */
function wordsOnly(text: string): string {
  const opening = text.slice(0, READ_CHARACTERS);
  return wordsOf(opening.replace(QUOTED, " ")) || wordsOf(opening);
}

function wordsOf(text: string): string {
  return text
    .split(/\s+/)
    .filter((run) => !NOT_PROSE.test(run))
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}'’]+/gu, " ")
    .trim();
}

function detect(prose: string): Guess[] {
  return detector.guess(prose).map(({ code, confidence }) => ({
    language: NEAREST[code] ?? code,
    confidence,
  }));
}
