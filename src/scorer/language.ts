/**
 * Which language a message is written in. Two cheap looks settle nearly every
 * message: a script that few languages share, or words that English knows. Only
 * the rest is shown to a detector, fastText's compressed lid.176 (Joulin et al.
 * 2016, "Bag of Tricks for Efficient Text Classification"), chosen by measuring:
 * docs/language-detection.md.
 *
 * @module
 */
import type { Document } from "../triage/document.ts";
import { loadDetector } from "./language_detector.ts";
import { NOT_LATIN, writingSystem } from "./writing_system.ts";

/** How much of a text is looked at, in characters: a language shows early. */
const READ_CHARACTERS = 2_000;

/** Below this share of unknown words a Latin text is English; the detector is not asked. */
const SUSPICIOUS_UNKNOWN_SHARE = 0.2;

/** From this share on the words themselves say that it is hardly English. */
const ALIEN_UNKNOWN_SHARE = 0.5;

/** How sure the detector must be: few words fool it, and misspelt English does. */
const LEAST_CONFIDENCE = { alien: 0.25, suspicious: 0.6, two_words: 0.6 } as const;

/** Little words of English that no other language of the Latin script is full of. */
const ENGLISH_WORDS = new Set(
  ("the with and this that my have has not you when how what from they are was can cannot " +
    "please plz pls your it its to of be would should could does doesn't don't can't there for")
    .split(" "),
);

/** From this share of them on a text is English, unless most words are unknown. */
const ENGLISH_WORDS_SHARE = 0.2;

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

/** Marks that make a blank-separated run code, a path, an address, a file name or mojibake. */
const NOT_PROSE = /[\\/_=<>{}[\]@#\ufffd]|\w\(|[^.]\.[^.]|\d{2}|[Ãâ][\u0080-\u00bf€]/;

/** Quoted words are often another language's: interface texts, names, code. */
const QUOTED = /`[^`]{0,200}`|"[^"]{0,200}"|“[^”]{0,200}”|«[^»]{0,200}»/g;

const detector = await loadDetector();

/**
 * Names the language of a message.
 *
 * @param unknownShare Share of its words that an English vocabulary lacks, in [0, 1].
 * @returns ISO 639-1, or "und" when there is too little to say.
 */
export function languageOf(document: Document, unknownShare: number): string {
  const prose = proseOf(document.text);
  const script = writingSystem(prose);
  if (script !== null) {
    if (script.also.length === 0) return script.language;
    const { language } = detect(prose);
    return script.also.includes(language) ? language : script.language;
  }
  if (prose === "") return "und";
  if (unknownShare < SUSPICIOUS_UNKNOWN_SHARE) return "en";
  const words = prose.split(" ");
  const alien = unknownShare >= ALIEN_UNKNOWN_SHARE;
  if (!alien && englishShare(words) >= ENGLISH_WORDS_SHARE) return "en";
  const { language, confidence } = detect(prose);
  const heard = words.length > 1 && !NOT_LATIN.has(language) &&
    confidence >= leastConfidence(words.length, alien);
  if (heard) return language;
  return alien ? "und" : "en";
}

function englishShare(words: readonly string[]): number {
  return words.filter((word) => ENGLISH_WORDS.has(word.toLowerCase())).length / words.length;
}

function leastConfidence(words: number, alien: boolean): number {
  if (words === 2) return LEAST_CONFIDENCE.two_words;
  return alien ? LEAST_CONFIDENCE.alien : LEAST_CONFIDENCE.suspicious;
}

/**
 * The words of a text, one blank between them, without code, addresses and
 * numbers, and without quotations unless there is nothing else.
 */
function proseOf(text: string): string {
  const opening = text.slice(0, READ_CHARACTERS);
  return wordsOf(opening.replace(QUOTED, " ")) || wordsOf(opening);
}

function wordsOf(text: string): string {
  return text
    .split(/\s+/)
    .filter((run) => !NOT_PROSE.test(run))
    .join(" ")
    .replace(/[^\p{L}\p{M}'’]+/gu, " ")
    .trim();
}

function detect(prose: string): { language: string; confidence: number } {
  const guesses = detector.predict(prose, 1, 0);
  const [confidence, label] = guesses.size() === 0 ? [0, "und"] : guesses.get(0);
  guesses.delete(); // lives outside the garbage collector
  const code = label.replace("__label__", "");
  const language = NEAREST[code] ?? code;
  return { language: language.length === 2 ? language : "und", confidence };
}
