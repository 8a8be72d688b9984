/**
 * What customers tell of their own doing on the way to a fault: "as always I
 * chose the file, mapped the columns, pressed Import", "and then i pressed undo
 * and it …".
 *
 * @module
 */
import { actionStart, readActions } from "../english/action_list.ts";
import { isDeterminer, isSubject } from "../english/clause_shape.ts";
import { baseForm } from "../english/base_form.ts";
import { gapBefore, part, type Phrase, posOf } from "../english/words.ts";

const DOERS: ReadonlySet<string> = new Set(["i", "we"]);
const BEFORE_DOING: ReadonlySet<string> = new Set(["then", "and"]);
const DONE_IN_A_PROGRAM = new Set(
  ("press click tap open select choose enter type upload download export save import request merge move share fill submit log sign scan drag delete " +
    "create change switch update install connect pair restore edit add remove assign invite rename paste copy duplicate mark tick enable disable set map pick rotate record swipe scroll")
    .split(" "),
);
const LEAD_WORDS_MAX = 2;
/** "On the monthly report I picked March" */
const PLACE_WORDS_MAX = 5;
const PLACES: ReadonlySet<string> = new Set(["on", "in", "at", "with"]);
/** In a chain of doings each is short: "mapped the columns". */
const DOING_WORDS_MAX = 9;
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
  const placed = PLACES.has(phrase.words[0]?.lower ?? "");
  return at <= (placed ? PLACE_WORDS_MAX : LEAD_WORDS_MAX) || gapBefore(phrase, at).includes(",") ||
    BEFORE_DOING.has(phrase.words[at - 1]?.lower ?? "");
}
