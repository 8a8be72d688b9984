/**
 * The sentence of a long message that surely tells its fault or its wish, where
 * one leads all others clearly.
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { SpanKind } from "../message/span_model.ts";

const KINDS: Readonly<Record<Intent, SpanKind>> = {
  bug_report: "fault",
  feature_request: "wish",
  general_inquiry: "question",
};
/**
 * By so many logits the best sentence must lead the next. Of 450 messages of five writers whom the
 * weights never saw, the best sentence holds the fault in 92 % of those from here on and in 46 % of
 * the others, the wish in 96 % and 55 %.
 */
const SURE_LEAD = 3;

/** The sentence; `undefined` where two or none may be it. */
export function sureStatement(
  { spans, parts: { statements }, request: { intent } }: DraftContext,
): Statement | undefined {
  const [best, next] = spans.best(KINDS[intent], 2);
  if (best === undefined || next !== undefined && best.score - next.score < SURE_LEAD) {
    return undefined;
  }
  return statements.find(({ sentence }) => sentence === best.sentence);
}
