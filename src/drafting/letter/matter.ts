/**
 * What of a message may be said again at all, and a sentence of it as a clause
 * of ours where it is short and simple enough to be turned.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import type { DraftedRequirement } from "../requirement/product_requirement.ts";
import type { DraftedTicket } from "../ticket/bug_ticket.ts";
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { wovenClause } from "./letter.ts";
import { endsWhole, isSimpleClause, isWholeClause, startsWithName } from "./clause_kind.ts";
import { isQuestion } from "./question.ts";
import { lowerFirst } from "../english/rewording.ts";
import { isVerb, posOf } from "../english/words.ts";

/** What was drafted beside the letter. */
export interface Drafted {
  readonly ticket?: DraftedTicket;
  readonly requirement?: DraftedRequirement;
  /** The pages that are suggested. */
  readonly resources?: readonly Resource[];
}

const REPEATS_NOTHING: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "foreign",
  "nothing",
  "security_report",
]);

/** Whether the customer's words are not repeated: better not said again, or not understood. */
export function repeatsNothing(
  context: DraftContext,
  { situation, aspect }: LetterState,
): boolean {
  switch (situation) {
    case "self_harm":
      return aspect !== "unsure" || speaksOfNotLiving(context);
    case "danger":
      // Nobody's threat is said back to them.
      return isHeard("situation/danger/threat", context);
    default:
      return REPEATS_NOTHING.has(situation);
  }
}

/** Whether a rule heard words of not living on. */
export function speaksOfNotLiving(context: DraftContext): boolean {
  return isHeard("situation/self_harm/", context);
}

function isHeard(rules: string, { sentences }: DraftContext): boolean {
  return sentences.some(({ fired }) => fired.some(({ rule }) => rule.startsWith(rules)));
}

/** The sentence as a clause that stands in one of ours; `null` where it cannot. */
export function clauseOf(
  statement: Statement | undefined,
  context: DraftContext,
  { ticket }: Drafted,
): string | null {
  if (statement === undefined || isQuestion(statement)) return null;
  const { text, words } = statement.phrase;
  const { sentence } = statement;
  const split = ticket !== undefined &&
    context.roles.toldIn(sentence).length > 1;
  // "I add a photo the app crashes": without a mark between them two clauses cannot stand together.
  if (split && /^(?:i|we)\b/i.test(text)) return null;
  if (!words.some(isVerb) || !isWholeClause(text) || !endsWhole(text)) return null;
  if (!isSimpleClause(text)) return null;
  const clause = wovenClause(text, context);
  if (clause === null) return null;
  return startsWithName(text) ? clause : lowerFirst(clause, posOf(words[0]));
}
