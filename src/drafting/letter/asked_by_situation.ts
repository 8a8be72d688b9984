/**
 * The one thing worth asking in each situation: the first of its row that was
 * not told already and can matter; where there is none, nothing is asked.
 *
 * @module
 */
import { namesReference } from "../../triage/domain/details.ts";
import { isBrokenOff } from "./broken_off.ts";
import type { LetterFacts } from "./letter_facts.ts";
import type { LetterSituation, Question } from "./letter_state.ts";

/** What the question depends on beside the facts. */
export interface Asking {
  readonly text: string;
  readonly facts: LetterFacts;
  /** How sure it is that a fault was told, and without steps to it; 0 where not, or with steps. */
  readonly stepless_fault: number;
  /** Nothing is asked: it is not sure what it is about, or somebody could be hurt by it. */
  readonly quiet: boolean;
}

/** Which questions may be asked, the one most worth asking first. */
export const ASKED_BY_SITUATION: Readonly<
  Record<LetterSituation, readonly Exclude<Question, "nothing" | "ending">[]>
> = {
  self_harm: [],
  danger: [],
  injury: [],
  account_security: [],
  data_exposed: ["when"],
  security_report: ["weakness_steps"],
  privacy_request: ["account"],
  money: ["payment"],
  refund: ["order"],
  legal: [],
  escalation: [],
  person_requested: ["callback"],
  vulnerable_customer: [],
  press: ["deadline"],
  outage: ["since"],
  cancel: ["contract"],
  change_details: ["account"],
  order_status: ["order"],
  how_to: [],
  policy: [],
  accessibility: [],
  fault: ["steps"],
  plain: ["steps"],
  wish: [],
  praise: [],
  solved: [],
  unsolicited: [],
  automatic: [],
  nothing: ["matter"],
  foreign: [],
};

/** Here the end of a message that broke off is asked for before all else. */
export const ASKED_TO_END: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "nothing",
  "plain",
  "fault",
  "wish",
  "how_to",
  "policy",
  "order_status",
]);

const REACHED =
  /\[(?:phone number|e-mail address)\]|\b(?:same number|my number|this number|after \d|between \d|any ?time|ring me|afternoons?|mornings?|evenings?|on file|you have my)\b/i;
const PAYMENT_NAMED =
  /#\d|\b(?:order|invoice|receipt|payment|booking)\s*(?:no\.?|number)?\s*[:#]?\s*[A-Z]{0,4}-?\d|\bweek \d{1,2}\b/i;
/** It is seen by who looks: nothing is to be found. */
const UNDER_WAY = /\bpending\b/i;
const ACCOUNT_NAMED =
  /\[(?:e-mail address|account number|ID number)\]|\b(?:user ?name|account|login|card|plate|unit|flat|policy|member\w*|customer)\b[^.!?]{0,14}\d|@\w|\d{4,}|\b(?:on|in|under) (?:the|my|her|his|our) names?\b|\b(?:of|for|from) the (?:form|letter) below\b/i;
/** Something that has a number: nobody knows one for a repair or a visit. */
const ORDERED =
  /\b(?:orders?|ordered|parcels?|packages?|deliver\w*|ship\w*|bought|purchas\w*|paid|refund\w*|money back|return\w*|lens|shoes?|item|goods|tracking)\b/i;
const PRESS_TIME = /\b(?:deadline|publish\w*|closes?|by|before|until|on air|goes out)\b/i;

/** A report of that length tells how it is done. */
const TELLING_CHARACTERS = 260;
/** A report of so few characters says no more than that something is wrong. */
const BARE_CHARACTERS = 80;
/** What is a fault can be repeated; parcels, people and goods in pieces never are. */
const LIKELY_FAULT = 0.8;
/** Who wrote more than that told what they know: a question only annoys them. */
const TELLING_LITTLE_CHARACTERS = 160;
/** It came by post or again and again: no hour helps to find it. */
const ON_PAPER = /\b(?:post|paper|letters?|statements?|envelope|(?:second|third|fourth) time)\b/i;

function isNamed({ facts, text }: Asking): boolean {
  return facts.has_reference || ACCOUNT_NAMED.test(text) || namesReference(text);
}

/** Whether a question is worth asking: it was not answered already, and the answer matters. */
const IS_WORTH: Readonly<
  Record<Exclude<Question, "nothing" | "ending">, (asking: Asking) => boolean>
> = {
  steps: ({ stepless_fault, text }) =>
    stepless_fault >= LIKELY_FAULT && text.length <= BARE_CHARACTERS && !text.includes("?"),
  weakness_steps: ({ text }) => text.length < TELLING_CHARACTERS && !text.includes("?"),
  account: (asking) => !isNamed(asking) && !asking.text.includes("?"),
  since: ({ facts, text }) => text.length <= TELLING_LITTLE_CHARACTERS && !facts.has_time,
  when: ({ facts, text }) => !facts.has_time && !ON_PAPER.test(text),
  payment: ({ facts, text }) =>
    text.length <= TELLING_LITTLE_CHARACTERS && !facts.has_reference && !UNDER_WAY.test(text) &&
    !PAYMENT_NAMED.test(text) &&
    !namesReference(text) &&
    facts.dates.length === 0 && !facts.has_time,
  order: (asking) => !isNamed(asking) && ORDERED.test(asking.text),
  contract: (asking) => !isNamed(asking),
  callback: ({ text }) => !REACHED.test(text),
  deadline: ({ text, facts }) => !facts.has_time && !PRESS_TIME.test(text),
  matter: () => true,
};

/** The question for a situation; "nothing" where none is worth asking. */
export function questionFor(situation: LetterSituation, asking: Asking): Question {
  if (ASKED_TO_END.has(situation) && isBrokenOff(asking.text)) return "ending";
  if (asking.quiet) return "nothing";
  return ASKED_BY_SITUATION[situation].find((question) => IS_WORTH[question](asking)) ?? "nothing";
}
