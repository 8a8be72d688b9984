/**
 * Where, in a stretch that tells a wish, the thing begins: behind "feature
 * request:", "could", "any plans for", "I'm dying for", "we need".
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import type { Span } from "../message/span_model.ts";
import { WISH_WORDS } from "./wish_words.ts";

/** Where a stretch comes to the thing: behind "is", "any plans for", "propose". */
export function openedAt(tokens: readonly Token[], { first, last }: Span): number {
  let at = first;
  const skip = (words: ReadonlySet<string>) => {
    if (words.has(lower(tokens[at])) && at < last) at++;
  };
  // "Feature request: add classes", "could the card be signed": the wish stands behind it.
  const colon = tokens.findIndex((token, index) => index > at && lower(token) === ":");
  if (
    colon > at && colon < Math.min(at + ANNOUNCING_WORDS_MAX, last) &&
    isAnnouncing(tokens, at, colon)
  ) {
    at = colon + 1;
  }
  if (
    MODALS.has(lower(tokens[at])) && !/^(?:you|u)$/.test(lower(tokens[at + 1])) && at + 2 < last
  ) at++;
  // "my suggestion is to add voice entry"
  const mine = /^(?:my|our|the|one)$/.test(lower(tokens[at])) &&
    ANNOUNCING.has(lower(tokens[at + 1])) && /^(?:is|'s|’s)$/.test(lower(tokens[at + 2]));
  if (mine && at + 4 < last) at += 3;
  const hoped = hopedAt(tokens, at, last);
  if (hoped > 0) return hoped;
  skip(ASKING);
  if (
    /^(?:can|could|would)$/.test(lower(tokens[at])) && /^(?:you|u)$/.test(lower(tokens[at + 1]))
  ) {
    at += lower(tokens[at + 2]) === "consider" ? 3 : 2;
  }
  if (lower(tokens[at]) === "consider" && /ing$/.test(lower(tokens[at + 1]))) at++;
  if (/^(?:i|we)$/.test(lower(tokens[at])) && NEEDING.has(lower(tokens[at + 1]))) at += 2;
  if (lower(tokens[at + 1]) === "about" && /^(?:how|what)$/.test(lower(tokens[at]))) at += 2;
  if (LONGING.has(lower(tokens[at])) && lower(tokens[at + 1]) === "for" && at + 2 < last) at += 2;
  if (lower(tokens[at]) === "any" && PLANS.has(lower(tokens[at + 1])) && at + 2 < last) at += 2;
  skip(PREPOSITIONS);
  skip(BEING);
  return at;
}

/** Where, behind "an option to", what is to be done begins; 0 where it does not stand there. */
export function wayTo(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first; at <= Math.min(last - 2, first + 2); at++) {
    if (WISH_WORDS.ways.has(lower(tokens[at])) && lower(tokens[at + 1]) === "to") return at + 2;
  }
  return 0;
}

const ANNOUNCING_WORDS_MAX = 4;
const ANNOUNCING = set(
  "feature request requests suggestion suggestions idea ideas wish proposal rfe small another one",
);

function isAnnouncing(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every((token) => ANNOUNCING.has(lower(token)));
}

/** "next time I hope I can | filter": where what is hoped begins; 0 where nothing is. */
function hopedAt(tokens: readonly Token[], from: number, last: number): number {
  for (let at = from; at < Math.min(from + HOPING_WORDS_MAX, last - 3); at++) {
    if (
      /^(?:hope|wish)$/.test(lower(tokens[at])) && /^(?:i|we)$/.test(lower(tokens[at + 1])) &&
      /^(?:can|could)$/.test(lower(tokens[at + 2]))
    ) return at + 3;
  }
  return 0;
}

const HOPING_WORDS_MAX = 6;

/** "dying for a later slot" */
const LONGING = set(
  "coming planned dying die killing kill longing looking hoping hope wishing screaming praying begging asking waiting",
);
const ASKING = set(
  "propose suggest request recommend suggestion requesting proposing suggesting",
);
const PLANS = set("plans plan chance hope");
const PREPOSITIONS = set("for of");
const NEEDING = set("need want miss lack request propose suggest");
const BEING = set("is 's be");
const MODALS = set("could can should might may");

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
