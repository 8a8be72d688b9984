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
const FOOT_TABLE = new PatternTable(AUTHOR_RULES.filter(({ in_foot }) => in_foot));

/** Says who wrote a text, with the small print below it where there is any. */
export function authorOf(text: string, foot = ""): Author {
  const opening = text.slice(0, OPENING_CHARACTERS);
  const rules = TABLE.candidates(opening);
  const printed = FOOT_TABLE.matches(foot);
  const isSign = (rule: AuthorRule) => printed.includes(rule) || rule.pattern.test(opening);
  const machine = weightOf(new Set([...printed, ...rules]), "machine", isSign);
  const advertiser = weightOf(rules, "advertiser", isSign);
  if (machine >= AUTHOR_WEIGHT && machine >= advertiser) return "machine";
  return advertiser >= AUTHOR_WEIGHT ? "advertiser" : "person";
}

/** Weight of the signs of an author; 0 as soon as they cannot settle it any more. */
function weightOf(
  rules: Iterable<AuthorRule>,
  author: AuthorRule["author"],
  isSign: (rule: AuthorRule) => boolean,
): number {
  let weight = 0;
  let most = 0;
  for (const rule of rules) if (rule.author === author) most += rule.weight;
  for (const rule of rules) {
    if (most < AUTHOR_WEIGHT) return 0;
    if (rule.author !== author) continue;
    if (isSign(rule)) weight += rule.weight;
    else most -= rule.weight;
  }
  return weight;
}
