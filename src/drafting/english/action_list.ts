/**
 * Finds where a stretch of text tells a doing: "then I enter my password".
 *
 * @module
 */
import { isAction, isAttempt } from "./actions.ts";
import { isAuxiliary, isTied } from "./clause_shape.ts";
import { baseForm, isBaseVerb } from "./base_form.ts";
import { gapBefore, type Phrase, posOf, type Word } from "./words.ts";

const DOERS = set("i we you one users people someone somebody i've we've ive weve");
const LEADING = set(
  "then just first now next finally only try tried trying to want wanted attempt attempted have had simply quickly accidentally also again always manually do did been",
);
const BEFORE_TRYING = set("am are was were i'm we're im");
const SEQUENCE = set("then next now afterwards finally");
const LEADING_MAX = 7;
// Past participles that tell of a state, and words that are mostly something else.
const NOT_ACTIONS = set("gone left set-up back start-up");

/** What stands before a later doing: "after one hour I unlock", "while it's uploading start another". */
const TIMING = set("after within while once before meanwhile");
const TIMED_WORDS_MAX = 7;
/** What happens to somebody, or is only in the mind: no later doing in a list. */
const NOT_DONE = set(
  "be have do need want like love hate know think feel hear wonder realise realize miss mean seem get see find receive land lose fail crash freeze hang end wind happen keep sleep eat drink laugh cry",
);

/**
 * Where an action stands that is known to be one by what surrounds it: in a
 * list, behind "if you", any verb that the reader takes for one; where steps
 * were `announced`, any that can be one.
 */
export function laterStart(phrase: Phrase, from: number, announced = false): number | null {
  if (isTimed(phrase, from)) return timedStart(phrase, from);
  const at = DOERS.has(phrase.words[from]?.lower ?? "") ? from + 1 : from;
  const word = phrase.words[at];
  const lower = word?.lower ?? "", base = baseForm(lower);
  const verb = posOf(word) === "VERB" || (announced || at > from) && base === lower;
  if (!announced && isAttempt(lower) && base !== "wait") return null;
  return verb && isBaseVerb(base) && !NOT_DONE.has(base) && !lower.endsWith("s") &&
      !isAuxiliary(phrase.words[at + 1]?.lower ?? "")
    ? at
    : null;
}

function timedStart(phrase: Phrase, from: number): number | null {
  for (let at = from + 2; at < Math.min(phrase.words.length, from + TIMED_WORDS_MAX); at++) {
    const word = phrase.words[at]?.lower ?? "";
    if (word === "i" || word === "we") return actionStart(phrase.words, at);
    if (gapBefore(phrase, at).includes(",")) return null;
    const acts = isAction(word) && !isAttempt(word) && baseForm(word) === word &&
      posOf(phrase.words[at]) === "VERB";
    if (acts && !isTied(phrase.words, at)) return at;
  }
  return null;
}

function isTimed(phrase: Phrase, from: number): boolean {
  return TIMING.has(phrase.words[from]?.lower ?? "");
}

/** Where, at or shortly after `from`, an action's verb stands; `null` where none does. */
export function actionStart(words: readonly Word[], from: number): number | null {
  let at = from;
  // "Then I move the slider"
  if (SEQUENCE.has(words[at]?.lower ?? "") && DOERS.has(words[at + 1]?.lower ?? "")) at++;
  if (DOERS.has(words[at]?.lower ?? "")) at++;
  if (BEFORE_TRYING.has(words[at]?.lower ?? "") && words[at + 1]?.lower === "trying") at++;
  while (LEADING.has(words[at]?.lower ?? "") && at < from + LEADING_MAX) at++;
  const word = words[at];
  if (word === undefined || NOT_ACTIONS.has(word.lower)) return null;
  // "resume doesn't do anything": a button or a thing, not what one did.
  if (isAuxiliary(words[at + 1]?.lower ?? "") && !/ed$/u.test(word.lower)) return null;
  // "look at the chart", not "it looks odd".
  if (word.lower === "look" && LOOKED.has(words[at + 1]?.lower ?? "")) return at;
  return isAction(word.lower) && !isAttempt(word.lower) ? at : null;
}

const LOOKED = set("at in into under up");

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
