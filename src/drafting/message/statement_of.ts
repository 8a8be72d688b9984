/**
 * Which statement a sentence of the message is: itself, or the item of a list
 * that stands in it.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { DraftContext } from "./draft_context.ts";
import type { Statement } from "./message_parts.ts";

/** What is said in a sentence; it may be an item of a list. */
export function statementOf(
  sentence: Sentence,
  { parts, show }: Pick<DraftContext, "parts" | "show">,
): Statement | undefined {
  return parts.statements.find((one) => one.sentence === sentence) ??
    parts.statements.find((one) =>
      one.sentence === null && show(sentence.start, sentence.end).includes(one.phrase.text)
    );
}
