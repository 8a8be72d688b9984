/**
 * Cuts a sentence into clauses by its marks and joining words; contractions are
 * spelt out. Words alone: no parser is needed to judge them.
 *
 * @module
 */

import { STAFF } from "./letter_words.ts";

/** A stretch of a sentence that says one thing. */
export interface Clause {
  /** Lower-case words, without the joining word. */
  readonly words: readonly string[];
  /** What joins it to the clause before: "that", "and", ",", ":"; "" for the first. */
  readonly joint: string;
  /** The mark behind it: "?", ":", ","; "" for none. */
  readonly mark: string;
}

const TOKEN = /[\p{L}\p{N}]+|[,;:()?!\u2013\u2014]|(?<=\s)-+(?=\s)/gu;
const JOINS = new Set(
  "which who whom whose that whether if when whenever once until how why what where unless".split(
    " ",
  ),
);
/** These join clauses, but words too: only where a subject follows. */
const JOINS_BEFORE_SUBJECT = new Set(
  "and but so or yet because as since while although though whereas before after".split(" "),
);
const SUBJECTS = new Set(
  "we i you it this that these they there your our the someone somebody nobody please thank thanks sorry"
    .split(" "),
);
/** No clause of its own begins behind these: "for which", "about what", "than that". */
const HELD = new Set(
  "of in on at by for from with about to into under than as like and or not just exactly".split(
    " ",
  ),
);

const RELATIVES = new Set(["who", "that", "which"]);

/** "And that is why": no joining word. */
const DEMONSTRATES =
  /^(?:is|was|would|will|makes?|helps?|must|sounds?|may|can|could|might|means?|has|s)$/;

/** "Somebody here who …": the colleague and what tells which one are one. */
function isStaff(words: readonly string[]): boolean {
  const last = words.at(-1) === "here" ? words.at(-2) : words.at(-1);
  return STAFF.has(last ?? "") || last === "those" && words.length === 1;
}

/** The clauses of a sentence, in order. */
export function clausesOf(sentence: string): readonly Clause[] {
  const tokens = spelledOut(sentence.toLowerCase()).match(TOKEN) ?? [];
  const clauses: Clause[] = [];
  let words: string[] = [];
  let joint = "";
  const close = (mark: string, next: string) => {
    if (words.length > 0) clauses.push({ words, joint, mark });
    words = [];
    joint = next;
  };
  for (const [at, token] of tokens.entries()) {
    const before = words.at(-1) ?? "";
    if (!/[\p{L}\p{N}]/u.test(token)) close(token, token);
    else if (
      words.length > 0 && JOINS.has(token) && !HELD.has(before) &&
      !(token === "once" && /^(?:more|again|a|per|in|only)$/.test(tokens[at + 1] ?? "")) &&
      !(RELATIVES.has(token) && isStaff(words))
    ) close("", token);
    else if (
      words.length > 0 && JOINS_BEFORE_SUBJECT.has(token) && SUBJECTS.has(tokens[at + 1] ?? "") &&
      tokens[at + 2] !== "same"
    ) close("", token);
    else if (
      words.length === 0 &&
      (/^[,;:()-]$/.test(joint) && isJoint(token) ||
        joint === "" && opens(token, tokens[at + 1] ?? "") ||
        /^(?:and|but|or|so)$/.test(joint) && JOINS.has(token) &&
          !DEMONSTRATES.test(tokens[at + 1] ?? ""))
    ) joint = token;
    else words.push(token);
  }
  close("", "");
  return clauses;
}

/** "As I cannot …", "if you …": a clause of its own at the beginning. */
function opens(word: string, next: string): boolean {
  return SUBJECTS.has(next) &&
    /^(?:as|because|since|while|although|though|if|when|once|until|whereas|whenever|unless)$/.test(
      word,
    );
}

function isJoint(word: string): boolean {
  return JOINS.has(word) && word !== "that" || JOINS_BEFORE_SUBJECT.has(word);
}

function spelledOut(text: string): string {
  return text.replace(/[’‘]/g, "'")
    .replace(/\bcan't\b/g, "can not").replace(/\bcannot\b/g, "can not").replace(
      /\bwon't\b/g,
      "will not",
    )
    .replace(/n't\b/g, " not").replace(/'ll\b/g, " will").replace(/'ve\b/g, " have")
    .replace(/'re\b/g, " are").replace(/'m\b/g, " am").replace(/'d\b/g, " would")
    .replace(/\b(it|that|this|here|there|what|who|how|let)'s\b/g, "$1 is").replace(/'s\b/g, " ")
    .replace(/'/g, " ");
}
