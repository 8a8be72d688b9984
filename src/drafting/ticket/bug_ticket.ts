/**
 * The ticket of a fault, as an engineer would want it.
 *
 * @module
 */
import type { BugTicket } from "../../triage/domain/reply.ts";
import { VOCABULARY } from "../../rules/vocabulary.ts";
import { isProgram } from "../english/command.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { bugTitle } from "./bug_title.ts";
import { partAtFault } from "./part_at_fault.ts";
import { type Severity, weighSeverity } from "./severity.ts";
import { stepsOf } from "./steps.ts";

/** A ticket and what it was drawn from. */
export interface DraftedTicket {
  readonly ticket: BugTicket;
  readonly weighed: Severity;
}

/** Drafts a ticket. */
export function draftTicket(context: DraftContext): DraftedTicket {
  const { request: { product, document, situation } } = context;
  const { title, statement } = bugTitle(context);
  const weighed = weighSeverity(document, situation, statement?.sentence ?? null);
  const component = partAtFault(context, statement);
  return {
    ticket: {
      title: withProgram(title, context),
      severity: weighed.severity,
      affected_component: component?.name ?? product.default_component,
      reproduction_steps: [...stepsOf(context)],
      priority: weighed.priority,
      assigned_team: component?.team ?? product.default_team,
    },
    weighed,
  };
}

/** A title that begins with the name of a program keeps it as it is typed. */
function withProgram(title: string, { request, product }: DraftContext): string {
  const [first = ""] = title.split(" ", 1);
  const name = first.toLowerCase();
  return name !== first &&
      (name === product && !THINGS.has(name) || isProgram(first, request.document.text))
    ? name + title.slice(first.length)
    : title;
}

const THINGS: ReadonlySet<string> = new Set(VOCABULARY.product.split(" "));
