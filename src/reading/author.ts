/**
 * Who wrote a message: a person, a machine, or somebody with something to sell.
 *
 * @module
 */
import type { Author } from "../triage/text/own_words.ts";
import { AUTHOR_RULES, AUTHOR_WEIGHT } from "./author_rules.ts";
import { PatternTable } from "./pattern_table.ts";

/** Who wrote it shows early. */
const OPENING_CHARACTERS = 800;
const TABLE = new PatternTable(AUTHOR_RULES);

/** Says who wrote a text. */
export function authorOf(text: string): Author {
  const opening = text.slice(0, OPENING_CHARACTERS);
  let machine = 0, advertiser = 0;
  for (const { author, weight } of TABLE.matches(opening)) {
    if (author === "machine") machine += weight;
    else advertiser += weight;
  }
  if (machine >= AUTHOR_WEIGHT && machine >= advertiser) return "machine";
  return advertiser >= AUTHOR_WEIGHT ? "advertiser" : "person";
}
