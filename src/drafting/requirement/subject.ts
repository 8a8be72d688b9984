/**
 * Where in "athletes check in by code" the subject ends: before the first base
 * form of a verb that people use of software.
 *
 * @module
 */
import { isAction } from "../english/actions.ts";
import { baseForm } from "../english/base_form.ts";
import { phraseOf } from "../english/words.ts";

const MORE_VERBS = new Set(
  "be have get see show tell remember remind ask know look learn let make give take keep allow support include offer handle recognise recognize detect collect count sum warn notify suggest recommend understand speak say hear play work appear pop come become stay default respect ignore honour honor vibrate light beep group sort summarise summarize calculate translate highlight point go pause start stop send open close vibrate ring flash blink scroll zoom wake buzz fade adapt follow load run count wait learn skip repeat refresh lock expire carry contain match fit react respond reach reflect turn receive arrive convert use need charge pay refund find require choose decide nudge weigh measure round accept switch change move print hide pick blur gray grey dim hush randomise randomize shuffle snooze annotate compare combine forward resend nudge postpone reschedule loop reorder pin leave submit practise practice undo mark stack dictate exchange trade erase teach opt exclude restrict reserve preset override"
    .split(" "),
);
const SUBJECT_WORDS_MAX = 5;

/** Whether a word is a verb that a wish may be told with. */
export function isWishVerb(word: string): boolean {
  return isAction(word) || MORE_VERBS.has(word);
}

const OBJECT =
  /^(?:a|an|the|my|our|your|this|that|these|all|each|every|several|more|it|me|us|them)$/;
// "view for coaches" and "report by week" are things, "filter by size" may be told as done.
const MOVED = /^(?:export|import|search|filter|sort|share|play|switch|scroll|pay|sign|print)$/;
const PLACED = /^(?:to|from|in|into|by|with|without)$/;

/** "undo for deleted bookings": a thing. */
const NAMES_TOO = /^(?:undo|redo|export|import|filter|backup|login|lock|pause|snooze|repeat)$/;

/** Whether a text starts with what is to be done: "edit, not just delete", "split the bill". */
export function isCommanding(text: string): boolean {
  const [, verb = "", comma, object = ""] = /^(\w+)(?:(,)| (\w+))/.exec(text.toLowerCase()) ?? [];
  if (verb === "spectate") return true;
  if (object === "for" && NAMES_TOO.test(verb)) return false;
  if (!isWishVerb(verb) || verb !== baseForm(verb)) return false;
  return comma !== undefined || OBJECT.test(object) || MOVED.test(verb) && PLACED.test(object);
}

function isBase(word: string): boolean {
  return MORE_VERBS.has(word) || isAction(word) && baseForm(word) === word;
}

/** Splits "athletes check in by code" before its verb, a base form. */
export function splitSubject(text: string): { subject: string; rest: string } | null {
  const { words } = phraseOf(text);
  const first = words[0]?.lower ?? "";
  const from = /^(?:the|a|an|my|our|your|this|these|all|each|every|us)$/u.test(first) ? 2 : 1;
  for (let at = from; at < Math.min(words.length, SUBJECT_WORDS_MAX); at++) {
    const word = words[at];
    if (word === undefined) break;
    if (isBase(word.lower) || word.lower === "to") {
      const start = word.lower === "to" ? words[at + 1]?.start ?? word.end : word.start;
      return { subject: text.slice(0, word.start).trim(), rest: text.slice(start) };
    }
  }
  return null;
}
