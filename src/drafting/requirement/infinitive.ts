/**
 * Turns the stretch that tells a wish into what can stand after "I want": an
 * infinitive, with its subject where that is not the customer. Read off the
 * words of the stretch and those in front of it.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import { baseForm } from "../english/base_form.ts";
import { isShouted } from "../english/headline.ts";
import type { Show } from "../message/excerpt.ts";
import type { Span } from "../message/span_model.ts";
import { toldAsClause } from "./clause_wish.ts";
import { conditionOf } from "./condition.ts";
import { holdsFinite } from "./finite_stretch.ts";
import { invertedSubject, isOthers, subjectBefore } from "./wish_doer.ts";
import { letting, madeBy, making } from "./wish_maker.ts";
import { another, cutWish, doing, having, lowerStart, type Meaning } from "./wish_meaning.ts";
import { conditionAround, contrasted, shouldBe } from "./wish_clause.ts";
import { openedAt, wayTo } from "./wish_opening.ts";
import { isGerund, isTold, isVerbal } from "./wish_verb.ts";
import { WISH_WORDS } from "./wish_words.ts";

const SUBJECT_WORDS_MAX = 6;

/** The meaning of a stretch that tells a wish; `null` where it tells none that can be turned. */
export function infinitiveOf(span: Span, shown: Show, thing: string): Meaning | null {
  const shouted = isShouted(shown(span.start, span.end));
  const show: Show = (start, end) => shouted ? shown(start, end).toLowerCase() : shown(start, end);
  const { tokens } = span.sentence;
  let first = openedAt(tokens, span);
  while (
    first < span.last && WISH_WORDS.fillers.has(lower(tokens[first])) && !isVerbal(tokens, first)
  ) {
    first++;
  }
  const said = (from: number) => show(tokens[from]?.start ?? 0, span.end);
  const word = lower(tokens[first]);
  const told = toldAsClause(tokens, first, span, show, thing);
  if (told !== null) return told;
  // What follows the wish is cut off later, and no verb of its.
  const end = (tokens[first]?.start ?? 0) + cutWish(said(first)).length;
  const last = tokens.findLastIndex(({ start }, at) => at <= span.last && start < end);
  if (holdsFinite(tokens, first, last)) return shouldBe(tokens, first, span, show, thing);
  const condition = /^(?:prefer |better )?if (.{6,})$/i.exec(said(first))?.[1];
  if (condition !== undefined) return conditionOf(condition, thing);
  if (/^\p{L}+-/u.test(said(first)) && !isTold(tokens, first)) return having(said(first));
  // "no more announcements in my ear": what is wished away.
  if (/^(?:more|longer)$/.test(word) && lower(tokens[first - 1]) === "no") {
    const gone = cutWish(said(first));
    return { wanted: `to have no ${gone}`, topic: `no ${gone}` };
  }
  return isForbidden(tokens, first) ? null : doneOrHad(tokens, first, span, show, thing);
}

/** What is done, or had, from the word on with which the stretch comes to the point. */
function doneOrHad(
  tokens: readonly Token[],
  first: number,
  span: Span,
  show: Show,
  thing: string,
): Meaning | null {
  const said = (from: number) => show(tokens[from]?.start ?? 0, span.end);
  const word = lower(tokens[first]);
  if (word === "support" && lower(tokens[first + 1]) === "for") return having(said(first + 2));
  if (word === "offer" && lower(tokens[first + 1]) === "to") {
    return another("it", said(first), thing);
  }
  const missing = lower(tokens[first - 1]) === "can" ? contrasted(said(first)) : null;
  if (missing !== null) return missing;
  // "let | the doorbell ring": the stretch began behind it.
  if (first > 0 && lower(tokens[first - 1]) === "let") {
    return letting(tokens, first - 1, span, said, show, thing);
  }
  if (WISH_WORDS.letting.has(baseForm(word))) {
    return letting(tokens, first, span, said, show, thing);
  }
  if (WISH_WORDS.giving.has(word) && WISH_WORDS.me.has(lower(tokens[first + 1]))) {
    return having(said(first + 2));
  }
  if (word === "give" || word === "bring" && lower(tokens[first + 1]) === "back") {
    return wordForWord(said(first), first, tokens, thing);
  }
  if (
    word === "pay" && lower(tokens[first + 1]) === "for" &&
    WISH_WORDS.offering.has(lower(tokens[first - 1]))
  ) {
    return having(said(first + 2));
  }
  if (word === "make") return making(tokens, first, said, thing);
  if (
    WISH_WORDS.making.has(baseForm(word)) && !subjectBefore(tokens, first) &&
    !isOthers(tokens, first)
  ) {
    return madeBy(tokens, first, said);
  }
  const way = wayTo(tokens, first, span.last);
  return way > 0 ? doing(said(way)) : plain(tokens, first, span, show, thing);
}

