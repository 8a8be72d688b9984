/**
 * The ticket of a fault, as an engineer would want it.
 *
 * @module
 */
import type { BugTicket } from "../triage/reply.ts";
import { backgroundCost } from "./background.ts";
import { bugTitle } from "./bug_title.ts";
import { isProgram } from "./command.ts";
import { matchComponents, type WeighedPhrase } from "./component.ts";
import type { DraftContext } from "./draft_context.ts";
import { headline } from "./headline.ts";
import { type Severity, weighSeverity } from "./severity.ts";
import { stepsOf } from "./steps.ts";
import { failingPart } from "./statement_form.ts";
import { findSymptom, type Symptom } from "./symptom.ts";
import { phraseOf } from "./words.ts";

/** A ticket and what it was drawn from. */
export interface DraftedTicket {
  readonly ticket: BugTicket;
  readonly symptom: Symptom | null;
  readonly weighed: Severity;
}

// The sentence that names the fault says most about where it is.
const SYMPTOM_WEIGHT = 1.6;

/** Drafts a ticket. */
export function draftTicket(context: DraftContext): DraftedTicket {
  const { parts, request: { product } } = context;
  const symptom = findSymptom(parts);
  const weighed = weighSeverity(context.request.document);
  const phrases: WeighedPhrase[] = [];
  if (symptom !== null) {
    const { phrase } = symptom.statement;
    const failing = failingPart(phrase.text);
    const telling = failing === phrase.text ? phrase : phraseOf(failing);
    phrases.push({ phrase: telling, weight: SYMPTOM_WEIGHT });
  }
  for (const statement of parts.statements) {
    // What is attached, or which phone it is, names no part of the product.
    if (backgroundCost(statement.phrase, true) > 0) continue;
    if (statement !== symptom?.statement) phrases.push({ phrase: statement.phrase, weight: 1 });
  }
  for (const item of parts.items) phrases.push({ phrase: item.phrase, weight: 1 });
  if (parts.expected !== null) phrases.push({ phrase: parts.expected, weight: 0.6 });
  const component = matchComponents(product, phrases)[0]?.component;
  return {
    ticket: {
      title: withProgram(
        bugTitle(
          symptom,
          parts,
          thingOf(context),
          () => headline(`Problem with ${context.product ?? "the product"}`),
        ),
        context,
      ),
      severity: weighed.severity,
      affected_component: component?.name ?? product.default_component,
      reproduction_steps: [...stepsOf(parts)],
      priority: weighed.priority,
      assigned_team: component?.team ?? product.default_team,
    },
    symptom,
    weighed,
  };
}

/** A title that begins with the name of a program keeps it as it is typed. */
function withProgram(title: string, { request, product }: DraftContext): string {
  const [first = ""] = title.split(" ", 1);
  const name = first.toLowerCase();
  return name !== first && (name === product || isProgram(first, request.document.text))
    ? name + title.slice(first.length)
    : title;
}

/** What "it" is when the message does not say: only a word that message or product name holds. */
function thingOf({ text, product }: DraftContext): string {
  const named = `${product ?? ""} ${text}`;
  if (/\bportal\b/i.test(named)) return "portal";
  return /\bapp\b/i.test(named) ? "app" : "";
}
