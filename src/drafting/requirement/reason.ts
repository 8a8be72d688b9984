/**
 * Why a customer wants something, as what follows "so that": from their own
 * words, or from what bothers them today. Where they give no reason there is none.
 *
 * @module
 */
import type { DraftContext } from "../message/draft_context.ts";
import { isReason } from "../english/gate.ts";
import { calmed } from "../english/headline.ts";
import type { Statement } from "../message/message_parts.ts";
import type { Roles } from "../message/roles.ts";
import { fromPain } from "./drudgery.ts";
import { GIVEN_REASONS } from "./given_reason.ts";
import { fromGoal, fromThreat, insteadOf } from "./implied_reason.ts";
import { inTheirWords, quotedReason } from "./quoted_reason.ts";
import { tidyReason } from "./reason_clause.ts";
import { lowerFirst, unended } from "../english/rewording.ts";
import type { Wish } from "./wish.ts";

/** "That would make my day": praise ahead, no reason. */
const FLATTERY =
  /\b(?:makes? (?:my|our) (?:day|week|month|year|life|spring|summer|autumn|winter|morning|evening|christmas)|be (?:great|heaven|lovely)|makes? me (?:an? )?(?:very |really |much )?(?:happy|happier)|this helps (?:me |us )?(?:so |very )?(?:much|a lot))\b/i;
const KNOWN_CHARACTERS = 24;
const STATEMENTS_TRIED = 4;
/** Less likely ones are not read for a reason. */
const LEAST_LIKELY = 0.25;

const BECAUSE =
  /(?:^(?:that['’]?s |this is |mainly |simply |just )|[^,\s],? )because\s+((?!of\b).{6,})$/i;
/**
 * What follows "so that": a clause, or the customer's words in quotation marks
 * after an ellipsis; `null` where the message gives no reason.
 */
export function reasonOf(wish: Wish, context: DraftContext): string | null {
  // Trouble alone was told: it is the reason.
  if (wish.span === null && wish.rest !== "") return inTheirWords(wish.rest);
  const told = toldReason(wish, context);
  if (told !== null && !told.startsWith("because ") && isReason(told) && !FLATTERY.test(told)) {
    return told;
  }
  if (told?.startsWith("because ")) return inTheirWords(told.slice("because ".length));
  // What the wish itself ends says least: "instead of ticking it".
  const own = firstSentence(wish.statement.phrase.text);
  return quotedReason(wish, context) ?? insteadOf(own, wish.wanted.startsWith("to "));
}

function toldReason(wish: Wish, { parts, roles }: DraftContext): string | null {
  const own = firstSentence(wish.statement.phrase.text);
  const others = parts.statements.filter((statement) =>
    statement !== wish.statement && mayReason(statement, roles)
  ).slice(0, STATEMENTS_TRIED).map((statement) => firstSentence(statement.phrase.text));
  const rest = firstSentence(wish.rest);
  return givenReason([own, ...others], wish) ?? becauseOf([own, ...others], own) ??
    first([rest, ...others], clauseOfPain) ?? first(others, fromGoal) ??
    first([rest, ...others], fromThreat);
}

/** Whether a sentence may tell why: by its role, whatever its words look like. */
function mayReason({ sentence }: Statement, roles: Roles): boolean {
  return sentence === null ||
    roles.probability("reason", sentence) + roles.probability("today", sentence) >= LEAST_LIKELY;
}

function givenReason(texts: readonly string[], wish: Wish): string | null {
  const known = wish.topic.toLowerCase();
  for (const text of texts) {
    for (const { pattern, read } of GIVEN_REASONS.in(text)) {
      const match = pattern.exec(text);
      const read_reason = match === null ? null : read(match);
      if (read_reason === null) continue;
      const reason = tidyReason(read_reason), lower = reason.toLowerCase();
      const told = lower.includes(known) || known.includes(lower.slice(-KNOWN_CHARACTERS)) ||
        saysAgain(lower, wish.wanted.toLowerCase());
      if (isClause(reason) && !told) return reason;
    }
  }
  return null;
}

/** "only admins can delete it" for "only admins to be able to delete it" */
function saysAgain(reason: string, wanted: string): boolean {
  return (reason.match(/\p{L}{4,}/gu) ?? []).every((word) => wanted.includes(word));
}

/** "because" behind a main clause gives the reason for it: only the wish's own counts. */
function becauseOf(texts: readonly string[], own: string): string | null {
  for (const text of texts) {
    const match = text.includes("ecause") ? BECAUSE.exec(text) : null;
    if (match === null || (text !== own && !/^(?:that|this)/i.test(text))) continue;
    const reason = tidyReason(match[1] ?? "");
    if (isClause(reason)) return `because ${lowerFirst(reason)}`;
  }
  return null;
}

function clauseOfPain(text: string): string | null {
  const reason = tidyReason(fromPain(text) ?? "");
  return isClause(reason) ? reason : null;
}

function first(
  texts: readonly string[],
  read: (text: string) => string | null,
): string | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

function firstSentence(text: string): string {
  const calm = calmed(text).replace(/\bi\b/gu, "I");
  const end = calm.search(/(?<!\b(?:e\.g|i\.e|etc))[.!?](?:\s|$)/u);
  return unended(end > 0 ? calm.slice(0, end) : calm);
}

function isClause(reason: string): boolean {
  return reason.split(" ").length >= 3 && !/\?/u.test(reason);
}
