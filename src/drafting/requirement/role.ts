/**
 * Who is asking: the role of a user story, from the message where it says so
 * (rules/tables/role.ts).
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { DraftContext } from "../message/draft_context.ts";

/** The role, lower case: "coach", "parent", or the product's own. */
export function roleOf({ sentences, request: { product } }: DraftContext): string {
  for (const sentence of sentences) {
    for (const { rule, captured } of sentence.fired) {
      if (rule === "role/stated" && captured !== null) return oneOf(sentence, captured);
    }
  }
  return product.user_role.toLowerCase();
}

/** "coaches" is a coach. */
function oneOf({ tokens }: Sentence, { start, end }: { start: number; end: number }): string {
  const words = tokens.filter((token) => token.start >= start && token.end <= end);
  return words.map(({ normal, lemma }, at) =>
    at === words.length - 1 && normal.startsWith(lemma) ? lemma : normal
  ).join(" ");
}
