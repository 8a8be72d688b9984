/**
 * Finds the clause that says best what fails: the one that most likely has
 * that role, from where it begins to where it ends.
 *
 * @module
 */
import { opensWithAction, readActions } from "../english/action_list.ts";
import { splitAround } from "./fault_clause.ts";
import { aroundFault, endOf } from "./fault_sentence.ts";
import { STEPS_HEADING } from "./listed_steps.ts";
import { backgroundCost } from "../message/background.ts";
import type { Show } from "../message/excerpt.ts";
import { logit, type Roles } from "../message/roles.ts";
import type { SpanReader } from "../message/span_model.ts";
import type { MessageParts, Statement } from "../message/message_parts.ts";
import { withoutEnd } from "../english/text_end.ts";
import { type Split, splitTrigger } from "../message/triggers.ts";
import { lowerFirst } from "../english/rewording.ts";
import { type Phrase, phraseOf, posOf } from "../english/words.ts";

/** The clause that says what fails, split at its trigger. */
export interface Symptom extends Split {
  readonly statement: Statement;
  /** Its sentence, from where it comes to the fault to where it goes on to other things. */
  readonly told: Phrase;
  /** What speaks for it, in the model's logits. */
  readonly score: number;
}

/**
 * What speaks for a sentence beside the likeliest of its clauses, as a logit;
 * `span` is what a logit of the span model counts beside that. Chosen on 104
 * faults of writers d and e of fixtures/told.jsonl, with weights of the other
 * three: the clause that they marked made 67 of the titles, 64 by the roles
 * alone, and 52 before clauses had roles.
 */
const BONUS = {
  first: 0.8,
  harm: 1.5,
  heading: 2,
  labelled: 4,
  span: 0.4,
  /** "Open it, switch to miles, press Back: miles": what was done, with hardly a word of what came. */
  steps: -2,
} as const;
const FAULTS_LOOKED_AT = 8;
/** Tried one after the other until one makes a title. */
const SYMPTOMS = 3;
/** Of a sentence in which the span model sees no stretch. */
const NOT_SEEN = -20;
const HEADING_WORDS_MIN = 4;
/** Says what is shown, not what is wrong with it. */
const SHOWN = /^[\w ]{0,24}\b(?:says?|said|shows?) (?!nothing|no\b|wrong|error|0\b)[\w ]+[.!]?$/i;
const CONTINUED_WORDS = 6;
const TURNED_WORDS = 12;

/** What may be the symptom of a message, best first; none where it says nothing. */
export function* findSymptoms(
  parts: MessageParts,
  roles: Roles,
  spans: SpanReader,
  show: Show,
): Generator<Symptom, void> {
  const faults = roles.likeliest("fault", FAULTS_LOOKED_AT);
  const stretches = spans.best("fault", FAULTS_LOOKED_AT);
  const ranked = parts.statements.map((statement) => {
    const { sentence } = statement;
    const fault = faults.find((one) => one.sentence === sentence);
    const seen = stretches.find((one) => one.sentence === sentence)?.score ?? NOT_SEEN;
    const score = logit(fault?.probability ?? 0) + BONUS.span * seen + bonus(statement) +
      (statement.phrase === parts.actual ? BONUS.labelled : 0);
    // "The hook parcel.updated is never sent": the second half speaks for the whole.
    const before = parts.statements[statement.index - 1];
    const told = before !== undefined && isGlued(before, statement) ? before : statement;
    return { statement: told, fault: told === statement ? fault : undefined, score };
  }).sort((one, other) => other.score - one.score);
  if (ranked.length === 0) {
    const phrase = parts.actual ?? parts.items[0]?.phrase;
    if (phrase !== undefined) {
      yield { statement: listed(phrase), told: phrase, score: 0, ...splitTrigger(phrase) };
    }
    return;
  }
  for (const { statement, fault, score } of ranked.slice(0, SYMPTOMS)) {
    const whole = continued(statement, parts);
    const known = fault !== undefined && whole === statement.phrase;
    const told = known ? aroundFault(whole, fault, roles, show) : whole;
    const split = known
      ? splitAround(told, withoutEnd(show(fault.start, endOf(fault, roles))))
      : splitTrigger(told);
    yield { statement, told, score, ...split };
  }
}

function bonus({ phrase, heading, index, sentence }: Statement): number {
  const harm = sentence?.fired.some(({ rule }) => rule.startsWith("harm/")) ?? false;
  return (harm ? BONUS.harm : 0) + (isListOfSteps(phrase) ? BONUS.steps : 0) +
    (index === 0 ? BONUS.first : 0) +
    (heading && phrase.words.length >= HEADING_WORDS_MIN ? BONUS.heading : 0);
}

const STEPS_MIN = 3;
const TOLD_WORDS_MIN = 3;

function isListOfSteps(phrase: Phrase): boolean {
  const colon = phrase.text.indexOf(": ");
  if (colon > 0 && STEPS_HEADING.test(phrase.text.slice(0, colon))) return true;
  const { actions, end } = opensWithAction(phrase) ? readActions(phrase) : { actions: [], end: 0 };
  return actions.length >= STEPS_MIN && phrase.words.length - end < TOLD_WORDS_MIN;
}

function listed(phrase: Phrase): Statement {
  return {
    phrase,
    question: false,
    index: 0,
    heading: false,
    sentence: null,
    bug_weight: 0,
    wish_weight: 0,
  };
}

/** Whether a dot inside of a name was taken for the end of a sentence. */
function isGlued(one: Statement, next: Statement): boolean {
  return one.sentence !== null && one.sentence.end === next.sentence?.start &&
    /[\p{L}\d]\.$/u.test(one.phrase.text) && /^[\p{Ll}\d]/u.test(next.phrase.text);
}

/** The sentence with the next where it is not whole alone: "Says connected. Every site says Ohio." */
function continued(statement: Statement, { statements }: MessageParts): Phrase {
  const { phrase, index, heading } = statement;
  const next = statements[index + 1];
  if (next === undefined) return phrase;
  const { text } = next.phrase;
  const added = next.phrase.words.length;
  if (isGlued(statement, next)) return phraseOf(phrase.text + text);
  if (/^["”] /u.test(text)) return phraseOf(phrase.text + text);
  if (/^(?:for|because|bc) /u.test(text) && added <= CONTINUED_WORDS) {
    return phraseOf(`${withoutEnd(phrase.text)} ${text}`);
  }
  if (heading) return phrase;
  const shown = phrase.words.length <= CONTINUED_WORDS && SHOWN.test(phrase.text);
  return shown && !next.question && !/^only\b/i.test(text) && added <= TURNED_WORDS &&
      backgroundCost(next, false) === 0
    ? phraseOf(`${withoutEnd(phrase.text)}, ${lowerFirst(text, posOf(next.phrase.words[0]))}`)
    : phrase;
}
