/**
 * Which part of the product a fault is in, and so whose team has its ticket.
 *
 * @module
 */
import { type Component, isUnlisted } from "../../triage/domain/catalog.ts";
import { SITUATION_TABLE } from "../../triage/domain/situation.ts";
import { matchComponents, type WeighedPhrase } from "../catalog/component.ts";
import { backgroundCost } from "../message/background.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Symptom } from "./symptom.ts";

// The sentence that names the fault says most about where it is.
const SYMPTOM_WEIGHT = 1.6;
/**
 * From there on a grave situation says which team handles it, whatever part the
 * words name. Of our own messages 14 more were held to be of one from .75 on
 * that were not, and 6 that were; from .9 on, 2 of 42 were not.
 */
const SURE_PROBABILITY = 0.9;

/**
 * The part of the product: of a grave situation that one team knows how to
 * handle, that team's; else the one that the message names.
 */
export function partAtFault(context: DraftContext, symptom: Symptom | null): Component | undefined {
  const { situation, product } = context.request;
  const { part } = SITUATION_TABLE[situation.name];
  const wanted = situation.grave && part !== null && situation.probability >= SURE_PROBABILITY
    ? product.components.find(({ name, aliases }) =>
      [name, ...aliases].some((each) => each.toLowerCase() === part)
    )
    : undefined;
  return wanted ??
    matchComponents(product, isUnlisted(product) ? faultOf(symptom) : toldOf(context, symptom))[0]
      ?.component;
}

/**
 * The clause that fails and what leads to it: of a product that the catalogue
 * does not list, what else is told names things of that trade.
 */
function faultOf(symptom: Symptom | null): WeighedPhrase[] {
  return symptom === null
    ? []
    : [symptom.main, ...symptom.actions].map((phrase) => ({ phrase, weight: 1 }));
}

/** All that is told, by how much it says of where the fault is. */
function toldOf({ parts }: DraftContext, symptom: Symptom | null): WeighedPhrase[] {
  const phrases: WeighedPhrase[] = [];
  if (symptom !== null) {
    phrases.push({ phrase: symptom.told, weight: SYMPTOM_WEIGHT });
  }
  for (const statement of parts.statements) {
    // What is attached, or which phone it is, names no part of the product.
    if (backgroundCost(statement, true) > 0) continue;
    if (statement !== symptom?.statement) phrases.push({ phrase: statement.phrase, weight: 1 });
  }
  for (const item of parts.items) phrases.push({ phrase: item.phrase, weight: 1 });
  if (parts.expected !== null) phrases.push({ phrase: parts.expected, weight: 0.6 });
  return phrases;
}
