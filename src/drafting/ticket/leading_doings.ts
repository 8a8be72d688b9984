/**
 * What is done in a part of a sentence that only leads to the fault: "crash
 * when rotating a cabinet", "guests who scroll down and then tap Book see …",
 * "it only happens if the bill was split first".
 *
 * @module
 */
import { actionStart, laterStart, readActions } from "../english/action_list.ts";
import { isAction, isAttempt } from "../english/actions.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { isDeterminer } from "../english/clause_shape.ts";
import { isGerund } from "../english/verb_forms.ts";
import { conjunctionAt } from "../message/conjunction.ts";
import { gapBefore, part, type Phrase, phraseOf, posOf } from "../english/words.ts";

/** What one does all day: it leads to nothing by itself. */
const LASTING = new Set(
  "use work drive ride walk run play watch read listen talk speak sleep wait try look see have be do get go start stop hold pay follow need want charge cook stand sit travel cycle hike swim fly sail"
    .split(" "),
);

/** The doings that lead to the fault of a sentence; none where it tells none so. */
export function leadingDoings(phrase: Phrase): readonly Phrase[] {
  const doing = doingBehind(phrase);
  if (doing.length > 0) return doing;
  const others = doneByWhom(phrase);
  return others.length > 0 ? others : conditionTold(phrase);
}

/** "Crash | when rotating a grouped cabinet with R": what is done there, one step. */
function doingBehind(phrase: Phrase): readonly Phrase[] {
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
function conditionTold({ text }: Phrase): readonly Phrase[] {
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
function doneByWhom(phrase: Phrase): readonly Phrase[] {
  const who = phrase.words.findIndex(({ lower }) => lower === "who");
  const plural = phrase.words[who - 1]?.lower.endsWith("s") ?? false;
  if (who < 1 || who > WHO_WITHIN_WORDS || !plural) return [];
  const start = who + 1;
  if (actionStart(phrase.words, start) !== start) return [];
  const end = phrase.words.findIndex((word, at) =>
    at > start + 1 && posOf(word) === "VERB" && baseForm(word.lower) === word.lower &&
    !isAction(word.lower) && !/^(?:then|and)$/.test(phrase.words[at - 1]?.lower ?? "")
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
