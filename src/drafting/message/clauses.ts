/**
 * Cuts a sentence into the clauses that it may be made of: at marks and in
 * front of the words that join clauses. It cuts too often rather than too
 * seldom; clauses of one role are put together again (roles.ts).
 *
 * @module
 */
import type { Evidence } from "../../triage/domain/judgement.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import type { Sentence, Token } from "../../triage/text/document.ts";
import { isVerbTag } from "../english/words.ts";
import { holdsWord } from "./holds_word.ts";

/** A clause, in words of its sentence and in offsets of the text. */
export interface Clause {
  readonly sentence: Sentence;
  /** Place of the sentence among those that are read. */
  readonly place: number;
  /** Its words: from the first to the last of the sentence's tokens. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** What the scorer's evidence inside it adds up to, in the order of the intents. */
  readonly evidence: Float64Array;
}

/** Clauses are looked for in the sentences that are read, each up to so many words. */
export const CLAUSE_LIMITS = { sentences: 40, sentence_words: 120, clauses: 80 } as const;

/** They open a clause. "that" and "which" go on with what they stand behind. */
const JOINTS: ReadonlySet<string> = new Set(
  ("and but so when whenever wherever if because since after before until till while whilst " +
    "although though then except instead without once unless whereas yet cause cos bc").split(" "),
);
/** In front of a joint they belong to it: "even though", "only when". */
const BEFORE_JOINTS: ReadonlySet<string> = new Set(["even", "only", "just", "right", "always"]);
/** They join words as well as clauses: "before noon", "in and out". */
const OF_WORDS: ReadonlySet<string> = new Set(
  "and but yet so since after before until till except without once".split(" "),
);
/** "everyone but me" */
const ALL_OR_NONE: ReadonlySet<string> = new Set(
  "everyone everybody everything all nobody nothing none anyone anything no-one".split(" "),
);
const TIMES: ReadonlySet<string> = new Set(["every", "each"]);
const OPENING = /^["“„«]/u;
const CLOSED = /[,;:.!?…–—”-]$/u;
const MARK = /^[,;:.!?…–—(-]/u;
const MARKED = /\s[–—-]+\s|\n|\.\.|…|→|=>|->/u;

/** The clauses of the sentences that are read, in order. */
export function clausesOf(
  sentences: readonly Sentence[],
  text: string,
  evidence: readonly Evidence[],
): Clause[] {
  const clauses: Clause[] = [];
  const most = Math.min(sentences.length, CLAUSE_LIMITS.sentences);
  for (let place = 0; place < most; place++) {
    const sentence = sentences[place];
    if (sentence === undefined) break;
    const tokens = sentence.tokens.slice(0, CLAUSE_LIMITS.sentence_words);
    let first = 0, words = 0;
    for (let at = 0; at < tokens.length; at++) {
      // "and when": one joint.
      const joined = at - first === 1 && JOINTS.has(tokens[first]?.normal ?? "");
      if (words > 0 && !joined && opens(tokens, at, text)) {
        clauses.push(clauseOf(sentence, place, first, at - 1));
        first = at;
        words = 0;
      }
      if (holdsWord(tokens[at]?.text ?? "")) words++;
    }
    if (words > 0) clauses.push(clauseOf(sentence, place, first, tokens.length - 1));
  }
  const kept = clauses.slice(0, CLAUSE_LIMITS.clauses);
  for (const { start, intent, weight } of evidence) {
    const sums = kept.find((one) => start >= one.start && start < one.end)?.evidence;
    const at = INTENTS.indexOf(intent);
    if (sums !== undefined) sums[at] = (sums[at] ?? 0) + weight;
  }
  return kept;
}

function clauseOf(sentence: Sentence, place: number, first: number, last: number): Clause {
  const start = sentence.tokens[first]?.start ?? sentence.start;
  const end = sentence.tokens[last]?.end ?? start;
  return { sentence, place, first, last, start, end, evidence: new Float64Array(INTENTS.length) };
}

/** Whether a clause may begin at a token. */
function opens(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at], before = tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  const gap = token.start > before.end;
  if (gap && MARKED.test(text.slice(before.end, token.start))) return true;
  if (!gap || !holdsWord(token.text) && !OPENING.test(token.text)) return false;
  if (!holdsWord(before.text) && CLOSED.test(before.text)) {
    return !isInserted(tokens, at) && !isInserted(tokens, at - 2);
  }
  const next = tokens[at + 1]?.normal ?? "";
  if (BEFORE_JOINTS.has(token.normal) && JOINTS.has(next)) return true;
  if (TIMES.has(token.normal)) return next === "time";
  // "stops | as soon as the phone locks itself"
  if (token.normal === "as") return next === "soon";
  if (token.normal === "but" && ALL_OR_NONE.has(before.normal)) return false;
  return JOINTS.has(token.normal) && !BEFORE_JOINTS.has(before.normal) &&
    (!OF_WORDS.has(token.normal) ||
      holdsVerb(tokens, at + 1) && !joinsNumbers(tokens, at) && !isAdverb(tokens, at));
}

/** "the line after jumps to the left": its verb follows. */
function isAdverb(tokens: readonly Token[], at: number): boolean {
  const { normal = "", pos } = tokens[at + 1] ?? {};
  return AS_ADVERB.has(tokens[at]?.normal ?? "") && pos === "VERB" && normal.endsWith("s");
}

const AS_ADVERB: ReadonlySet<string> = new Set(["after", "before"]);

/** "the balances, | though, | are doubled": an adverb between commas. */
function isInserted(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === "," && tokens[at + 1]?.text === "," &&
    ADVERBIAL.has(tokens[at]?.pos ?? "");
}

const ADVERBIAL: ReadonlySet<string> = new Set(["ADV", "SCONJ"]);

/** "between 3 and 4 the new one is called 5" */
function joinsNumbers(tokens: readonly Token[], at: number): boolean {
  return [tokens[at - 1], tokens[at + 1]].every((token) => /^\p{N}/u.test(token?.text ?? ""));
}

const OF_PLACE: ReadonlySet<string> = new Set(["ADV", "ADP", "PART"]);

/** "between two and four", "back and then forward": no verb follows up to the next mark. */
function holdsVerb(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from + 1]?.pos ?? "";
  if (tokens[from]?.normal === "then" && OF_PLACE.has(next)) return false;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || MARK.test(token.text)) return false;
    if (isVerbTag(token.pos)) return true;
  }
  return false;
}
