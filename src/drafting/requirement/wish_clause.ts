/**
 * Wishes that a stretch tells with the clause around it: what should be, what
 * could be done, what is there "but not" the rest.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import { baseForm } from "../english/base_form.ts";
import type { Show } from "../message/excerpt.ts";
import type { Span } from "../message/span_model.ts";
import { isWishVerb } from "./subject.ts";
import { another, doing, type Meaning } from "./wish_meaning.ts";
import { isGerund } from "./wish_verb.ts";
import { WISH_WORDS } from "./wish_words.ts";

const CONDITION_WORDS_MAX = 10;

/** "a waiting list should be offered the slot": what should be; "paying by card isn't possible": what is not. */
export function shouldBe(
  tokens: readonly Token[],
  first: number,
  span: Span,
  show: Show,
  thing: string,
): Meaning | null {
  for (let at = first + 1; at < span.last; at++) {
    if (isGerund(tokens, first) && /^(?:is|was)$/.test(lower(tokens[at]))) {
      const doing_it = show(tokens[first]?.start ?? 0, tokens[at - 1]?.end ?? 0);
      const verb = lower(tokens[first]);
      return doing(baseForm(verb) + doing_it.slice(verb.length));
    }
    if (!/^(?:should|could|must|ought)$/.test(lower(tokens[at]))) continue;
    const from = lower(tokens[at + 1]) === "to" ? at + 2 : at + 1;
    const subject = show(tokens[first]?.start ?? 0, tokens[at - 1]?.end ?? 0);
    return another(subject, show(tokens[from]?.start ?? 0, span.end), thing);
  }
  return null;
}

/** "filter by price but not by size": what is there, and what is missing. */
export function contrasted(text: string): Meaning | null {
  const [, there = "", missing = ""] = /^(\S+ .{2,60}?) but not (.{3,})$/i.exec(text) ?? [];
  const [joint = ""] = missing.split(" ");
  const at = there.indexOf(` ${joint} `);
  if (at > 0) return doing(`${there.slice(0, at)} ${missing}`);
  return joint !== "" && isWishVerb(joint) ? doing(missing) : null;
}

/** "if the notes could be signed by a nurse": the stretch is the end of what is to be possible. */
export function conditionAround(
  tokens: readonly Token[],
  first: number,
  span: Span,
  show: Show,
  thing: string,
): Meaning | null {
  let modal = -1;
  for (let at = first - 1; at >= Math.max(0, first - CONDITION_WORDS_MAX); at--) {
    const word = lower(tokens[at]);
    if (/^[,;:.!?]$/.test(word)) return null;
    if (WISH_WORDS.modals.has(word)) modal = at;
    if (word !== "if" || modal < at + 2) continue;
    const subject = show(tokens[at + 1]?.start ?? 0, tokens[modal - 1]?.end ?? 0);
    const rest = show(tokens[modal + 1]?.start ?? 0, span.end);
    return /^(?:i|we|one)$/i.test(subject)
      ? doing(rest)
      : another(/^(?:you|u)$/i.test(subject) ? "it" : subject, rest, thing);
  }
  return null;
}
