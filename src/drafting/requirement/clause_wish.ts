/**
 * Reads a wish that is told as a clause: "that the list follows the way of the
 * shop", "if the lock said so out loud", "the eraser needs to come in sizes",
 * "could matters be pinned".
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import type { Show } from "../message/excerpt.ts";
import type { Span } from "../message/span_model.ts";
import { another, cutWish, doing, type Meaning } from "./wish_meaning.ts";

const SUBJECT_WORDS_MAX = 6;
/** What opens the clause. */
const OPENING = new Set(["if", "that"]);
const MODALS = new Set(["could", "can", "might", "may", "should", "would"]);
const CUSTOMER = /^(?:i|we|one)$/i;
const SUBJECT = new Set(["DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"]);
const NO_SUBJECT = new Set(["there", "you", "u", "it"]);

/** The meaning of a stretch that tells its wish as a clause; `null` where it does not. */
export function toldAsClause(
  tokens: readonly Token[],
  first: number,
  span: Span,
  show: Show,
  thing: string,
): Meaning | null {
  const from = OPENING.has(lower(tokens[first])) ? first + 1 : first;
  const rest = (at: number) => show(tokens[at]?.start ?? 0, span.end);
  const taken = tokens.findIndex((token, at) =>
    at <= span.last && lower(token) === "took" && lower(tokens[at + 1]) === "away"
  );
  if (taken >= 0 && taken + 2 < tokens.length) {
    const thing = cutWish(show(tokens[taken + 2]?.start ?? 0, span.sentence.end));
    return { wanted: `to have ${thing} back`, topic: `${thing} back` };
  }
  const before = (at: number) => show(tokens[from]?.start ?? 0, tokens[at - 1]?.end ?? 0);
  for (let at = from + 1; at < Math.min(span.last, from + SUBJECT_WORDS_MAX); at++) {
    const word = lower(tokens[at]);
    if (/^(?:needs?|ought)$/.test(word) && lower(tokens[at + 1]) === "to") {
      return CUSTOMER.test(before(at)) ? null : another(before(at), rest(at + 2), thing);
    }
    // "auto layout can't wrap yet": that it could is the wish.
    const cannot = /^(?:ca|can|could)$/.test(word) &&
      /^(?:n't|n’t|not)$/.test(lower(tokens[at + 1]));
    if (cannot && isBaseVerb(lower(tokens[at + 2]))) {
      const text = rest(at + 2).replace(/\s+yet\W*$/i, "");
      return CUSTOMER.test(before(at)) ? null : another(before(at), text, thing);
    }
    if (word === "be" && MODALS.has(lower(tokens[from - 1]))) {
      return another(before(at), rest(at), thing);
    }
    // "the permit", "the map": what stands behind the first word may look like a verb.
    if (at > from + 1 && !SUBJECT.has(tokens[at]?.pos ?? "")) break;
  }
  const opened = from > first || OPENING.has(lower(tokens[first - 1])) ||
    lower(tokens[first - 1]) === "wish";
  if (opened) {
    const verb = verbAfter(tokens, from, span.last);
    return verb < 0 ? null : told(before(verb), tokens, verb, rest, thing);
  }
  return withSubjectBefore(tokens, first, rest, show, thing);
}

/** Where, behind words that can be a subject, a verb stands that a clause has. */
function verbAfter(tokens: readonly Token[], from: number, last: number): number {
  if (NO_SUBJECT.has(lower(tokens[from])) || !SUBJECT.has(tokens[from]?.pos ?? "")) return -1;
  for (let at = from + 1; at < Math.min(last, from + SUBJECT_WORDS_MAX); at++) {
    // "page turns worked": the first is part of the subject.
    if (isInflected(tokens[at]) && tokens[at - 1]?.pos !== "DET") {
      return isInflected(tokens[at + 1]) && at + 1 < last ? at + 1 : at;
    }
    if (!SUBJECT.has(tokens[at]?.pos ?? "")) return -1;
  }
  return -1;
}

/** "that the shopping list | follows the way": the stretch begins with the verb. */
function withSubjectBefore(
  tokens: readonly Token[],
  first: number,
  rest: (at: number) => string,
  show: Show,
  thing: string,
): Meaning | null {
  const cannot = /^(?:n't|n’t|not)$/.test(lower(tokens[first - 1])) &&
    /^(?:ca|can)$/.test(lower(tokens[first - 2]));
  if (cannot) {
    const from = clauseStart(tokens, first - 2);
    const subject = show(tokens[from]?.start ?? 0, tokens[first - 3]?.end ?? 0);
    const long = first - 2 - from > SUBJECT_WORDS_MAX || first - 2 === from;
    return long || /\b(?:i|we|you|one|there|that)\b/i.test(subject)
      ? null
      : another(subject, rest(first).replace(/\s+yet\W*$/i, ""), thing);
  }
  if (!isInflected(tokens[first])) return null;
  for (let at = first - 1; at >= Math.max(0, first - SUBJECT_WORDS_MAX); at--) {
    if (OPENING.has(lower(tokens[at])) && at + 1 < first) {
      const subject = show(tokens[at + 1]?.start ?? 0, tokens[first - 1]?.end ?? 0);
      return told(subject, tokens, first, rest, thing);
    }
    if (!SUBJECT.has(tokens[at]?.pos ?? "")) return null;
  }
  return null;
}

function told(
  subject: string,
  tokens: readonly Token[],
  verb: number,
  rest: (at: number) => string,
  thing: string,
): Meaning | null {
  const text = [baseForm(lower(tokens[verb])), rest(verb + 1)].join(" ");
  return CUSTOMER.test(subject) ? doing(text) : another(subject, text, thing);
}

function clauseStart(tokens: readonly Token[], from: number): number {
  let first = from;
  while (first > 0 && !/^[,;:.!?()–—-]$/.test(tokens[first - 1]?.text ?? "")) first--;
  return first;
}

/** "follows", "said", not "to follow", "saying" or "connected" behind "is". */
function isInflected(token: Token | undefined): boolean {
  const word = lower(token);
  const base = baseForm(word);
  return token?.pos === "VERB" && base !== word && isBaseVerb(base) && !word.endsWith("ing");
}
