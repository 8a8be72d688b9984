/**
 * Why drafts take a clause for the fault, the wish or anything else: each
 * clause with its two likeliest roles, and the features that speak most for
 * the first of them and against the other.
 *
 * @module
 */
import { type Clause, clausesOf } from "../drafting/message/clauses.ts";
import { clauseFeatures } from "../drafting/message/clause_features.ts";
import { judgeClauses, roleWeights } from "../drafting/message/role_model.ts";
import { ROLES, type TellingIntent } from "../drafting/message/role_names.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";

const FEATURES_SHOWN = 4;

/** The roles of a message's clauses and what decided, a line each. */
export function whyDrafted(message: string, intent: TellingIntent): string[] {
  const scorer = createLocalScorer();
  const document = scorer.read(readMessage(message)), { sentences, text } = document;
  const clauses = clausesOf(sentences, text, scorer.score(document).evidence);
  const features = clauseFeatures(clauses);
  return judgeClauses(clauses, intent).flatMap(({ probabilities }, at) => {
    const [one = 0, other = 0] = [...probabilities.keys()].sort((a, b) =>
      (probabilities[b] ?? 0) - (probabilities[a] ?? 0)
    );
    const role = (number: number) =>
      `${ROLES[intent][number]} ${(probabilities[number] ?? 0).toFixed(2)}`;
    const speaking = deciding(features[at] ?? [], intent, one, other)
      .map(([name, weight]) => `${name} ${weight.toFixed(1)}`);
    return [
      `${role(one)}, ${role(other)}: ${said(clauses[at], text)}`,
      `  ${speaking.join("; ")}`,
    ];
  });
}

function said(clause: Clause | undefined, text: string): string {
  return clause === undefined ? "" : text.slice(clause.start, clause.end).replace(/\s+/gu, " ");
}

/** The features with the largest difference between the logits of two roles. */
function deciding(
  names: readonly string[],
  intent: TellingIntent,
  one: number,
  other: number,
): (readonly [name: string, weight: number])[] {
  const { features, weights } = roleWeights(intent);
  const row = ROLES[intent].length + 1;
  return [...new Set(names)].flatMap((name) => {
    const number = features.find(name);
    if (number < 0) return [];
    const logit = (role: number) => weights[number * row + role] ?? 0;
    return [[name, logit(one) - logit(other)] as const];
  }).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, FEATURES_SHOWN);
}
