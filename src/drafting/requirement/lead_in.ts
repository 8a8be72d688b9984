/**
 * What leads up to a wish ("it would be great if", "could you please"), by the
 * rows of rules/tables/wish_told.ts: where the wish itself begins, and what it
 * is told as.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import type { Stretch } from "./stretch.ts";

/** What a wish is told as. */
export type Form = "doing" | "of_us" | "thing" | "clause" | "not" | "open";

/** Where a wish begins and ends behind what leads up to it, and what it is told as. */
export interface Led {
  readonly form: Form;
  /** Place of the first word that leads up to it. */
  readonly opening: number;
  readonly first: number;
  readonly last: number;
}

const TABLE = "wish/told/";
const FORMS: Readonly<Record<string, Form>> = {
  doing: "doing",
  of_us: "of_us",
  thing: "thing",
  named: "thing",
  clause: "clause",
  others: "clause",
  not: "not",
  colon: "open",
};
const ROUNDS = 4;
const LIGHT_WORDS_MAX = 4;
/** Parts of speech of words that say nothing by themselves. */
const LIGHT = new Set(
  ["PUNCT", "INTJ", "CCONJ", "SCONJ", "ADV", "AUX", "PRON", "PART", "DET", "NUM", "ADJ"],
);

/** Whether a rule tells what leads up to a wish. */
export function isLeadIn(rule: string): boolean {
  return rule.startsWith(TABLE);
}

/** The wish behind all that leads up to it; `open` where nothing does. */
export function ledBy(stretch: Stretch): Led {
  const first = afterRole(stretch);
  let led: Led = { form: "open", opening: first, first, last: stretch.last };
  for (let round = 0; round < ROUNDS; round++) {
    const next = nextLead(stretch, led);
    if (next === null) break;
    led = next;
  }
  return led;
}

/** "As a parent | I'd like to": who asks is told elsewhere. */
function afterRole({ sentence: { tokens, fired }, first }: Stretch): number {
  const role = fired.find(({ rule }) => rule === "role/stated")?.captured?.end ?? 0;
  const opening = tokens[first]?.normal === "as";
  return opening && role > 0 ? tokens.findIndex(({ start }) => start >= role) : first;
}

/** The wish behind the first lead-in of a stretch, whatever stands in front; `null` where there is none. */
export function ledLater(stretch: Stretch): Led | null {
  const { sentence: { fired }, start } = stretch;
  const opening = fired.find((one) => one.start >= start && isLeadIn(one.rule))?.start;
  if (opening === undefined) return null;
  const { sentence: { tokens }, last } = stretch;
  const first = tokens.findIndex((token) => token.end > opening);
  return nextLead(stretch, { form: "open", opening: first, first, last });
}

/** The lead-in that the rest of a stretch begins with, light words aside; of several the longest. */
function nextLead({ sentence: { tokens, fired } }: Stretch, from: Led): Led | null {
  const place = (offset: number) => tokens.findIndex(({ end }) => end > offset);
  let best: Led | null = null;
  for (const { rule, start, captured } of fired) {
    if (captured === null || !isLeadIn(rule)) continue;
    const at = place(start), first = place(captured.start);
    const named = first === at;
    if (first > from.last || at < from.first || named && at > from.first) continue;
    if (!named && first <= from.first || !areLight(tokens, from.first, at)) continue;
    if (best !== null && best.first >= first) continue;
    const last = named ? tokens.findLastIndex(({ end }) => end <= captured.end) : from.last;
    best = { form: FORMS[rule.slice(TABLE.length)] ?? "open", opening: at, first, last };
  }
  return best;
}

function areLight(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from <= LIGHT_WORDS_MAX &&
    tokens.slice(from, to).every(({ pos }) => LIGHT.has(pos));
}
