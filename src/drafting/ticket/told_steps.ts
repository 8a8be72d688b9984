/**
 * Steps told in prose: "when I open A and tap B", "I did A, then B, and got C",
 * "waking the laptop leaves me without a network".
 *
 * @module
 */
import { isAction } from "../english/actions.ts";
import { actionStart, opensWithAction, readActions } from "../english/action_list.ts";
import { baseForm } from "../english/base_form.ts";
import { isClause, isDeterminer } from "../english/clause_shape.ts";
import { gapBefore, part, type Phrase, phraseOf } from "../english/words.ts";
import { backgroundCost } from "../message/background.ts";
import type { Statement } from "../message/message_parts.ts";
import { type Split, splitTrigger } from "../message/triggers.ts";
import { doingAsSubject } from "./doing_subject.ts";
import { FAILING, STEPS_HEADING } from "./listed_steps.ts";
import { behindConjunction, leadingDoings } from "./leading_doings.ts";
import { isNoStep, isOutside } from "./not_a_step.ts";
import { VOCABULARY } from "../../rules/vocabulary.ts";

const STEPS_LINE =
  /^(?:(?:the )?steps?(?: to reproduce(?: it| this)?)?|(?:how )?to (?:reproduce|repeat|see|trigger)(?: it| this)?|repro(?:duction)?(?: steps)?|what i (?:do|did))\s*(?::|=| - )\s*(.{3,})$/i;
