/**
 * Steps to reproduce, from the customer's own words only: numbered and
 * bulleted lists, "steps to reproduce" lines, "when I … and …", "after …",
 * "I pressed …", and clauses that tell a doing in words that no rule knows.
 * Where the customer gave none there are none.
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
import { mayBeStep, roleSteps, tellsFault } from "./role_steps.ts";
import { announcedSteps, toldSteps } from "./told_steps.ts";

/**
 * The steps a customer gave, in order, in their words. Empty where they gave none.
 *
 * @param fault Which statement names the fault: what was done after it is no way to it.
 */
export function stepsOf(context: DraftContext, fault: number | null): readonly string[] {
  const { parts } = context;
  const failing = tellsFault(context);
  const listed = listedSteps(parts.items).filter((phrase, at, all) =>
    at < all.length - 1 || !failing(phrase)
  );
  const announced = announcedSteps(parts.statements);
  if (listed.length > 0 || announced.length > 1) {
    return tidied(listed.length > 0 ? listed : announced);
  }
  return tidied(proseSteps(context, fault));
}

/**
 * Of each sentence the reading that finds more, by what its clauses say or by
 * rules, whose cut is finer. Where no clause is a step those of the rules are.
 */
function proseSteps(context: DraftContext, fault: number | null): readonly Phrase[] {
  const ruled = toldSteps(context.parts.statements, fault).filter(mayBeStep(context));
  const judged = roleSteps(context);
  if (judged.length === 0) return ruled;
  return [...new Set(judged.map(({ sentence }) => sentence))].flatMap((sentence) => {
    const own = judged.filter((one) => one.sentence === sentence).map(({ doing }) => doing);
    const text = context.show(sentence.start, sentence.end);
    const others = ruled.filter((phrase) => text.includes(phrase.text));
    return others.length >= own.length ? others : own;
  });
}

function tidied(phrases: readonly Phrase[]): readonly string[] {
  const steps: string[] = [];
  for (const phrase of phrases) {
    const step = tidyStep(phrase.text);
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
