/**
 * Steps told in prose: the clauses that likely tell a doing on the way to the
 * fault, in order, each as the customer said it, without what joins it to the
 * one before and without "I".
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/text/document.ts";
import { isAction, isAttempt } from "../english/actions.ts";
import { isVerbTag } from "../english/words.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { holdsWord } from "../message/holds_word.ts";
import { ROLES } from "../message/role_names.ts";
import type { RoleClause } from "../message/roles.ts";
import { STEPS_HEADING } from "./listed_steps.ts";
import { beginsAnew, conjunctionLength } from "./title_stretch.ts";

/**
 * From so much on a clause that has the form of a doing is a step, and any
 * other. A doing that "when" or "after" makes the way to something is one,
 * as far as it likely tells of the fault. Chosen on 40 faults of a writer from
 * whom nothing was learnt and on fixtures/drafts.jsonl: with lower ones (.45,
 * .6, .1; .25, .55) one step more of 55 is found there and four more are made up.
 */
const STEP_FROM = { doing: 0.55, other: 0.7, opened: 0.3 } as const;
const WAY_FROM = { action: 0.4, other: 0.7 } as const;
/** From so much on what is done in front of a clause leads to it. */
const FAULT_FROM = 0.3;
const LEAST_WORDS = 2;
/** What joins a doing to the one before it. */
const JOINTS: ReadonlySet<string> = new Set(
  "and or then but so only now first next also afterwards".split(" "),
);
const DOERS: ReadonlySet<string> = new Set("i we you".split(" "));
/** "I've opened", "I had pressed": the doing is behind it. */
const HAVING: ReadonlySet<string> = new Set("'ve have had 'd ve has".split(" "));
/** What comes to one: nobody can do it again. */
const BEFALLS: ReadonlySet<string> = new Set(
  "see get receive notice spend end have be find hear do wake say".split(" "),
);
/** What a clause on the way to a fault may be taken for. */
const WAY = ["step", "detail", "fault", "expected"] as const;
/** From so much on a clause says something new, though it has not the form of a doing. */
const ANEW = 0.5;

type Telling = Pick<DraftContext, "roles" | "show">;

/** The steps of a message as its clauses tell them, in order. */
export function roleSteps({ roles: { clauses }, show }: Telling): readonly string[] {
  const steps: { readonly start: number; readonly end: number; readonly at: number }[] = [];
  // A chain that begins with a cure is one: "I restarted it, changed the cable, …".
  let barred: Sentence | null = null, announced: Sentence | null = null;
  for (const [at, one] of clauses.entries()) {
    const { clause: { sentence, first, last, end } } = one;
    const begun = beginningOf(sentence.tokens, first, last);
    const before = steps.at(-1);
    if (isAttempt(sentence.tokens[begun.at]?.normal ?? "")) barred = sentence;
    if (isHeading(sentence.tokens, first, last)) announced = sentence;
    if (barred === sentence || sentence.question && announced !== sentence) continue;
    const together = before?.at === at - 1 && clauses[before.at]?.clause.sentence === sentence;
    const goesOn = !begun.doing && !begun.opened && one.anew < ANEW;
    if (goesOn) {
      if (together && likely(one, "step") >= STEP_FROM.doing) {
        steps[steps.length - 1] = { ...before, end, at };
      }
    } else if (isStep(one, begun, announced === sentence, together || leads(clauses, at))) {
      const to = begun.opened ? endOf(sentence.tokens, begun.at, last) : last;
      for (const [from, until] of doingsIn(sentence.tokens, begun.at, to)) {
        const { start = end } = sentence.tokens[from] ?? {};
        steps.push({ start, end: sentence.tokens[until]?.end ?? end, at });
      }
    }
  }
  return steps.map(({ start, end }) => show(start, end));
}

/** Where in a clause what is said begins. */
interface Beginning {
  readonly at: number;
  /** By "when" or "after". */
  readonly opened: boolean;
  /** With somebody who does something, or with what is done. */
  readonly doing: boolean;
}

