/**
 * Steps to reproduce, from the customer's own words only: from lists, else from
 * clauses that tell a doing. Where the customer gave none there are none.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { baseForm } from "../english/base_form.ts";
import { isCommand, withoutPrompt } from "../english/command.ts";
import type { Phrase } from "../english/words.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isBalanced } from "../english/gate.ts";
import { listedSteps } from "./listed_steps.ts";
import { roleSteps } from "./role_steps.ts";

/** The steps a customer gave, in order, in their words. Empty where they gave none. */
export function stepsOf(context: DraftContext): readonly string[] {
  const listed = listedSteps(context.parts.items);
  const told = listed.filter((phrase, at) => at < listed.length - 1 || !failsIn(phrase, context));
  return tidied(listed.length > 0 ? told.map(({ text }) => text) : roleSteps(context));
}

/** From so much on the last of a list tells what failed. */
const FAULT_FROM = 0.6;

function failsIn({ text }: Phrase, { roles, show }: DraftContext): boolean {
  return roles.told.some(({ role, probability, start, end }) =>
    role === "fault" && probability >= FAULT_FROM && text.includes(show(start, end))
  );
}

function tidied(told: readonly string[]): readonly string[] {
  const steps: string[] = [];
  for (const text of told) {
    const step = tidyStep(text);
    if (step !== "" && !isTold(step, steps)) steps.push(step);
    if (steps.length === REPLY_LIMITS.steps) break;
  }
  return steps;
}

/** Whether a step is one of those before, or points back at what one did: "locked it with the phone". */
function isTold(step: string, before: readonly string[]): boolean {
  const [verb = "", object = ""] = step.toLowerCase().split(" ");
  const again = /^(?:it|this|that|them)$/.test(object) && before.some((one) => {
    const [told = ""] = one.toLowerCase().split(" ", 1);
    return told !== verb && baseForm(told) === baseForm(verb);
  });
  return again || before.includes(step);
}

/** A verb that has lost what it is done to. */
const CUT_SHORT = /^(?:put|take|took|choose|set|make|made|give|say|said)$/i;

function tidyStep(text: string): string {
  if (isCommand(text)) return cutAtWord(withoutPrompt(text), REPLY_LIMITS.step_characters);
  const step = text.replace(/^[\s,;:.–—-]+|[\s,;:.!?–—-]+$/gu, "").replace(
    /^(?:then|and|now|first)\s+/i,
    "",
  ).replace(/\s(?:then|to see (?:why|if|whether|what|how))$/i, "").replace(/\s\([^()]*$/u, "");
  if (step === "" || !isBalanced(step) || CUT_SHORT.test(step)) return "";
  const cut = cutAtWord(step, REPLY_LIMITS.step_characters);
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}
