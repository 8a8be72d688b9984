/**
 * What stands around a fault without being one: stars, what was tried against
 * it, what the customer did or owns.
 *
 * @module
 */
import { actionStart, opensWithAction } from "../english/action_list.ts";
import { baseForm } from "../english/base_form.ts";
import { part, type Phrase, posOf, type Word } from "../english/words.ts";
import type { Statement } from "./message_parts.ts";

/** "☆☆☆☆ Three stars last spring" */
const STARS = /^[★☆]/u;
/** "After updating the plugin:" leads up to what stands below. */
const LEFT_OPEN = /:$/;
/** Says why of what stands before: "for “repeated non-payment”". */
const FRAGMENT = /^(?:for|because|bc) [^,]{3,40}$/;
/** "Order 4410-9921." */
const NUMBER =
  /^(?:order|ref\w*|case|ticket|confirmation)(?: (?:no\.?|number))? ?[#:]? ?[A-Z]*\d[\d-]*\W*$/i;

/** What it costs a sentence to be about something else than the fault: 0 where it is not. */
export function backgroundCost(statement: Statement, tells_of_failing: boolean): number {
  const aside = asideCost(statement);
  if (aside > 0) return aside;
  const { phrase } = statement;
  return !tells_of_failing && !RESULT.test(phrase.text) && isDeed(phrase) ? COST.deed : 0;
}

/** By rule of rules/tables/background.ts. */
function asideCost({ phrase: { text }, sentence }: Statement): number {
  let cost = STARS.test(text) ? COST.stars : LEFT_OPEN.test(text) ? COST.remedy : 0;
  if (FRAGMENT.test(text) || NUMBER.test(text)) cost = Math.max(cost, COST.aside);
  for (const { rule } of sentence?.fired ?? []) cost = Math.max(cost, COSTS.get(rule) ?? 0);
  return cost;
}

const COST = { stars: 8, remedy: 4, aside: 3, deed: 2 } as const;
const COSTS: ReadonlyMap<string, number> = new Map([
  ["background/stars", COST.stars],
  ["background/remedy", COST.remedy],
  ["background/attached", COST.aside],
  ["background/to_us", COST.aside],
  ["background/person", COST.aside],
  ["background/elsewhere", COST.aside],
  ["background/details", COST.aside],
]);

/** "I set bedtime at 7.30pm", "Left the garage at 10:52": what was done before it failed. */
function isDeed(phrase: Phrase): boolean {
  const first = phrase.words[0]?.lower ?? "";
  if (ORDERED.has(first) && phrase.words[1]?.lower === "i") return isDeed(part(phrase, 1));
  return first === "i" || first === "we" || first === "i've"
    ? actionStart(phrase.words, 0) !== null || isPast(phrase.words[1])
    : isPast(phrase.words[0]) && !isNoun(phrase.words[1]) || opensWithAction(phrase);
}

const ORDERED = new Set(["first", "then", "next"]);

/** What came of a deed follows in the same sentence. */
const RESULT =
  /(?:,|\band|\bbut)\s+(?:(?:but|and|then|now) )?(?:it|its|the|my|our|your|nothing|no|only|on|in|at|when|page|there)\b|:\s/i;
/** A verb that tells of something done, not of something suffered: "left", not "charged". */
function isPast(word: Word | undefined): boolean {
  const lower = word?.lower ?? "";
  const base = baseForm(lower);
  return base !== lower && posOf(word) === "VERB" && !/(?:ing|s)$/u.test(lower) &&
    !SUFFERED.test(lower);
}

/** "Exported files come out blue": the files do, nobody did. */
function isNoun(word: Word | undefined): boolean {
  return posOf(word) === "NOUN" || posOf(word) === "PROPN";
}

const SUFFERED =
  /^(?:charged|billed|logged|locked|kicked|thrown|signed|banned|blocked|suspended|lost|stuck|broken|removed|deleted|rejected|refused|ignored|stopped|crashed|failed|frozen|got|told|saved|spent|cut|put|set|disappeared)$/;
