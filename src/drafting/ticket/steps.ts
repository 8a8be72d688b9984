/**
 * Steps to reproduce, from the customer's own words only: numbered and
 * bulleted lists, "steps to reproduce" lines, "when I … and …", "after …",
 * "I pressed …". Where the customer gave none there are none.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { isAction } from "../english/actions.ts";
import { backgroundCost } from "../message/background.ts";
import { isCommand, withoutPrompt } from "../english/command.ts";
import type { ListItem, MessageParts, Statement } from "../message/message_parts.ts";
import { actionStart, opensWithAction, readActions } from "../english/action_list.ts";
import { isAuxiliary } from "../english/clause_shape.ts";
import { splitTrigger } from "../message/triggers.ts";
import { baseForm } from "../english/base_form.ts";
import { isBalanced } from "../english/gate.ts";
import { isGerund } from "../english/verb_forms.ts";
import { part, type Phrase, phraseOf } from "../english/words.ts";

const STEPS_HEADING =
  /\b(?:steps?|reproduc\w*|repro|repeat|how to (?:see|get|trigger)|what i (?:do|did)|i (?:do|did) the following|do this|procedure|sequence|in this order)\b/i;
const STEPS_LINE =
  /^(?:(?:the )?steps?(?: to reproduce(?: it| this)?)?|(?:how )?to (?:reproduce|repeat|see|trigger)(?: it| this)?|repro(?:duction)?(?: steps)?|what i (?:do|did))\s*(?::|=| - )\s*(.{3,})$/i;
const FAILING =
  /\b(?:crash|freez|hang|fail|error|nothing|never|doesn't|does not|can't|cannot|won't|isn't|not |is gone|empty|blank|wrong|stuck|spins|disappear)/i;
/** Done outside of the product, or in an earlier exchange with us. */
const OUTSIDE =
  /\bby hand\b|^(?:walk|ride|drive|run|went|sleep|slept|put the|put it back)\w*\b.{0,30}(?:dog|home|back|work|car|shop|town|bed|sleep)\b|^open(?:ed)? an? (?:ticket|case)\b|^moved? (?:from|house|flats)\b|^report (?:something|this|an?)\b|^(?:upload|submit|send|sent)\w* (?:the |my |our |all |you |two |three |\d+ )*(?:documents?|papers?|passport|customers|clients|ids?|certificates?|proof)\b|^(?:bought|ordered|paid|rang|called|phoned|swapped it|unplugged)\b/i;
