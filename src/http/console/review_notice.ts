/**
 * What was just done in the queue, told from the address that the browser was sent to.
 *
 * @module
 */
import type { ReviewNotice } from "../../console/review_page.tsx";
import { INTENT_WORDS } from "../../console/words.ts";
import { isId } from "../../triage/domain/id.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import { INQUIRY_CATEGORIES } from "../../triage/domain/reply.ts";

/** Reads the address; `null` where nothing was done, or nothing that can be. */
export function noticeOf(query: URLSearchParams): ReviewNotice | null {
  const [said, case_id] = [query.get("said"), query.get("about")];
  if (said === null || case_id === null || !isId(case_id)) return null;
  const corrected_at = query.get("at") ?? "";
  const text = textOf(said, query);
  if (text !== null) return { text, case_id, corrected_at, may_undo: false };
  const words = wordsOf(said);
  return words === null ? null : {
    text: said === "confirm" ? "Confirmed." : `Now: ${words}.`,
    case_id,
    corrected_at,
    may_undo: true,
  };
}

/** What is said where no verdict was written. */
function textOf(said: string, query: URLSearchParams): string | null {
  if (said === "skip") return "Skipped.";
  if (said === "conflict") return "Someone else had taken that one meanwhile.";
  if (said !== "stale") return null;
  const [theirs, yours] = ["theirs", "yours"].map((name) => wordsOf(query.get(name) ?? ""));
  return theirs === null || yours === null
    ? null
    : `Somebody else decided that one meanwhile: ${theirs}. Yours is not saved: ${yours}.`;
}

function wordsOf(verdict: string): string | null {
  if (verdict === "confirm") return "right as it was shown";
  const intent = INTENTS.find((intent) => intent === verdict);
  if (intent !== undefined) return INTENT_WORDS[intent];
  const category = INQUIRY_CATEGORIES.find((category) => category === verdict);
  return category === undefined ? null : `inquiry, ${category}`;
}
