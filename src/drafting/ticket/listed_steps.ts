/**
 * Steps from lists: numbered and bulleted ones, of which most items are things
 * that one can do.
 *
 * @module
 */
import { actionStart, laterStart } from "../english/action_list.ts";
import { isCommand } from "../english/command.ts";
import type { Phrase } from "../english/words.ts";
import type { ListItem } from "../message/list_items.ts";

/** What announces steps. */
export const STEPS_HEADING =
  /\b(?:steps?|reproduc\w*|repro|repeat|try (?:this|it)|how to (?:see|get|trigger|make it)|to (?:get|make|see|trigger|provoke) (?:the|this|it)|how it (?:happens|goes)|here['’]?s how|what (?:i|we) (?:do|did)|(?:i|we) (?:do|did) the following|do this|procedure|scenario|recipe|sequence|in this order)\b/i;
/** Tells of failing. */
export const FAILING =
  /\b(?:crash|freez|hang|fail|error|nothing|never|doesn't|does not|can't|cannot|won't|isn't|not |is gone|empty|blank|wrong|stuck|spins|disappear)/i;
const RESULT_LABEL = /^(?:expected|actual(?:ly)?|result|observed|what happens|instead)\b/i;
/** "Save. Expected: the list": a result in the same item. */
const RESULT_INSIDE = /[.;,–—-]?\s+(?:expected|actual(?:ly)?|result|observed)\s*[:=-].*$/i;

/** The steps of the first list that tells steps; none where no list does. */
export function listedSteps(items: readonly ListItem[]): readonly Phrase[] {
  const lists = new Map<number, ListItem[]>();
  for (const item of items) lists.set(item.list, [...(lists.get(item.list) ?? []), item]);
  for (const list of lists.values()) {
    const first = list[0];
    if (first === undefined || list.length < 2) continue;
    const acting = list.filter(isDoing);
    const announced = STEPS_HEADING.test(first.heading);
    const mostly = acting.length * 2 >= list.length;
    if (!mostly && !(announced && acting.length > 0)) continue;
    const questions = list.filter((item) => item.phrase.text.trimEnd().endsWith("?")).length;
    if (questions * 2 > list.length) continue;
    return list.filter((item, index) =>
      isDoing(item) ||
      !(FAILING.test(item.phrase.text) && index === list.length - 1) &&
        !RESULT_LABEL.test(item.phrase.text)
    ).map((item) => withoutResult(item.phrase));
  }
  return [];
}

/** In a numbered list any verb tells a step: "1) charge to 100%". */
function isDoing({ phrase, numbered }: ListItem): boolean {
  return isStepItem(phrase) || numbered && laterStart(phrase, 0, true) === 0;
}

/** Whether an item of a list or a line is something one can do. */
export function isStepItem(phrase: Phrase): boolean {
  return actionStart(phrase.words, 0) !== null || isCommand(phrase.text);
}

function withoutResult(phrase: Phrase): Phrase {
  const text = phrase.text.replace(RESULT_INSIDE, "");
  return text === phrase.text
    ? phrase
    : { text, words: phrase.words.filter(({ end }) => end <= text.length) };
}