/** What came of steps that are told. */
const OUTCOME =
  /\b(?:no\w*|never|only|still|says?|shows?|offers?|gets?|gone|empty|blank)\b|n['’]t\b/i;
const STORY_STATEMENTS = 9;

/**
 * The steps a customer gave, in order, in their words. Empty where they gave none.
 *
 * @param fault Which statement names the fault: what was done after it is no way to it.
 */
export function stepsOf(parts: MessageParts, fault: number | null): readonly string[] {
  const listed = listedSteps(parts.items);
  const phrases = listed.length > 0 ? listed : toldSteps(parts.statements, fault);
  const steps: string[] = [];
  for (const phrase of phrases) {
    const step = tidyStep(phrase.text);
    if (step !== "" && !steps.includes(step)) steps.push(step);
    if (steps.length === REPLY_LIMITS.steps) break;
  }
  return steps;
}

function listedSteps(items: readonly ListItem[]): readonly Phrase[] {
  const lists = new Map<number, ListItem[]>();
  for (const item of items) lists.set(item.list, [...(lists.get(item.list) ?? []), item]);
  for (const list of lists.values()) {
    const first = list[0];
    if (first === undefined || list.length < 2) continue;
    const acting = list.filter((item) => isStepItem(item.phrase));
    const announced = STEPS_HEADING.test(first.heading);
    const mostly = acting.length * 2 >= list.length;
    if (!mostly && !(announced && acting.length > 0)) continue;
    const questions = list.filter((item) => item.phrase.text.trimEnd().endsWith("?")).length;
    if (questions * 2 > list.length) continue;
    return list.filter((item, index) =>
      isStepItem(item.phrase) ||
      !(FAILING.test(item.phrase.text) && index === list.length - 1) &&
        !/^(?:expected|actual|result|observed)\b/i.test(item.phrase.text)
    ).map((item) => item.phrase);
  }
  return [];
}

function isStepItem(phrase: Phrase): boolean {
  return actionStart(phrase.words, 0) !== null || isCommand(phrase.text);
}

function toldSteps(statements: readonly Statement[], fault: number | null): readonly Phrase[] {
  const announced = announcedSteps(statements);
  if (announced.length > 1) return announced;
  const steps: Phrase[] = [];
  for (const statement of statements) {
    const { phrase } = statement;
    const line = STEPS_LINE.exec(phrase.text)?.[1];
    if (line !== undefined) {
      // "Settings > Profile" is one way, not two steps.
      return splitSteps(line).filter((piece) => /\p{L}/u.test(piece)).map((piece) =>
        phraseOf(piece.replace(/^(?:and|then|i)\s+/i, ""))
      );
    }
    if (
      /\b(?:would|could|should|wish|please)\b/i.test(phrase.text) &&
      statement.bug_weight <= statement.wish_weight
    ) continue;
    if (seeksHelp(statement) || backgroundCost(statement, true) > 0) continue;
    // In a long story most of what was done is no way to the fault.
    const [matter = ""] = phrase.text.split(" because ", 1);
    if (statements.length > STORY_STATEMENTS && !FAILING.test(matter)) continue;
    const after = fault !== null && statement.index > fault;
    steps.push(...stepsOfSentence(phrase, after).filter(({ text }) => !OUTSIDE.test(text)));
  }
  return steps;
}

/** "I did the following: opened the builder, added three exercises, pressed Save." */
function announcedSteps(statements: readonly Statement[]): readonly Phrase[] {
  for (const { phrase: { text } } of statements) {
    const colon = text.indexOf(": ");
    if (colon < 0 || !STEPS_HEADING.test(text.slice(0, colon))) continue;
    const rest = phraseOf(text.slice(colon + 2));
    if (isStepItem(rest)) return readActions(rest).actions;
  }
  return [];
}

/** "Stop it!" is said to us. */
const TOLD_TO_US =
  /^(?:please |just )?\w+ your\b|^(?:please |just |so )?(?:stop|fix|change|remove|sort|undo|restore|return|go|get|give|make|keep|put)\s+(?:it|this|that|me|us|my|back|that back|on|up)\b.{0,24}$/i;

function stepsOfSentence(phrase: Phrase, after: boolean): readonly Phrase[] {
  if (TOLD_TO_US.test(phrase.text)) return [];
  const { actions, main } = splitTrigger(phrase);
  // "I share it with the basses, and nobody gets it" is told again, "I closed it" came after.
  if (after && !isTriggered(phrase) && !(actions.length > 0 && OUTCOME.test(main.text))) return [];
  if (actions.length > 0) return actions;
  const first = phrase.words[0];
  if (first === undefined) return [];
  if (isGerund(first.lower) && isAction(first.lower)) {
    if (isAuxiliary(phrase.words[1]?.lower ?? "")) return [];
    const end = subjectEnd(phrase);
    return end === null ? [] : [part(phrase, 0, end)];
  }
  if (opensWithAction(phrase) || tellsOfDoing(phrase)) return readActions(phrase).actions;
  // "It just doesn't work: pick any month, press Export, get an empty file."
  const colon = /:\s+(?=\S)/u.exec(phrase.text);
  if (colon !== null) {
    const rest = phraseOf(phrase.text.slice(colon.index + colon[0].length));
    const { actions: listed } = readActions(rest);
    if (listed.length > 1 && opensWithAction(rest)) return listed;
  }
  return [];
}

/** "When I open it again": told as what leads to it, not as what was done once. */
function isTriggered({ text }: Phrase): boolean {
  return /\b(?:when(?:ever)?|if|once|every ?time|each time|as soon as|after|while)\b|:\s/i.test(
    text,
  );
}

/** The pieces of a line of steps; a quotation is not cut. */
function splitSteps(line: string): string[] {
  const quoted: string[] = [];
  const masked = line.replace(/"[^"]*"|“[^”]*”/gu, (all) => `\ue000${quoted.push(all) - 1}\ue000`);
  return masked.split(/\s*(?:,|;|->|→|>(?!\s*\p{Lu})|\band then\b|\bthen\b)\s*/u).map((piece) =>
    piece.replace(/\ue000(\d+)\ue000/gu, (_all, at: string) => quoted[Number(at)] ?? "")
  );
}

/** "I exported the list": told as done, by a verb that is a step and no habit. */
function tellsOfDoing(phrase: Phrase): boolean {
  if (!/^(?:i|we|i've|we've)$/u.test(phrase.words[0]?.lower ?? "")) return false;
  const start = actionStart(phrase.words, 0);
  const verb = start === null ? "" : phrase.words[start]?.lower ?? "";
  return DONE_IN_A_PROGRAM.has(baseForm(verb)) && baseForm(verb) !== verb;
}

const DONE_IN_A_PROGRAM = new Set(
  ("press click tap open select choose enter type upload download export import save request merge move share fill submit log sign scan drag delete " +
    "create change switch update install connect pair restore edit add remove assign invite rename paste copy duplicate mark tick enable disable set")
    .split(" "),
);

function seeksHelp({ sentence }: Statement): boolean {
  return sentence?.fired.some(({ rule }) => rule === "background/help_sought") ?? false;
}

/** Verbs and adverbs behind a doing that is a subject. */
const ENDS_SUBJECT = new Set(
  ("is are was were does doesn't do can can't cannot has never no always only still just result results lead leads leave leaves " +
    "make makes give gives fail fails crash crashes freeze freezes hang hangs take takes return returns show shows turn turns create creates " +
    "delete deletes open opens bring brings work works throw throws cause causes stop stops lag lags produce produces end ends close closes " +
    "remove removes jump jumps send sends reset resets put puts lose loses break breaks kill kills wipe wipes erase erases stay stays didn't won't doesnt")
    .split(" "),
);

/** Where the subject "Restoring yesterday's backup" ends and its verb stands. */
function subjectEnd(phrase: Phrase): number | null {
  for (let at = 2; at < phrase.words.length; at++) {
    const word = phrase.words[at];
    if (word === undefined) break;
    const before = phrase.words[at - 1]?.lower ?? "";
    if (["who", "which", "that", "whose", "name", "the", "a", "an"].includes(before)) continue;
    if (ENDS_SUBJECT.has(word.lower)) {
      return word.lower === "no" && phrase.words[at + 1]?.lower !== "longer" ? null : at;
    }
  }
  return null;
}

function tidyStep(text: string): string {
  if (isCommand(text)) return cutAtWord(withoutPrompt(text), REPLY_LIMITS.step_characters);
  const step = text.replace(/^[\s,;:.–—-]+|[\s,;:.!?–—-]+$/gu, "").replace(
    /^(?:then|and|now|first)\s+/i,
    "",
  ).replace(/\s(?:then|to see (?:why|if|whether|what|how))$/i, "").replace(/\s\([^()]*$/u, "");
  if (step === "" || !isBalanced(step)) return "";
  const cut = cutAtWord(step, REPLY_LIMITS.step_characters);
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}