/** What is told without a word that says how it is meant: a doing, or a thing. */
function plain(
  tokens: readonly Token[],
  first: number,
  span: Span,
  show: Show,
  thing: string,
): Meaning | null {
  const said = (from: number) => show(tokens[from]?.start ?? 0, span.end);
  const word = lower(tokens[first]);
  if (isGerund(tokens, first)) {
    const rest = said(first).slice(word.length).replace(
      /\b(and|or) (\p{L}+ing)\b/giu,
      (_all, joint: string, verb: string) => `${joint} ${baseForm(verb.toLowerCase())}`,
    );
    return doing(`${baseForm(word)}${rest}`);
  }
  // "I'd like to be | warned before it ends"
  if (lower(tokens[first - 1]) === "be" && lower(tokens[first - 2]) === "to" && isPast(word)) {
    return subjectBefore(tokens, first - 1) === "i" ? doing(`be ${said(first)}`) : null;
  }
  // "no undo when archiving": the thing that is not there.
  if (lower(tokens[first - 1]) === "no") return having(said(first));
  const whole = isVerbal(tokens, first) ? null : conditionAround(tokens, first, span, show, thing);
  if (whole !== null) return whole;
  const getter = /^(?:get|have|see)$/.test(lower(tokens[first - 1]))
    ? invertedSubject(tokens, first - 1)
    : null;
  if (getter !== null && !/^(?:i|we|you)$/.test(getter) && !isVerbal(tokens, first)) {
    return another(getter, said(first - 1), thing);
  }
  if (!isVerbal(tokens, first)) {
    return isDone(tokens, first, span.last)
      ? { wanted: lowerStart(said(first)), topic: said(first) }
      : having(said(first));
  }
  return wordForWord(said(first), first, tokens, thing);
}

/** A verb in its base form: done by whoever the words in front of it name. */
function wordForWord(
  text: string,
  first: number,
  tokens: readonly Token[],
  thing: string,
): Meaning | null {
  // "any plans to support them": only the product can.
  if (/^(?:support|integrate)$/.test(lower(tokens[first]))) return another("it", text, thing);
  const subject = subjectBefore(tokens, first) ?? invertedSubject(tokens, first);
  const object = lower(tokens[first + 1]);
  if (subject === "please") return another("it", text, thing);
  if (subject !== null && /^(?:i|we|one)$/.test(subject)) return doing(text);
  if (subject !== null) {
    return another(/^(?:you|u|it|this|they)$/.test(subject) ? "it" : subject, text, thing);
  }
  const word = lower(tokens[first]);
  return WISH_WORDS.machine.has(word) || object === "me" || object === "us"
    ? another("it", text, thing)
    : doing(text);
}

function isPast(word: string): boolean {
  return baseForm(word) !== word && !/(?:s|ing)$/u.test(word);
}

/** "it shouldn't mail forty people": not to be done. */
function isForbidden(tokens: readonly Token[], first: number): boolean {
  // "I'd rather you didn't start playing a trailer"
  const at = /^(?:start|keep|begin)$/.test(lower(tokens[first - 1])) ? first - 1 : first;
  const before = lower(tokens[at - 1]);
  return (before === "n't" || before === "not") &&
    !/^(?:ca|can|could)$/.test(lower(tokens[at - 2]));
}

/** "the report to be mailed to our board": something is to be done with it. */
function isDone(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first + 1; at < Math.min(last, first + SUBJECT_WORDS_MAX + 2); at++) {
    if (lower(tokens[at]) === "to" && lower(tokens[at + 1]) === "be") return true;
  }
  return false;
}
