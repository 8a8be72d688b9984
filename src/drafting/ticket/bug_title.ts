/**
 * The title of a bug ticket: the failing thing and how it fails.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { withDetails } from "./fault_details.ts";
import { headline, isPresentable } from "../english/headline.ts";
import { stripLead } from "../english/lead_in.ts";
import type { MessageParts } from "../message/message_parts.ts";
import { asStatement } from "../english/statement_form.ts";
import type { Symptom } from "./symptom.ts";
import { named, placed } from "./title_subject.ts";
import { behindSteps, joined } from "./title_trigger.ts";

/** "In the centre's app, the points were booked …": where there is no room. */
const PLACED_FIRST = /^(?:in|on|at|with|for|since) [^,]{3,40}, (?=\S+ \S+ \S)/i;
/** "On the yearly overview December is missing …" */
const PLACED_BARE =
  /^(?:[Ii]n|[Oo]n) (?:the|my|our) [\p{Ll} -]{3,30}? (?=\p{Lu}\p{Ll}+ (?:is|are|was|were|has)\b)/u;
/** "moves to 08:00 as well": besides what, a title does not say. */
const SPOKEN_END = /\s+(?:too|as well)$/i;

/**
 * The title of a bug ticket, at most 80 characters; `null` where there is nothing to show.
 *
 * @param steps What was done before, where the fault was told behind it.
 * @param thing What "it" stands for when the message does not say: "app", "portal", or "".
 */
export function bugTitle(
  symptom: Symptom,
  parts: MessageParts,
  thing: string,
  steps: () => readonly string[] = () => [],
): string | null {
  const actions = [...symptom.actions];
  const before = parts.statements[symptom.statement.index - 1]?.phrase ?? null;
  const subject = named(asStatement(stripLead(symptom.main.text)), symptom, actions, before, thing);
  const whole = placed(withoutEcho(subject), symptom, parts);
  const told = headline(
    whole.length > REPLY_LIMITS.title_characters
      ? whole.replace(PLACED_FIRST, "").replace(PLACED_BARE, "")
      : whole,
  );
  if (!isPresentable(told)) return null;
  // A trigger in the middle of a sentence belongs to what stands right before it.
  const apart = symptom.statement.phrase.text.startsWith(symptom.main.text) &&
    headline(whole, whole.length).length > told.length;
  const whole_title = (apart ? told : joined(told, symptom, actions)).replace(SPOKEN_END, "");
  return withDetails(whole_title === told ? behindSteps(told, steps) : whole_title, parts);
}

/** "spins and nothing happens" says "spins". */
function withoutEcho(subject: string): string {
  return subject.replace(
    /\b(spins|hangs|freezes|loads|is greyed out|turns grey)(.{0,20}?),? and nothing (?:else )?happens\b/i,
    "$1$2",
  );
}