function beginningOf(tokens: readonly Token[], first: number, last: number): Beginning {
  let at = first, opened = false;
  for (let joint = 1; joint > 0 && at < last; at += joint) {
    const { text = "", normal = "" } = tokens[at] ?? {};
    const opening = conjunctionLength(tokens, at);
    opened ||= opening > 0;
    joint = opening > 0 ? opening : JOINTS.has(normal) || !holdsWord(text) ? 1 : 0;
  }
  const doer = doerFrom(tokens, at, last);
  if (doer < 0) return { at, opened, doing: isDoing(tokens[at]) };
  at = doer + 1;
  if (HAVING.has(tokens[at]?.normal ?? "") && tokens[at + 1]?.pos === "VERB") at++;
  return { at, opened, doing: true };
}

/** "In the evening | I press Stop": where the doer stands; -1 where none does. */
function doerFrom(tokens: readonly Token[], from: number, last: number): number {
  for (let at = from; at <= last; at++) {
    const { normal = "", pos = "" } = tokens[at] ?? {};
    if (DOERS.has(normal)) return at;
    if (isVerbTag(pos)) return -1;
  }
  return -1;
}

function isDoing(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { pos, normal, lemma } = token;
  // "and goes off": nobody's doing.
  return (pos === "VERB" || isAction(normal)) && (!normal.endsWith("s") || lemma === normal);
}

/** "Steps to reproduce:" */
function isHeading(tokens: readonly Token[], first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1);
  return words.at(-1)?.text === ":" && STEPS_HEADING.test(words.map(({ text }) => text).join(" "));
}

/** "when I add a hut | the new one is called 5": the last token of what is done. */
function endOf(tokens: readonly Token[], from: number, last: number): number {
  for (let at = from + LEAST_WORDS; at < last; at++) {
    if (beginsAnew(tokens, at, last)) return at - 1;
  }
  return last;
}

/** "enter my password | and click login": the doings of a clause that the tagger saw one verb in. */
function doingsIn(tokens: readonly Token[], from: number, last: number): [number, number][] {
  const doings: [number, number][] = [];
  let first = from;
  for (let at = from + LEAST_WORDS; at < last; at++) {
    const next = tokens[at + 1]?.normal ?? "";
    if (tokens[at]?.pos === "CCONJ" && isAction(next) && !next.endsWith("s")) {
      doings.push([first, at - 1]);
      first = at + 1;
    }
  }
  return [...doings, [first, last]];
}

/** "I exported the list | and the file is empty": the fault follows in the same sentence. */
function leads(clauses: readonly RoleClause[], at: number): boolean {
  const next = clauses[at + 1];
  return next !== undefined && next.clause.sentence === clauses[at]?.clause.sentence &&
    likely(next, "fault") >= FAULT_FROM;
}

/** `announced`: "steps:" stands before it; `follows`: it goes on with steps. */
function isStep(
  one: RoleClause,
  { at, opened, doing }: Beginning,
  announced: boolean,
  follows: boolean,
): boolean {
  const { clause: { sentence: { tokens }, last } } = one;
  const words = tokens.slice(at, last + 1);
  if (words.filter(({ text }) => holdsWord(text)).length < LEAST_WORDS) return false;
  if (BEFALLS.has(tokens[at]?.lemma ?? "")) return false;
  if (!doing && !words.some(({ pos }) => isVerbTag(pos))) return false;
  if (doing && announced) return true;
  const step = likely(one, "step");
  if (doing && follows || opened && (doing || step >= STEP_FROM.opened)) {
    const way = WAY.reduce((sum, role) => sum + likely(one, role), 0);
    return way >= (isAction(tokens[at]?.normal ?? "") ? WAY_FROM.action : WAY_FROM.other);
  }
  return step >= (doing ? STEP_FROM.doing : STEP_FROM.other);
}

function likely({ probabilities }: RoleClause, role: typeof ROLES.bug_report[number]): number {
  return probabilities[ROLES.bug_report.indexOf(role)] ?? 0;
}
