/**
 * What a wish is worth to the business, with the rationale that the message
 * supports: money, customers that would leave, how many people, hours saved,
 * security and law. What speaks for each is in rules/tables/value.ts.
 *
 * @module
 */
import type { Fired, Sentence } from "../../triage/text/document.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import type { DraftContext } from "../message/draft_context.ts";

interface Value {
  readonly level: "High" | "Medium" | "Low";
  readonly because: string;
}

const MANY: Value = { level: "High", because: "many people are affected" };
const GROUP: Value = { level: "Medium", because: "a group of people would gain by it" };

/** By rule, the most valuable first. */
const VALUES: readonly (readonly [rule: string, value: Value])[] = [
  ["value/stays", { level: "High", because: "the customer ties staying or buying to it" }],
  ["value/law", { level: "High", because: "it concerns security, compliance, safety or access" }],
  ["value/money", { level: "High", because: "money depends on it" }],
  ["value/people", MANY],
  ["value/bought", { level: "Medium", because: "people would buy it" }],
  ["value/group", GROUP],
  ["value/time", { level: "Medium", because: "it saves time that goes into it today" }],
  ["value/elsewhere", { level: "Medium", because: "other products have it and it is missed here" }],
];
const DEFAULT_BECAUSE =
  "a convenience for the person who asks; the message names no cost, no deadline and nobody else who is affected";
const QUOTE_CHARACTERS = 90;
const AROUND_CHARACTERS = 60;
/** Fewer are a group. */
const MANY_PEOPLE = 50;
const MANY_WORDS =
  /\b(?:hundreds?|thousands?|dozens|fifty|sixty|seventy|eighty|ninety)\b|\d[,.]\d{3}\b/i;
const CLAUSE_MARK = /^(?:[.!?,;:()–—]|-)$/;

interface FoundValue extends Value {
  readonly quote: string;
}

/** "High|Medium|Low: rationale", with the words of the message that decided. */
export function businessValue(context: DraftContext): string {
  const [first, second] = valuesOf(context);
  if (first === undefined) return `Low: ${DEFAULT_BECAUSE}.`;
  const more =
    second !== undefined && (second.because === MANY.because || second.level === first.level)
      ? `; ${second.because}` + (second.quote === first.quote ? "" : ` (“${second.quote}”)`)
      : "";
  const value = `${first.level}: ${first.because} (“${first.quote}”)${more}`;
  return `${cutAtWord(value, REPLY_LIMITS.rationale_characters - 1)}.`;
}

/** The two most valuable things that the message tells. */
function valuesOf({ sentences, show }: DraftContext): readonly FoundValue[] {
  const best = new Map<Value, FoundValue>();
  for (const sentence of sentences) {
    for (const fired of sentence.fired) {
      const known = VALUES.find(([rule]) => rule === fired.rule)?.[1];
      if (known === undefined) continue;
      const value = known === MANY ? ofCount(fired, show) : known;
      if (!best.has(value)) {
        best.set(value, { ...value, quote: quoteAround(sentence, fired, show) });
      }
    }
  }
  return VALUES.flatMap(([, value]) => best.get(value) ?? []).slice(0, 2);
}

/** Many people, or a group. */
function ofCount({ captured }: Fired, show: DraftContext["show"]): Value {
  const said = captured === null ? "" : show(captured.start, captured.end);
  return Number(said) >= MANY_PEOPLE || MANY_WORDS.test(said) ? MANY : GROUP;
}

/** The clause around what was found, cut between words. */
function quoteAround(
  { tokens }: Sentence,
  { start, end }: Fired,
  show: DraftContext["show"],
): string {
  let first = tokens.findIndex((token) => token.end > start);
  let last = tokens.findLastIndex((token) => token.start < end);
  const near = (at: number) => Math.abs((tokens[at]?.start ?? 0) - start) <= AROUND_CHARACTERS;
  while (first > 0 && !CLAUSE_MARK.test(tokens[first - 1]?.text ?? "") && near(first - 1)) first--;
  while (
    last + 1 < tokens.length && !CLAUSE_MARK.test(tokens[last + 1]?.text ?? "") && near(last + 1)
  ) last++;
  const quote = show(tokens[first]?.start ?? start, tokens[last]?.end ?? end);
  return cutAtWord(quote.replace(/["“”]/g, "'").trim(), QUOTE_CHARACTERS);
}
