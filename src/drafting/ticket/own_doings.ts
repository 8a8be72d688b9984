/**
 * What customers tell of their own doing on the way to a fault: "as always I
 * chose the file, mapped the columns, pressed Import", "and then i pressed undo
 * and it …", "crash when rotating a cabinet".
 *
 * @module
 */
import { actionStart, laterStart, readActions } from "../english/action_list.ts";
import { isAction, isAttempt } from "../english/actions.ts";
import { isDeterminer, isSubject } from "../english/clause_shape.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { isGerund } from "../english/verb_forms.ts";
import { conjunctionAt } from "../message/conjunction.ts";
import { gapBefore, part, type Phrase, phraseOf, posOf } from "../english/words.ts";

const DOERS: ReadonlySet<string> = new Set(["i", "we"]);
const BEFORE_DOING: ReadonlySet<string> = new Set(["then", "and"]);
const DONE_IN_A_PROGRAM = new Set(
  ("press click tap open select choose enter type upload download export save import request merge move share fill submit log sign scan drag delete " +
    "create change switch update install connect pair restore edit add remove assign invite rename paste copy duplicate mark tick enable disable set map pick rotate record swipe scroll")
    .split(" "),
);
const LEAD_WORDS_MAX = 2;
/** In a chain of doings each is short: "mapped the columns". */
const DOING_WORDS_MAX = 9;
/** What one does all day: it leads to nothing by itself. */
const LASTING = new Set(
  "use work drive ride walk run play watch read listen talk speak sleep wait try look see have be do get go start stop hold pay follow need want charge cook stand sit travel cycle hike swim fly sail"
    .split(" "),
);

/** Whether a word is a verb, told as done, of what one does in a program. */
export function isDone(verb: string): boolean {
  return DONE_IN_A_PROGRAM.has(baseForm(verb)) && baseForm(verb) !== verb;
}

/** The chain of things that the customer did, wherever in the sentence it starts; none of less than `least`. */
export function ownDoings(phrase: Phrase, least: number): readonly Phrase[] {
  for (let at = 0; at < phrase.words.length - 1; at++) {
    if (!DOERS.has(phrase.words[at]?.lower ?? "") || !opensClause(phrase, at)) continue;
    const start = actionStart(phrase.words, at);
    const verb = phrase.words[start ?? at]?.lower ?? "";
    // "I set the alarm, locked the phone": told as done by what follows.
    const done = isDone(verb) || least > 1 && verb === "set";
    if (start === null || start > at + 2 || !done) continue;
    const actions = readActions(part(phrase, at)).actions.map(withoutOutcome);
    const short = actions.every(({ words }) => words.length <= DOING_WORDS_MAX);
    if (actions.length >= least && short) return actions;
  }
  return [];
}

/** "pressed paste | and the whole chapter turned into Greek" */
function withoutOutcome(action: Phrase): Phrase {
  const { words } = action;
  const and = words.findIndex(({ lower }, at) =>
    at > 0 && (lower === "and" || lower === "&") && opensThing(words[at + 1]?.lower ?? "") &&
    words.slice(at + 2).some((word) => posOf(word) === "VERB" || posOf(word) === "AUX")
  );
  return and < 0 ? action : part(action, 0, and);
}

function opensThing(word: string): boolean {
  return isDeterminer(word) || isSubject(word) && !DOERS.has(word);
}

/** "Yesterday I …", "as always, I …", "and then I …" */
function opensClause(phrase: Phrase, at: number): boolean {
  return at <= LEAD_WORDS_MAX || gapBefore(phrase, at).includes(",") ||
    BEFORE_DOING.has(phrase.words[at - 1]?.lower ?? "");
}

/** "Crash | when rotating a grouped cabinet with R": what is done there, one step. */
export function doingBehind(phrase: Phrase): readonly Phrase[] {
  for (let at = 0; at < phrase.words.length - 2; at++) {
    const opened = conjunctionAt(phrase, at);
    const start = at + (opened?.length ?? 0);
    const verb = phrase.words[start]?.lower ?? "";
    if (opened === null || !isGerund(verb) || isAttempt(verb)) continue;
    const base = baseForm(verb);
    if (LASTING.has(base) || !isAction(verb) && !isBaseVerb(base)) continue;
    if (laterStart(phrase, start, true) === null) continue;
    return readActions(part(phrase, start, clauseEnd(phrase, start)), 0, true).actions;
  }
  return [];
}

/** "It only happens if the bill was split first": the condition, where something is done in it. */
export function conditionTold({ text }: Phrase): readonly Phrase[] {
  const condition = HAPPENS.exec(text)?.[1];
  if (condition === undefined) return [];
  const step = phraseOf(condition);
  return step.words.some(({ lower }) => isAction(lower) && /ed$/u.test(lower)) ? [step] : [];
}

const HAPPENS =
  /^(?:and |but )?(?:it|this|that) (?:only |always )?happens? (?:only |always )?(?:if|when|after|once|whenever) ((?:the|a|an|one|two|any|some) .{8,})$/i;

/** "since Monday, when | a tenant reports a repair with a photo, …": up to where the clause ends. */
export function behindConjunction(phrase: Phrase): readonly Phrase[] {
  return phrase.words.flatMap((_, at) => {
    const opened = at === 0 ? null : conjunctionAt(phrase, at);
    if (opened === null) return [];
    const start = at + opened.length;
    return isDeterminer(phrase.words[start]?.lower ?? "")
      ? [part(phrase, start, clauseEnd(phrase, start))]
      : [];
  });
}

/** "Guests who | scroll down and then tap Book | see a white page": up to their verb. */
export function doneByWhom(phrase: Phrase): readonly Phrase[] {
  const who = phrase.words.findIndex(({ lower }) => lower === "who");
  const plural = phrase.words[who - 1]?.lower.endsWith("s") ?? false;
  if (who < 1 || who > WHO_WITHIN_WORDS || !plural) return [];
  const start = who + 1;
  if (actionStart(phrase.words, start) !== start) return [];
  const end = phrase.words.findIndex((word, at) =>
    at > start + 1 && posOf(word) === "VERB" && baseForm(word.lower) === word.lower &&
    !isAction(word.lower) && !BEFORE_DOING.has(phrase.words[at - 1]?.lower ?? "")
  );
  return end < 0 ? [] : readActions(part(phrase, start, end)).actions;
}

const WHO_WITHIN_WORDS = 3;

function clauseEnd(phrase: Phrase, from: number): number {
  const end = phrase.words.findIndex((_, at) =>
    at > from && /[,;:.]|\s[–—-]\s/u.test(gapBefore(phrase, at))
  );
  return end < 0 ? phrase.words.length : end;
}