/** What one does in the product after all, where the same sentence tells what came of it. */
const BOUGHT = /^(?:bought|ordered|paid)\b/i;
/** What came of steps that are told. */
const OUTCOME =
  /\b(?:no\w*|never|only|still|says?|shows?|offers?|gets?|gone|empty|blank)\b|n['’]t\b/i;
/** The way that works: "it goes through", "it works at once". */
const WORKS =
  /^(?:and )?(?:it|that) (?:opens(?=\W*$| (?:fine|again|at once|normally|right away|without))|goes green\b)|^(?:then )?(?:it|that|this|everything|all|the [\w -]{2,30}?) (?:(?:just )?works?|worked|goes through|went through|came|comes? (?:up|back)|is (?:fine|ok|okay|right|correct)|shows? (?:the )?(?:right|correct))\b(?! (?:up )?(?:wrong|empty|blank|with|as|twice|in|out)\b)|\bworks? (?:immediately|at once|fine|again|perfectly)\b|(?:and|it) works\b|puts? it right|\breal (?:figure|number|value)\b/i;
const NEGATED = /\b(?:not|no|never|nothing|only|but|still)\b|n['’]t\b/i;
const STORY_STATEMENTS = 9;

/** The steps that sentences tell, in order. */
export function toldSteps(
  statements: readonly Statement[],
  fault: number | null,
): readonly Phrase[] {
  const steps: Phrase[] = [];
  for (const statement of statements) {
    const { index } = statement;
    const phrase = withoutThen(statement.phrase);
    const line = STEPS_LINE.exec(phrase.text)?.[1];
    if (line !== undefined) {
      // "Settings > Profile" is one way, not two steps.
      return splitSteps(line).filter((piece) => /\p{L}/u.test(piece)).map((piece) =>
        phraseOf(piece.replace(/^(?:and|then|i)\s+/i, ""))
      ).filter((piece) => !isOutcome(piece));
    }
    if (isWish(statement)) continue;
    const split = splitTrigger(phrase);
    if (isOtherWay(split)) continue;
    const after = fault !== null && index > fault;
    const procedure = narrated(phrase);
    if (procedure.length > 1) {
      steps.push(...procedure.filter(({ text }) => !isOutside(text)));
      continue;
    }
    const own = index === fault;
    if (!own && (seeksHelp(statement) || backgroundCost(statement, true) > 0)) continue;
    // In a long story most of what was done is no way to the fault.
    const [matter = ""] = phrase.text.split(" because ", 1);
    if (statements.length > STORY_STATEMENTS && !FAILING.test(matter)) continue;
    steps.push(
      ...stepsOfSentence(phrase, split, after).filter(({ text }) =>
        !isOutside(text) || own && BOUGHT.test(text)
      ),
    );
  }
  return steps;
}

/** "Then open it again": the doing begins behind it. */
function withoutThen(phrase: Phrase): Phrase {
  const then = /^(?:then|next|finally)$/.test(phrase.words[0]?.lower ?? "");
  return then && actionStart(phrase.words, 1) === 1 ? part(phrase, 1) : phrase;
}

/** "and the engine quits": what came of the steps. */
function isOutcome(piece: Phrase): boolean {
  return isDeterminer(piece.words[0]?.lower ?? "") && isClause(piece, 0);
}

function isWish({ phrase, bug_weight, wish_weight }: Statement): boolean {
  return /\b(?:would|could|should|wish|please)\b/i.test(phrase.text) && bug_weight <= wish_weight;
}

/** "If I choose delivery, it goes through": what leads to no fault. */
function isOtherWay({ trigger, main }: Split): boolean {
  const result = main.text.replace(OF_THE_WAY, "");
  return trigger !== null && WORKS.test(result) && !NEGATED.test(result);
}

/** "it works, but that's deprecated": what speaks against the way, not of what came of it. */
const OF_THE_WAY = /,? (?:but|though) (?:that|this) ?(?:['’]s|is|costs|takes)\b.*$/iu;

/** "I go to A, tick B and press C": told as one does it, wherever it stands. */
function narrated(phrase: Phrase): readonly Phrase[] {
  if (isNoStep(phrase)) return [];
  const doer = /^(?:first,? |then,? |next,? |now )?(?:i|you|we) /i.test(phrase.text);
  if (!doer && !opensWithAction(phrase)) return [];
  const { actions } = readActions(phrase);
  const first = actions[0]?.words[0]?.lower ?? "";
  return baseForm(first) === first && !HABIT.test(phrase.text) ? actions : [];
}

/** "I've changed the dome and it is the same": told of what was done about it. */
const HAS_TRIED = /^(?:i|we)(?:['’]ve| have)\b(?! to\b)/i;
const HABIT =
  /\b(?:had|have|has) to\b|\b(?:every|each) (?:day|week|month|morning|evening|year|time)\b|\b(?:usually|always|often|now|by hand)\b/i;

/** "I did the following: opened the builder, added three exercises, pressed Save. Then the manager approves." */
export function announcedSteps(statements: readonly Statement[]): readonly Phrase[] {
  for (const { phrase, index } of statements) {
    const colon = phrase.words.findIndex((_, at) => /:\s/u.test(gapBefore(phrase, at)));
    if (colon < 1 || !STEPS_HEADING.test(phrase.text.slice(0, phrase.words[colon]?.start))) {
      continue;
    }
    const rest = part(phrase, colon);
    const read = readActions(rest, 0, true);
    if (read.actions.length === 0) continue;
    const others = statements.slice(index + 1).map((one) => one.phrase);
    const end = others.findIndex(({ words }) => words[0]?.lower !== "then");
    const then = others.slice(0, end < 0 ? others.length : end);
    return [
      ...read.actions,
      ...[part(rest, read.end), ...then].flatMap((piece) => doneByPerson(piece) ?? []),
    ];
  }
  return [];
}

const PERSON_WITHIN_WORDS = 4;
const PEOPLE: ReadonlySet<string> = new Set(
  `${VOCABULARY.people} ${VOCABULARY.person} ${VOCABULARY.role} ${VOCABULARY.family}`.split(" "),
);

/** "and my colleague Bao accepts it on his phone": a step that somebody else does. */
export function doneByPerson(phrase: Phrase): Phrase | null {
  let from = 0;
  while (/^(?:and|then)$/.test(phrase.words[from]?.lower ?? "")) from++;
  const told = part(phrase, from);
  const near = told.words.slice(0, PERSON_WITHIN_WORDS);
  const person = near.findIndex(({ lower }) => PEOPLE.has(lower));
  const acts = told.words.slice(person + 1, person + 1 + VERB_WITHIN_WORDS)
    .some(({ lower }) => isAction(lower));
  return person >= 0 && acts && !FAILING.test(told.text) ? told : null;
}

function doneByOne(phrase: Phrase): readonly Phrase[] {
  const step = doneByPerson(phrase);
  return step === null ? [] : [step];
}

function stepsOfSentence(phrase: Phrase, split: Split, after: boolean): readonly Phrase[] {
  if (isNoStep(phrase)) return [];
  const { trigger, actions, main } = split;
  // "I share it with the basses, and nobody gets it" is told again, "I closed it" came after.
  if (after && HAS_TRIED.test(phrase.text)) return [];
  const again = actions.length > 0 && OUTCOME.test(main.text) && !HABIT.test(phrase.text);
  if (after && !isTriggered(phrase) && !again) return [];
  if (actions.length > 0) return actions;
  const way = menuWay(phrase);
  if (way > 0) return [part(phrase, 0, way), ...readActions(part(phrase, way)).actions];
  const doing = doingAsSubject(phrase);
  if (doing !== null) return doing;
  if (opensWithAction(phrase)) return readActions(phrase).actions;
  const leading = leadingDoings(phrase);
  const behind = leading.length > 0 ? leading : behindConjunction(phrase).flatMap(doneByOne);
  if (behind.length > 0) return behind;
  if (trigger !== null) return doneByOthers(trigger);
  // "It just doesn't work: pick any month, press Export, get an empty file."
  const colon = /:\s+(?=\S)/u.exec(phrase.text);
  if (colon !== null) {
    const rest = phraseOf(phrase.text.slice(colon.index + colon[0].length));
    const { actions: listed } = readActions(rest);
    if (listed.length > 1 && opensWithAction(rest)) return listed;
  }
  return [];
}

/** "Settings > Export > PDF gives a blank file": where the way through the menus ends; 0 where there is none. */
function menuWay(phrase: Phrase): number {
  const last = phrase.words.findLastIndex((_, at) => at > 0 && /[>→]/u.test(gapBefore(phrase, at)));
  const from = /^(?:in|on|under|at)$/.test(phrase.words[0]?.lower ?? "") ? 1 : 0;
  const first = phrase.words[from];
  const capital = first !== undefined && /^\p{Lu}/u.test(phrase.text.slice(first.start));
  return last > from && last < MENU_WORDS_MAX && capital ? last + 1 : 0;
}

const MENU_WORDS_MAX = 8;
const VERB_WITHIN_WORDS = 4;

/** "when she opens the chart and I open the same one": a step for each. */
function doneByOthers(trigger: Phrase): readonly Phrase[] {
  const starts = [0];
  for (let at = 1; at < trigger.words.length; at++) {
    if (trigger.words[at - 1]?.lower === "and" && isClause(trigger, at)) starts.push(at);
    const then = trigger.words[at - 1]?.lower === "then" && trigger.words[at - 2]?.lower === "and";
    if (then && isClause(trigger, at)) starts.push(at);
  }
  const pieces = starts.map((start, index) => {
    let end = starts[index + 1] ?? trigger.words.length;
    while (/^(?:and|then)$/.test(trigger.words[end - 1]?.lower ?? "")) end--;
    return part(trigger, start, end);
  });
  const acting = pieces.every(({ words }) =>
    words.slice(1, 1 + VERB_WITHIN_WORDS).some(({ lower }) => isAction(lower))
  );
  // "when my wife logs in on the tablet": one step, of a person.
  return acting && (pieces.length > 1 || pieces.every((piece) => doneByPerson(piece) !== null))
    ? pieces
    : [];
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

function seeksHelp({ sentence }: Statement): boolean {
  return sentence?.fired.some(({ rule }) => rule === "background/help_sought") ?? false;
}
