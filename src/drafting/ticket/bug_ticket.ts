/**
 * The ticket of a fault, as an engineer would want it.
 *
 * @module
 */
import { type BugTicket, REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { bugTitle } from "./bug_title.ts";
import { isProgram } from "../english/command.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { headline, isPresentable } from "../english/headline.ts";
import { type Severity, weighSeverity } from "./severity.ts";
import { stepsOf } from "./steps.ts";
import { stripLead } from "../english/lead_in.ts";
import type { MessageParts, Statement } from "../message/message_parts.ts";
import { isWhole } from "../english/gate.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { isAction } from "../english/actions.ts";
import { withoutEnd } from "../english/text_end.ts";
import { baseForm } from "../english/base_form.ts";
import { partAtFault } from "./part_at_fault.ts";
import { findSymptoms, type Symptom } from "./symptom.ts";
import { VOCABULARY } from "../../rules/vocabulary.ts";

/** A ticket and what it was drawn from. */
export interface DraftedTicket {
  readonly ticket: BugTicket;
  readonly symptom: Symptom | null;
  readonly weighed: Severity;
}

const DEED_WORDS_MAX = 6;

/** Drafts a ticket. */
export function draftTicket(context: DraftContext): DraftedTicket {
  const { request: { product } } = context;
  const { symptom, title } = titled(context);
  const weighed = weighSeverity(
    context.request.document,
    context.request.situation,
    symptom?.statement.sentence ?? null,
  );
  const component = partAtFault(context, symptom);
  return {
    ticket: {
      title: withProgram(title, context),
      severity: weighed.severity,
      affected_component: component?.name ?? product.default_component,
      reproduction_steps: [...stepsOf(context, symptom?.statement.index ?? null)],
      priority: weighed.priority,
      assigned_team: component?.team ?? product.default_team,
    },
    symptom,
    weighed,
  };
}

/** In the model's logits. */
const SCORE_GAP = 4;

/** The titles of a symptom, best first: its clause, then its sentence. */
function* titlesOf(symptom: Symptom, context: DraftContext): Generator<string, void> {
  const { parts } = context;
  const { statement } = symptom;
  // Few titles ask for them.
  const before = () => isToldBehind(statement, parts) ? stepsOf(context, statement.index) : [];
  const title = bugTitle(symptom, parts, thingOf(context), before);
  if (title === null) return;
  yield title;
  const whole = stripLead(statement.phrase.text);
  if (withoutEnd(whole).length <= REPLY_LIMITS.title_characters) yield headline(whole);
}

/** The first symptom that makes a title that reads as one; where none does, what was said of the best. */
function titled(context: DraftContext): { symptom: Symptom | null; title: string } {
  const { parts } = context;
  let best: Symptom | null = null;
  for (const symptom of findSymptoms(parts, context.roles, context.spans, context.show)) {
    best ??= symptom;
    // Much less likely ones are no better than the best one's own words.
    if (best.score - symptom.score > SCORE_GAP) break;
    for (const title of titlesOf(symptom, context)) {
      if (isWhole(title) && !isDeed(title, symptom)) return { symptom, title };
    }
  }
  const fallback = headline(`Problem with ${context.product ?? "the product"}`);
  return { symptom: best, title: best === null ? fallback : inQuotes(best.statement) ?? fallback };
}

/** In a longer story what was done stands far from the fault. */
const STORY_STATEMENTS = 6;

/** Whether steps stand in front of the sentence: a first sentence sums up what is told below it. */
function isToldBehind(
  { index, sentence }: Statement,
  { items, statements }: MessageParts,
): boolean {
  const [first] = items;
  if (first === undefined) return index > 0 && statements.length <= STORY_STATEMENTS;
  return sentence !== null && sentence.start > first.start;
}

/** The customer's sentence as a title. */
function inQuotes({ phrase }: Statement): string | null {
  const text = phrase.text.replace(/["“”„]/gu, "'");
  const said = withoutEnd(cutAtWord(text, REPLY_LIMITS.title_characters - "“ …”".length));
  return isPresentable(said)
    ? `“${said}${said.length < withoutEnd(text).length ? " …" : ""}”`
    : null;
}

/** "Bought the pack": a bare step. */
function isDeed(title: string, { main, statement }: Symptom): boolean {
  const [first = ""] = title.toLowerCase().split(" ", 1);
  // "Left clip snaps off": a side.
  if (main.words.length >= DEED_WORDS_MAX || isHarm(statement) || first === "left") return false;
  if (SUFFERED.test(title)) return false;
  return baseForm(first) !== first && (isAction(first) || first.endsWith("ed")) &&
    !/(?:ing|s)$/.test(first);
}

/** "Locked out at 11pm": done to the customer. */
const SUFFERED =
  /^(?:locked|kicked|thrown|shut|logged|signed|charged|billed|timed) (?:out|off|twice|again)\b/i;

function isHarm({ sentence }: Statement): boolean {
  return sentence?.fired.some(({ rule }) => rule.startsWith("harm/")) ?? false;
}

/** A title that begins with the name of a program keeps it as it is typed. */
function withProgram(title: string, { request, product }: DraftContext): string {
  const [first = ""] = title.split(" ", 1);
  const name = first.toLowerCase();
  return name !== first &&
      (name === product && !THING.test(name) || isProgram(first, request.document.text))
    ? name + title.slice(first.length)
    : title;
}

const THING = new RegExp(
  `^(?:[\\p{L}\\d-]+ ){0,3}(?:${VOCABULARY.product.replaceAll(" ", "|")})$`,
  "iu",
);

/** What "it" is when the message does not say: only what message or product name holds. */
function thingOf({ parts: { statements }, product }: DraftContext): string {
  const named = (thing: RegExp) =>
    thing.test(product ?? "") || statements.some(({ phrase }) => thing.test(phrase.text));
  if (named(/\bportal\b/i)) return "portal";
  if (named(/\bapp\b/i)) return "app";
  return product !== null && THING.test(product) ? product : "";
}
