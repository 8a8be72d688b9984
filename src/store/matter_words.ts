/**
 * What a case says of its matter in its own words: title, component, a sentence
 * of the customer's.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import type { Explanation } from "../triage/domain/explanation.ts";
import { MATTER_LIMITS } from "../triage/domain/matter.ts";
import type { CustomerMessage } from "../triage/domain/message.ts";

/** The title of a ticket or requirement; of an inquiry its category. */
export function titleOf(answer: Answer): string {
  switch (answer.message_type) {
    case "bug_report":
      return answer.response_data.ticket.title;
    case "feature_request":
      return answer.response_data.product_requirement.title;
    case "general_inquiry":
      return answer.response_data.inquiry_category;
  }
}

/** The component that a ticket or requirement is about first; `null` for an inquiry. */
export function componentOf(answer: Answer): string | null {
  switch (answer.message_type) {
    case "bug_report":
      return answer.response_data.ticket.affected_component;
    case "feature_request":
      return answer.response_data.product_requirement.affected_components[0] ?? null;
    case "general_inquiry":
      return null;
  }
}

/** The sentence that says most plainly what the message is, cut to its limit. */
export function wordsOf(
  { message }: Pick<CustomerMessage, "message">,
  { evidence }: Pick<Explanation, "evidence">,
  intent: Answer["message_type"],
): string {
  const told = evidence.filter((each) => each.intent === intent)
    .toSorted((a, b) => b.weight - a.weight)[0];
  const at = told?.start ?? message.search(/\S/);
  const before = message.slice(0, at);
  const from = Math.max(
    ...[...before.matchAll(/[.!?]\s+|\n\s*/g)].map((m) => m.index + m[0].length),
    0,
  );
  const rest = message.slice(from);
  const end = /[.!?](?=\s|$)|\n/.exec(rest.slice(at - from));
  const sentence = end === null ? rest : rest.slice(0, at - from + end.index + end[0].length);
  return cut(sentence.trim().replaceAll(/\s+/g, " "));
}

function cut(text: string): string {
  const { word_characters } = MATTER_LIMITS;
  return text.length <= word_characters
    ? text
    : `${text.slice(0, word_characters - 1).toWellFormed().trimEnd()}…`;
}
