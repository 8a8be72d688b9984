/**
 * Who wrote a message: a person, a machine, or somebody with something to sell.
 *
 * @module
 */
import type { Author } from "../triage/text/own_words.ts";
import { AUTHOR_RULES, AUTHOR_WEIGHT, type AuthorRule } from "./author_rules.ts";
import { PatternTable } from "./pattern_table.ts";

/** Who wrote it shows early. */
const OPENING_CHARACTERS = 800;
const TABLE = new PatternTable(AUTHOR_RULES);

/** Says who wrote a text. */
export function authorOf(text: string): Author {
  const opening = text.slice(0, OPENING_CHARACTERS);
  const rules = TABLE.candidates(opening);
  const machine = weightOf(rules, "machine", opening);
  const advertiser = weightOf(rules, "advertiser", opening);
  if (machine >= AUTHOR_WEIGHT && machine >= advertiser) return "machine";
  return advertiser >= AUTHOR_WEIGHT ? "advertiser" : "person";
}

/** Weight of the signs of an author in a text; 0 as soon as they cannot settle it any more. */
function weightOf(
  rules: readonly AuthorRule[],
  author: AuthorRule["author"],
  text: string,
): number {
  let weight = 0;
  let most = 0;
  for (const rule of rules) if (rule.author === author) most += rule.weight;
  for (const rule of rules) {
    if (most < AUTHOR_WEIGHT) return 0;
    if (rule.author !== author) continue;
    if (rule.pattern.test(text)) weight += rule.weight;
    else most -= rule.weight;
  }
  return weight;
}
