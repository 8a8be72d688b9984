/**
 * What a message also says: the wish beside a fault, the fault beside a wish, so
 * that the letter can name it in the customer's terms.
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { quoted } from "./letter.ts";
import { FAILING, WISHING } from "../message/signals.ts";
import type { Statement } from "../message/message_parts.ts";

const NAMED_CHARACTERS = 130;

/** The sentence that tells of another matter, quoted; `null` where none can be told for sure. */
export function otherMatter(
  context: DraftContext,
  told: readonly Statement[],
  kind: Intent,
  want: string | null,
): string | null {
  let best: Statement | null = null, most = 0;
  for (const statement of context.parts.statements) {
    if (told.includes(statement)) continue;
    const score = scoreOf(statement, kind);
    if (score > most) {
      best = statement;
      most = score;
    }
  }
  const words = best === null ? null : quoted(best.phrase.text, context, NAMED_CHARACTERS);
  return words === want ? null : words;
}

/** Whether a sentence tells of another matter; a question need not say of what. */
export function tellsOther({ parts: { statements } }: DraftContext, kind: Intent): boolean {
  return kind === "general_inquiry" || statements.some((one) => scoreOf(one, kind) > 0);
}

function scoreOf({ phrase, bug_weight, wish_weight }: Statement, kind: Intent): number {
  switch (kind) {
    case "feature_request":
      return WISHING.test(phrase.text) && wish_weight > 0 ? 2 + wish_weight : 0;
    case "bug_report":
      return FAILING.test(phrase.text) && !WISHING.test(phrase.text) && bug_weight > 0
        ? 2 + bug_weight
        : 0;
    case "general_inquiry":
      return 0;
  }
}
