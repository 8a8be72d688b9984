/**
 * Plans a letter before it is worded: what was understood, who takes it up,
 * what comes next, what the one question is.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import type { Intent } from "../../triage/domain/intent.ts";
import { TICKET_ID_MARK } from "../../triage/domain/reply.ts";
import { answerOf } from "../catalog/page_answer.ts";
import { questionFor } from "./asked_by_situation.ts";
import { crisisSentence } from "./crisis_sentence.ts";
import { factsOf, type LetterFacts } from "./letter_facts.ts";
import { groundOf, isSoftware } from "./ground.ts";
import { aspectOf, letterSituation } from "./letter_situation.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { type Drafted, matterOf } from "./matter.ts";
import { otherMatter } from "./other_matter.ts";
import { isQuestion } from "./telling_statement.ts";
import { rightOf } from "./right.ts";
import type { LetterPlan, Slots } from "./word_letter.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { asksSomething } from "../message/praise.ts";
import type { Harm } from "../ticket/harm.ts";
import { listed } from "../english/rewording.ts";

const AHEAD: ReadonlySet<Harm> = new Set<Harm>([
  "safety",
  "security",
  "data_loss",
  "total_loss",
  "outage",
]);
const WORDING =
  /\b(?:typo|spell\w*|misspel\w*|spelt|wording|grammar|translat\w*|letter|comma|word)\b/i;
const PAYMENT =
  /\b(?:charg(?:ed?|es|ing)|debited|billed|invoices?d?|overcharged|refund\w*|payment|paid|deducted|took|taken|bought|purchased)\b/i;
/** We hold the account: no phone and no steps tell us why. */
const ACCOUNT_HELD =
  /\baccounts?\b.{0,25}\b(?:frozen|banned|suspended|blocked|locked|disabled)|\b(?:i['’]?m|i am|got|been) banned|profile was removed/i;
const REQUEST =
  /\b(?:please|i(?:['’]d| would) like|we(?:['’]d| would) like|i want|we want|i need|we need|send me|let (?:me|us) know|to know (?:if|whether|how|what|when|where|why|which)|(?:wondering|wonder) (?:if|whether|how))\b/i;
const GIVEN_MAX = 3;

/** Plans the letter. */
export function planLetter(context: DraftContext, drafted: Drafted): LetterPlan {
  const { request, text } = context;
  const situation = letterSituation(context);
  const facts = factsOf(context);
  const steps = (drafted.ticket?.ticket.reproduction_steps.length ?? 0) > 0;
  const aspect = aspectOf(situation, context);
  const state: LetterState = {
    type: request.intent,
    situation,
    aspect,
    review: request.review.required,
    steps,
    asks: questionFor(situation, {
      text,
      facts,
      steps,
      ground: groundOf(text, context.product),
      hazard: aspect === "hazard",
      reasoned: drafted.requirement?.reasoned ?? false,
      ...limits(text, drafted.ticket?.weighed.harm),
    }),
    pages: pagesOf(drafted.resources),
    wants_answer: asksSomething(text) || REQUEST.test(text) ||
      context.parts.statements.some(isQuestion),
    mood: moodOf(context),
    ahead: drafted.ticket !== undefined &&
      (AHEAD.has(drafted.ticket.weighed.harm) || drafted.ticket.ticket.priority === "Urgent"),
    reasoned: drafted.requirement?.reasoned ?? false,
    other: otherOf(context),
  };
  return { state, slots: slotsOf(context, drafted, state, facts), key: request.document.text };
}

/** What makes steps and devices worth no question. */
function limits(text: string, harm: Harm | undefined) {
  const payment = harm === "money" && PAYMENT.test(text);
  const held = harm === "blocked" && ACCOUNT_HELD.test(text);
  const everywhere = payment || held || harm === "cosmetic" && WORDING.test(text);
  return { payment, held, everywhere };
}

function pagesOf(resources: readonly Resource[] = []): LetterState["pages"] {
  return resources.length === 0 ? "none" : resources.length === 1 ? "one" : "several";
}

function moodOf({ request: { review: { reasons } } }: DraftContext): LetterState["mood"] {
  if (reasons.includes("language_not_supported")) return "foreign";
  if (reasons.includes("escalation")) return "upset";
  return reasons.includes("person_requested") ? "wants_person" : "calm";
}

const OTHERS: readonly Intent[] = ["bug_report", "feature_request", "general_inquiry"];

function otherOf({ request: { intent, secondary } }: DraftContext): LetterState["other"] {
  return OTHERS.find((other) => other !== intent && secondary.includes(other)) ?? "none";
}

function slotsOf(
  context: DraftContext,
  drafted: Drafted,
  state: LetterState,
  facts: LetterFacts,
): Slots {
  const { matter, statement, said } = matterOf(context, drafted, state);
  const slots: { -readonly [Name in keyof Slots]: string } = {
    ...matter,
    thing: context.thing,
    system: isSoftware(context.product) ? context.thing : "our systems",
  };
  const put = (slot: keyof Slots, value: string | null | undefined) => {
    if (value !== null && value !== undefined) slots[slot] = value;
  };
  const unsaid = (fact: string | null) => fact !== null && !said.includes(fact.toLowerCase());
  if (state.type !== "general_inquiry") slots.id = TICKET_ID_MARK;
  put("given", givenOf(facts, state, unsaid));
  if (unsaid(facts.tried)) put("tried", facts.tried);
  if (unsaid(facts.deadline)) put("deadline", facts.deadline);
  if (state.asks === "device") put("device", deviceOf(context));
  if (state.situation === "privacy_request") put("right", rightOf(context.text));
  if (state.situation === "self_harm") put("crisis", crisisSentence(context));
  if (state.other !== "none") put("other", otherMatter(context, statement, state.other));
  if (state.pages !== "none") put("page", linesOf(drafted.resources));
  return slots;
}

/** Situations in which a device says nothing. */
const WITH_DEVICE: ReadonlySet<LetterSituation> = new Set(["fault", "outage", "foreign"]);

/** What was told beside the matter itself, as a list. */
function givenOf(
  { references, amounts, dates, devices }: LetterFacts,
  { situation }: LetterState,
  unsaid: (fact: string) => boolean,
): string | null {
  const all = [
    ...references,
    ...amounts,
    ...dates,
    ...(WITH_DEVICE.has(situation) ? devices : []),
  ].filter(unsaid);
  return all.length === 0 ? null : listed([...new Set(all)].slice(0, GIVEN_MAX));
}

function deviceOf({ product, text }: DraftContext): string {
  const name = product ?? "";
  if (
    /\b(?:portal|web|site|website)\b/i.test(name) || /\b(?:browser|website|web page)\b/i.test(text)
  ) {
    return "which browser you use, and in which version";
  }
  if (/\bapp|mobile\b/i.test(name) || /\b(?:app|phone)\b/i.test(text)) {
    return "which phone or tablet you use, and which version of the app";
  }
  return "which device you use, and in which version";
}

function linesOf(resources: readonly Resource[] = []): string {
  const links = resources.map(({ title, url }) => `- ${title}: ${url}`).join("\n");
  const answer = answerOf(resources);
  return answer === "" ? links : `${links}\n\n${answer}`;
}
