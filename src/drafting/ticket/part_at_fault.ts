/**
 * Which part of the product a fault is in, and so whose team has its ticket.
 *
 * @module
 */
import { type Component, isUnlisted } from "../../triage/domain/catalog.ts";
import { SITUATION_TABLE } from "../../triage/domain/situation.ts";
import { matchComponents, type WeighedPhrase } from "../catalog/component.ts";
import type { Statement } from "../message/message_parts.ts";
import type { Roles } from "../message/roles.ts";
import type { Sentence } from "../../triage/text/document.ts";
import type { Role } from "../message/role_names.ts";
import type { DraftContext } from "../message/draft_context.ts";

// The sentence that names the fault says most about where it is.
const FAULT_WEIGHT = 1.6;
/**
 * From there on a grave situation says which team handles it, whatever part the
 * words name. Of our own messages 14 more were held to be of one from .75 on
 * that were not, and 6 that were; from .9 on, 2 of 42 were not.
 */
const SURE_PROBABILITY = 0.9;

/** What stands in such a clause names no part: what is attached, which phone it is. */
const BESIDE: readonly Role[] = ["background", "courtesy", "feeling", "tried"];
const BESIDE_FROM = 0.5;

/**
 * The part of the product: of a grave situation that one team knows how to
 * handle, that team's; else the one that the message names.
 */
export function partAtFault(context: DraftContext, fault: Statement | null): Component | undefined {
  const { situation, product } = context.request;
  const { part } = SITUATION_TABLE[situation.name];
  const wanted = situation.grave && part !== null && situation.probability >= SURE_PROBABILITY
    ? product.components.find(({ name, aliases }) =>
      [name, ...aliases].some((each) => each.toLowerCase() === part)
    )
    : undefined;
  // Of a product that the catalogue does not list, what else is told names things of that trade.
  const own = fault === null ? [] : [{ phrase: fault.phrase, weight: FAULT_WEIGHT }];
  return wanted ??
    matchComponents(product, isUnlisted(product) ? own : [...own, ...toldBeside(context, fault)])[0]
      ?.component;
}

/** All else that is told, by how much it says of where the fault is. */
function toldBeside({ parts, roles }: DraftContext, fault: Statement | null): WeighedPhrase[] {
  const phrases: WeighedPhrase[] = [];
  for (const statement of parts.statements) {
    const { sentence } = statement;
    if (statement === fault || sentence !== null && isBeside(sentence, roles)) continue;
    phrases.push({ phrase: statement.phrase, weight: 1 });
  }
  for (const item of parts.items) phrases.push({ phrase: item.phrase, weight: 1 });
  if (parts.expected !== null) phrases.push({ phrase: parts.expected, weight: 0.6 });
  return phrases;
}

function isBeside(sentence: Sentence, roles: Roles): boolean {
  return roles.toldIn(sentence).every(({ role, probability }) =>
    BESIDE.includes(role) && probability >= BESIDE_FROM
  );
}
