/**
 * Plans a letter before it is worded: what was understood, who takes it up,
 * what comes next, what the one question is.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import { questionFor } from "./asked_by_situation.ts";
import { LetterFacts } from "./letter_facts.ts";
import { LetterSlots } from "./letter_slots.ts";
import { aspectOf } from "./aspect.ts";
import { letterSituation } from "./letter_situation.ts";
import { isAngry } from "./failing_words.ts";
import type { LetterState } from "./letter_state.ts";
import type { Drafted } from "./matter.ts";
import type { LetterPlan } from "./word_letter.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { choiceBy } from "../english/rewording.ts";
import type { Harm } from "../ticket/harm.ts";

const AHEAD: ReadonlySet<Harm> = new Set<Harm>([
  "safety",
  "security",
  "outage",
]);
const LOST: ReadonlySet<Harm> = new Set<Harm>(["data_loss", "total_loss"]);
/** What somebody loses that was theirs: "the help is gone" is no loss of data. */
const OWN_DATA =
  /\b(?:data|files?|photos?|pictures?|notes?|chapters?|work|messages?|mails?|folders?|history|backups?|entries|records?|results|progress|documents?|recordings?|playlists?)\b/i;
/** Says by what it comes about. */
const LED =
  /\b(?:when|whenever|whatever|whichever|no matter|as soon as|(?:every|each) time|stop(?:s|ped)? at (?:\w+ )?\d+|(?:every|each|any|all) (?:\w+ ){1,2}(?:with|that|over|under|above|longer|containing))\b/i;

/** Plans the letter. */
export function planLetter(context: DraftContext, drafted: Drafted): LetterPlan {
  const { request, text } = context;
  const situation = letterSituation(context);
  const facts = new LetterFacts(text);
  const aspect = aspectOf(situation, context);
  const harm = drafted.ticket?.weighed.harm;
  const state: LetterState = {
    type: request.intent,
    situation,
    aspect,
    review: request.review.required,
    asks: questionFor(situation, {
      text,
      facts,
      stepless_fault: steplessFault(context, drafted, situation, aspect),
      quiet: NOT_ASKED.has(aspect),
    }),
    pages: pagesOf(drafted.resources),
    mood: moodOf(context),
    ahead: harm !== undefined &&
      (AHEAD.has(harm) || LOST.has(harm) && OWN_DATA.test(text)),
  };
  return {
    state,
    slots: new LetterSlots(context, drafted, state, facts),
    pick: choiceBy(request.document.text),
  };
}

/** How sure it is that a fault was told, and without steps to it. */
function steplessFault(
  { request: { situation: { name, probability } }, text }: DraftContext,
  { ticket }: Drafted,
  situation: LetterState["situation"],
  aspect: LetterState["aspect"],
): number {
  const stepless = ticket?.ticket.reproduction_steps.length === 0 && !LED.test(text);
  const is_fault = name === "fault" && (situation === "fault" || aspect === "trouble");
  return stepless && is_fault ? probability : 0;
}

/** Nothing is asked where it is not sure what to ask of. */
const NOT_ASKED: ReadonlySet<LetterState["aspect"]> = new Set<LetterState["aspect"]>([
  "unsure",
  "misdirected",
  "warm",
]);

function pagesOf(resources: readonly Resource[] = []): LetterState["pages"] {
  return resources.length === 0 ? "none" : resources.length === 1 ? "one" : "several";
}

function moodOf({ request: { review: { reasons } }, text }: DraftContext): LetterState["mood"] {
  if (reasons.includes("escalation") || isAngry(text)) return "upset";
  return reasons.includes("low_margin") ? "unsure" : "calm";
}
