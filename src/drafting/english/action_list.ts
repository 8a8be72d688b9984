/**
 * Reads the actions off a stretch of text: "enter my password and click login"
 * are two.
 *
 * @module
 */
import { isAction, isAttempt } from "./actions.ts";
import {
  beginsClause,
  isAuxiliary,
  isClause,
  isDeterminer,
  isSubject,
  isTied,
} from "./clause_shape.ts";
import { baseForm, isBaseVerb } from "./base_form.ts";
import { isGerund } from "./verb_forms.ts";
import { gapBefore, isEnclosed, isVerb, part, type Phrase, posOf, type Word } from "./words.ts";

/** Actions, and where they end. */
export interface ActionList {
  /** Each action as written, without its subject. */
  readonly actions: readonly Phrase[];
  /** Index of the first word that is no longer part of them. */
  readonly end: number;
}

const NO_ACTIONS: ActionList = { actions: [], end: 0 };
const DOERS = set("i we you one users people someone somebody i've we've ive weve");
const LEADING = set(
  "then just first now next finally only try tried trying to want wanted attempt attempted have had simply quickly accidentally also again always manually do did been",
);
const BEFORE_TRYING = set("am are was were i'm we're im");
const JOINTS = set("and then or afterwards next");
const SEQUENCE = set("then next now afterwards finally");
const ENDS_ACTION = set("but although though yet however");
const LEADING_MAX = 7;
// Past participles that tell of a state, and words that are mostly something else.
const NOT_ACTIONS = set("gone left set-up back start-up");
const AFTER_IMPERATIVE = set(
  "a an the my our any one two three four some this that all on in into out up down back over every each several your it them at with",
);
const SAME_IN_THE_PAST = set("put set read let cut hit shut reset");

