/**
 * Splits what a customer says into what they did and what came of it: "When I
 * enter my password and click login, the button spins".
 *
 * @module
 */
import { isAction, isAttempt } from "./actions.ts";
import { isGerund } from "./verb_forms.ts";
import { gapBefore, part, type Phrase, type Word } from "./words.ts";

/** A sentence split at its trigger; `trigger` is `null` where it has none. */
export interface Split {
  /** What leads to it, without the conjunction. */
  readonly trigger: Phrase | null;
  /** "when" or "after". */
  readonly conjunction: "when" | "after";
  /** What came of it. */
  readonly main: Phrase;
}

const ONE_WORD: Readonly<Record<string, "when" | "after">> = {
  when: "when",
  whenever: "when",
  wen: "when",
  everytime: "when",
  if: "when",
  once: "after",
  after: "after",
  while: "when",
  whilst: "when",
  upon: "after",
  as: "when",
};
const TWO_WORDS = new Set([
  "every time",
  "each time",
  "any time",
  "the moment",
  "the second",
  "the minute",
  "the instant",
  "right after",
  "only when",
  "only if",
  "even when",
  "just after",
  "soon after",
  "shortly after",
  "immediately after",
  "directly after",
  "always when",
  "as soon",
]);
const SUBJECTS = new Set(
  "i we you one someone somebody anyone users user people everyone they he she it nothing nobody this that there no-one"
    .split(" "),
);
const DETERMINERS = new Set(
  "the a an my our your his her their its this that these those all every each some any no half both"
    .split(" "),
);
const FINITE = new Set(
  "is are was were isn't aren't wasn't weren't am be has have had hasn't haven't does doesn't dosnt doesnt do don't dont did didn't didnt can can't cant cannot could couldn't will won't wont would wouldn't should shouldn't must may might gets get shows show says say stays stay keeps keep goes comes takes gives never only just still always no-longer happens fails crashes freezes hangs spins stops disappears"
    .split(" "),
);

/** Splits a sentence at its trigger. */
export function splitTrigger(phrase: Phrase): Split {
  const front = conjunctionAt(phrase, 0);
  if (front !== null) {
    const start = front.length;
    if (opensAction(phrase, start) || hasSubject(phrase.words, start)) {
      const main = mainStart(phrase, start);
      if (main !== null) {
        return {
          trigger: part(phrase, start, main.end),
          conjunction: front.kind,
          main: part(phrase, main.start),
        };
      }
    }
    return { trigger: null, conjunction: "when", main: phrase };
  }
  for (let at = 2; at < phrase.words.length - 1; at++) {
    const inside = conjunctionAt(phrase, at);
    if (inside === null) continue;
    const start = at + inside.length;
    if (!opensAction(phrase, start)) continue;
    const end = triggerEnd(phrase, start);
    return {
      trigger: part(phrase, start, end),
      conjunction: inside.kind,
      main: part(phrase, 0, at),
    };
  }
  return { trigger: null, conjunction: "when", main: phrase };
}

/** The actions of a phrase that begins with one, each as written. Empty where it does not. */
export function actionsOf(phrase: Phrase): readonly Phrase[] {
  const first = actionStart(phrase.words, 0);
  if (first === null) return [];
  const actions: Phrase[] = [];
  let start = first;
  for (let at = first + 1; at < phrase.words.length; at++) {
    const word = phrase.words[at];
    const gap = gapBefore(phrase, at);
    const joined = word?.lower === "and" || word?.lower === "then" || word?.lower === "or";
    const marked = /[,;>→]|->/u.test(gap);
    if (!joined && !marked) continue;
    let next = at;
    while (["and", "then", "or"].includes(phrase.words[next]?.lower ?? "")) next++;
    const opened = actionStart(phrase.words, next);
    if (opened !== null && sameForm(phrase.words[start], phrase.words[opened])) {
      actions.push(part(phrase, start, at));
      start = opened;
      at = opened;
    } else if (beginsClause(phrase, next, marked)) {
      actions.push(part(phrase, start, at));
      return actions;
    }
  }
  actions.push(part(phrase, start));
  return actions;
}

/** Where, at or shortly after `from`, an action's verb stands; `null` where none does. */
export function actionStart(words: readonly Word[], from: number): number | null {
  let at = from;
  if (
    [
      "i",
      "we",
      "you",
      "one",
      "users",
      "people",
      "someone",
      "somebody",
      "they",
      "then",
      "i've",
      "we've",
    ].includes(words[at]?.lower ?? "")
  ) at++;
  while (LEADING.has(words[at]?.lower ?? "") && at < from + 7) at++;
  const word = words[at];
  if (word === undefined || !isAction(word.lower) || isAttempt(word.lower)) return null;
  return at;
}

const LEADING = new Set(
  "then just first now only try tried trying to want wanted am are was were attempt attempted have have had simply quickly accidentally also again always manually do did been go and"
    .split(" ").filter((word) => word !== "and" && word !== "go"),
);

