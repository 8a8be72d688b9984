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
  const machine = weightOf([...printed, ...rules.filter((rule) => !printed.includes(rule))], {
    author: "machine",
    found: printed.length,
    text: opening,
  });
  const advertiser = weightOf(rules, { author: "advertiser", found: 0, text: opening });
  if (machine >= AUTHOR_WEIGHT && machine >= advertiser) return "machine";
  return advertiser >= AUTHOR_WEIGHT ? "advertiser" : "person";
}

/** What is looked for, where, and how many of the rows are known to match. */
interface Looked {
  readonly author: AuthorRule["author"];
  readonly found: number;
  readonly text: string;
}

/** Weight of the signs of an author in a text; 0 as soon as they cannot settle it any more. */
function weightOf(rules: readonly AuthorRule[], { author, found, text }: Looked): number {
  let weight = 0;
  let most = 0;
  for (const rule of rules) if (rule.author === author) most += rule.weight;
  for (const [at, rule] of rules.entries()) {
    if (most < AUTHOR_WEIGHT) return 0;
    if (rule.author !== author) continue;
    if (at < found || rule.pattern.test(text)) weight += rule.weight;
    else most -= rule.weight;
  }
  return weight;
}