/** The actions from word `from` on; none where it does not begin with one. */
export function readActions(phrase: Phrase, from = 0, announced = false): ActionList {
  const first = actionStart(phrase.words, from) ??
    (announced ? laterStart(phrase, from, true) : null);
  if (first === null) return NO_ACTIONS;
  const actions: Phrase[] = [];
  let start = first;
  for (let at = first + 1; at < phrase.words.length; at++) {
    const lower = phrase.words[at]?.lower ?? "";
    const gap = gapBefore(phrase, at);
    const marked = gap !== " " && /[,;>→]| [–—-] /u.test(gap) && !isEnclosed(phrase, at);
    // "travel (or set your laptop) to Lisbon"
    const joined = JOINTS.has(lower) && !isEnclosed(phrase, at);
    if (ENDS_ACTION.has(lower) || /:\s/u.test(gap)) return ended(at);
    // "drag it back since the tester found something, then look at the chart": why, and on.
    if (GIVES_WHY.has(lower) && at > start + 1 && isClause(phrase, at + 1)) {
      const next = behindWhy(phrase, at);
      if (next === null) return ended(at);
      actions.push(part(phrase, start, at));
      start = next;
      at = next;
      continue;
    }
    if (!joined && !marked) {
      // No mark at all: "I press connect it says pairing failed".
      if (at > start + 1 && startsAnew(phrase, at)) return ended(at);
      continue;
    }
    let next = at;
    while (JOINTS.has(phrase.words[next]?.lower ?? "")) next++;
    // 'came back, "session expired"': what one was shown.
    if (marked && /["“]$/u.test(gap)) return ended(at);
    // "Settings > Export > PDF" is one way.
    if (/[>→]/u.test(gap) && isCapital(phrase, next)) continue;
    const opened = actionStart(phrase.words, next) ?? laterStart(phrase, next, announced);
    if (opened !== null && sameForm(phrase.words[start], phrase.words[opened])) {
      actions.push(part(phrase, start, at));
      start = isTimed(phrase, next) ? next : opened;
      at = opened;
    } else if (opened !== null && formAt(opened) === "third" && formAt(start) !== "third") {
      // "when I leave the room and goes off when I come in": not the one who leaves.
      return ended(at);
    } else if (marked && isBareGroup(phrase, next)) {
      // "put the left one in, then the right one, and open the app"
      continue;
    } else if (
      tellsOutcome(phrase.words[next]) || /[;]| [–—-] /u.test(gap) ||
      beginsClause(phrase, next, marked)
    ) {
      return ended(at);
    }
  }
  return ended(phrase.words.length);

  function formAt(at: number): string {
    return formOf(phrase.words[at]?.lower ?? "");
  }

  function ended(end: number): ActionList {
    return { actions: [...actions, part(phrase, start, end)], end };
  }
}

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

function isCapital({ text, words }: Phrase, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(words[at]?.start ?? 0));
}

const GROUP_WORDS_MAX = 6;

/** Whether a group of words without a verb stands there, and an action behind it. */
function isBareGroup(phrase: Phrase, from: number): boolean {
  if (!isDeterminer(phrase.words[from]?.lower ?? "")) return false;
  for (let at = from + 1; at < Math.min(phrase.words.length, from + GROUP_WORDS_MAX); at++) {
    if (gapBefore(phrase, at).includes(",")) {
      let next = at;
      while (JOINTS.has(phrase.words[next]?.lower ?? "")) next++;
      return actionStart(phrase.words, next) === next;
    }
    if (isVerb(phrase.words[at])) return false;
  }
  return false;
}

const GIVES_WHY = set("since because as");

/** The next action behind a clause that says why; `null` where none follows. */
function behindWhy(phrase: Phrase, from: number): number | null {
  for (let at = from + 1; at < phrase.words.length; at++) {
    if (!gapBefore(phrase, at).includes(",")) continue;
    let next = at;
    while (JOINTS.has(phrase.words[next]?.lower ?? "")) next++;
    const opened = actionStart(phrase.words, next);
    // Without an "and" only the bare verb: "because I'd picked the wrong one, imported it again".
    return next > at || opened === at ? opened : null;
  }
  return null;
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

const SHUT_OUT = set("locked kicked thrown timed shut");
const LOOKED = set("at in into under up");

/** Whether a phrase opens with an action without its doer ("Pressed “End ride”"), not with a noun. */
export function opensWithAction(phrase: Phrase): boolean {
  const [first, second] = phrase.words;
  if (first === undefined || second === undefined || first.start > 0) return false;
  if (!isAction(first.lower) || isAttempt(first.lower) || NOT_ACTIONS.has(first.lower)) {
    return false;
  }
  // "opens every book on page 1": the product does that.
  if (isGerund(first.lower) || /[^s]s$/u.test(first.lower) || isNamed(phrase)) return false;
  // "Locked out at night with two kids": it was done to them.
  if (second.lower === "out" && SHUT_OUT.has(first.lower)) return false;
  return AFTER_IMPERATIVE.has(second.lower) ||
    (second.lower === "to" && baseForm(first.lower) === first.lower) ||
    /["“«']/u.test(gapBefore(phrase, 1));
}

/** "Rate on your page was 0.91", "Export to CSV writes …": a thing, with the verb to come. */
function isNamed(phrase: Phrase): boolean {
  const { words } = phrase;
  const first = words[0]?.lower ?? "";
  if (baseForm(first) !== first) return false;
  for (const [at, word] of words.entries()) {
    if (at < 2) continue;
    if (JOINTS.has(word.lower) || isSubject(word.lower)) return false;
    if (/[,;:]/u.test(gapBefore(phrase, at))) return false;
    if (isTied(words, at)) continue;
    if (isAuxiliary(word.lower)) return true;
    // "Sync with the watch broke yesterday"
    if (posOf(word) === "VERB" && PAST.has(word.lower)) return true;
    if (at === 3 && words[1]?.lower === "to" && posOf(word) === "VERB" && /s$/u.test(word.lower)) {
      return true;
    }
  }
  return false;
}

/** "opened my claim, saw somebody else's": what came of it. */
function tellsOutcome(word: Word | undefined): boolean {
  const lower = word?.lower ?? "";
  return OUTCOMES.has(baseForm(lower)) || posOf(word) === "VERB" && OUTCOMES_PAST.has(lower);
}

const PAST = set(
  "broke stopped failed went came took gave froze crashed died vanished disappeared",
);
const OUTCOMES = set("see get find receive land notice");
const OUTCOMES_PAST = set("greeted shown told met asked sent logged kicked thrown");

const WITHIN = set("while until before till");

function startsAnew(phrase: Phrase, at: number): boolean {
  const word = phrase.words[at]?.lower ?? "";
  // "press Back while it loads"
  if (WITHIN.has(phrase.words[at - 1]?.lower ?? "")) return false;
  if (isTied(phrase.words, at) || word === "i" || word === "we" || word === "you") return false;
  return isSubject(word)
    ? isClause(phrase, at)
    : phrase.words.length > at + 2 && isClause(phrase, at);
}

/** Whether two verbs have the same form, so that one list can hold both. */
function sameForm(one: Word | undefined, other: Word | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const forms = [formOf(one.lower), formOf(other.lower)];
  return forms[0] === forms[1] || forms.includes("any");
}

function formOf(word: string): "gerund" | "past" | "base" | "third" | "any" {
  if (SAME_IN_THE_PAST.has(word)) return "any";
  if (isGerund(word)) return "gerund";
  const base = baseForm(word);
  return base === word ? "base" : /[^s]s$/u.test(word) ? "third" : "past";
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