function conjunctionAt(
  phrase: Phrase,
  at: number,
): { length: number; kind: "when" | "after" } | null {
  const first = phrase.words[at]?.lower ?? "";
  const second = phrase.words[at + 1]?.lower ?? "";
  const two = `${first} ${second}`;
  if (two === "as soon" && phrase.words[at + 2]?.lower === "as") return { length: 3, kind: "when" };
  if (TWO_WORDS.has(two) && two !== "as soon") {
    return { length: 2, kind: second === "after" ? "after" : "when" };
  }
  const kind = Object.hasOwn(ONE_WORD, first) ? ONE_WORD[first] : undefined;
  if (kind === undefined) return null;
  if (first === "as" && !["i", "we", "you"].includes(second)) return null;
  if (
    first === "if" && at > 0 &&
    ["as", "see", "know", "wonder", "check", "nice", "great", "asking"].includes(
      phrase.words[at - 1]?.lower ?? "",
    )
  ) return null;
  return { length: 1, kind };
}

function opensAction(phrase: Phrase, start: number): boolean {
  const word = phrase.words[start];
  if (word === undefined) return false;
  return isGerund(word.lower) ? isAction(word.lower) : actionStart(phrase.words, start) !== null;
}

function hasSubject(words: readonly Word[], start: number): boolean {
  const word = words[start]?.lower ?? "";
  return SUBJECTS.has(word) || DETERMINERS.has(word);
}

/** Where the trigger of a fronted clause ends and the main clause starts. */
function mainStart(phrase: Phrase, from: number): { end: number; start: number } | null {
  for (let at = from + 2; at < phrase.words.length; at++) {
    const gap = gapBefore(phrase, at);
    if (!/[,;:–—]| - /u.test(gap)) continue;
    let next = at;
    while (["and", "then"].includes(phrase.words[next]?.lower ?? "")) next++;
    const opened = actionStart(phrase.words, next);
    if (opened !== null && !isClause(phrase, next)) continue;
    return { end: at, start: ["then"].includes(phrase.words[at]?.lower ?? "") ? at + 1 : at };
  }
  // No comma: the main clause starts where a new subject meets its verb.
  for (let at = from + 2; at < phrase.words.length - 1; at++) {
    if (isClause(phrase, at) && !isPartOfTrigger(phrase.words, at)) return { end: at, start: at };
  }
  return null;
}

function isPartOfTrigger(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  return [
    "that",
    "which",
    "who",
    "and",
    "or",
    "where",
    "whose",
    "to",
    "of",
    "with",
    "in",
    "on",
    "for",
  ].includes(before);
}

/** Where a trigger in the middle of a sentence ends. */
function triggerEnd(phrase: Phrase, from: number): number {
  for (let at = from + 1; at < phrase.words.length; at++) {
    const gap = gapBefore(phrase, at);
    const word = phrase.words[at]?.lower ?? "";
    if (["but", "although", "though", "so", "because", "since", "which"].includes(word)) return at;
    if (/[;:–—]| - /u.test(gap)) return at;
    if (
      gap.includes(",") &&
      actionStart(phrase.words, ["and", "then"].includes(word) ? at + 1 : at) === null
    ) return at;
  }
  return phrase.words.length;
}

/** Whether a subject with its verb starts at a word. */
function isClause(phrase: Phrase, at: number): boolean {
  const words = phrase.words;
  const word = words[at];
  if (word === undefined) return false;
  if (SUBJECTS.has(word.lower)) {
    const next = words[at + 1];
    return next !== undefined &&
      (FINITE.has(next.lower) || next.pos === "VERB" || next.pos === "AUX" ||
        next.lower.endsWith("s"));
  }
  if (!DETERMINERS.has(word.lower)) return false;
  for (let next = at + 2; next < Math.min(at + 6, words.length); next++) {
    if (/[,;:]/u.test(gapBefore(phrase, next))) return false;
    const verb = words[next];
    if (verb === undefined) return false;
    if (FINITE.has(verb.lower)) return true;
    if (verb.pos === "VERB" && verb.lower.endsWith("s")) return true;
    if (verb.lower === "and" || verb.lower === "or") return false;
  }
  return false;
}

/** Whether what follows a comma or an "and" is a new clause rather than more of the action. */
function beginsClause(phrase: Phrase, at: number, afterComma: boolean): boolean {
  const word = phrase.words[at];
  if (word === undefined) return false;
  if (
    [
      "but",
      "so",
      "yet",
      "nothing",
      "nobody",
      "although",
      "though",
      "which",
      "because",
      "it",
      "i",
      "we",
      "they",
      "he",
      "she",
      "there",
      "by",
      "suddenly",
      "until",
    ].includes(word.lower)
  ) return true;
  return isClause(phrase, at) || (afterComma && DETERMINERS.has(word.lower));
}

function sameForm(one: Word | undefined, other: Word | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return isGerund(one.lower) === isGerund(other.lower);
}
