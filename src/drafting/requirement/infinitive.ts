/**
 * Turns the stretch that tells a wish into what can stand after "I want": an
 * infinitive, with its subject where that is not the customer. Read off the
 * words of the stretch and those in front of it.
 *
 * @module
 */
import type { Span } from "../message/span_model.ts";
import type { Token } from "../../triage/text/document.ts";
import { isShouted } from "../english/headline.ts";
import { isWishVerb } from "./subject.ts";
import { baseForm } from "../english/base_form.ts";
import { toldAsClause } from "./clause_wish.ts";
import { conditionOf } from "./condition.ts";
import { holdsFinite } from "./finite_stretch.ts";
import { openedAt } from "./wish_opening.ts";
import { another, cutWish, doing, having, lowerStart, type Meaning } from "./wish_meaning.ts";

type Show = (start: number, end: number) => string;

const ME = set("me us one lemme");
const LETTING = set("let allow enable permit lemme lem");
const GIVING = set("give grant get gimme");
const MAKING = set(
  "add offer provide include introduce implement build create develop want need see have bring consider",
);
const MODALS = set("could can should might ought cuold");
const WAYS = set("way option possibility ability chance opportunity");
const FILLERS = set(
  "also just please maybe perhaps finally simply really automatically to pls even at least then be able",
);
/** What a program does for somebody; what else is told without a subject people do with it. */
const MACHINE = set(
  "show display send remind notify warn alert keep remember stop ask tell detect recognise recognize calculate suggest prevent respect treat beep vibrate print bring make offer support refund refuse default honour honor leave turn wake count store put announce highlight protect fill start update sync block",
);
/** "I'd gladly pay for downloadable maps": an offer for what is wished. */
const OFFERING = set("gladly happily even would 'd 'll will");
const BOUNDARY = set(
  ", ; : . ! ? – — if that when - ( and but because so wish hope love like prefer appreciate want",
);
const NOMINAL = set("NOUN PROPN");
const OPENS_OBJECT = set("DET PRON NUM ADP");

/** The meaning of a stretch that tells a wish; `null` where it tells none that can be turned. */
export function infinitiveOf(span: Span, shown: Show, thing: string): Meaning | null {
  const shouted = isShouted(shown(span.start, span.end));
  const show: Show = (start, end) => shouted ? shown(start, end).toLowerCase() : shown(start, end);
  const { tokens } = span.sentence;
  let first = openedAt(tokens, span);
  while (first < span.last && FILLERS.has(lower(tokens[first])) && !isVerbal(tokens, first)) {
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
  if (isForbidden(tokens, first)) return null;
  if (word === "support" && lower(tokens[first + 1]) === "for") return having(said(first + 2));
  const missing = lower(tokens[first - 1]) === "can" ? contrasted(said(first)) : null;
  if (missing !== null) return missing;
  if (LETTING.has(baseForm(word))) return letting(tokens, first, span, said, show, thing);
  if (GIVING.has(word) && ME.has(lower(tokens[first + 1]))) return having(said(first + 2));
  if (word === "give" || word === "bring" && lower(tokens[first + 1]) === "back") {
    return wordForWord(said(first), first, tokens, thing);
  }
  if (
    word === "pay" && lower(tokens[first + 1]) === "for" && OFFERING.has(lower(tokens[first - 1]))
  ) {
    return having(said(first + 2));
  }
  if (word === "make") return making(tokens, first, said, thing);
  if (MAKING.has(baseForm(word)) && !subjectBefore(tokens, first)) {
    return madeBy(tokens, first, said);
  }
  const way = wayTo(tokens, first, span.last);
  if (way > 0) return doing(said(way));
  if (isGerund(tokens, first)) {
    const rest = said(first).slice(word.length).replace(
      /\b(and|or) (\p{L}+ing)\b/giu,
      (_all, joint: string, verb: string) => `${joint} ${baseForm(verb.toLowerCase())}`,
    );
    return doing(`${baseForm(word)}${rest}`);
  }
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
  if (subject !== null && /^(?:i|we|one)$/.test(subject)) return doing(text);
  if (subject !== null) {
    return another(/^(?:you|u|it|this|they)$/.test(subject) ? "it" : subject, text, thing);
  }
  const word = lower(tokens[first]);
  return MACHINE.has(word) || object === "me" || object === "us"
    ? another("it", text, thing)
    : doing(text);
}

/** "let me mute them", "let patients join a list". */
function letting(
  tokens: readonly Token[],
  at: number,
  span: Span,
  said: (from: number) => string,
  show: Show,
  thing: string,
): Meaning | null {
  const skipsTo = (from: number) => lower(tokens[from]) === "to" ? from + 1 : from;
  if (lower(tokens[at]) === "lemme") return doing(said(at + 1));
  if (ME.has(lower(tokens[at + 1]))) return doing(said(skipsTo(at + 2)));
  if (/ing$/.test(lower(tokens[at + 1])) && isWishVerb(lower(tokens[at + 1]))) {
    const doneBy = lower(tokens[at + 1]);
    return doing(baseForm(doneBy) + said(at + 1).slice(doneBy.length));
  }
  for (let verb = at + 2; verb < Math.min(span.last, at + SUBJECT_WORDS_MAX); verb++) {
    const isTo = lower(tokens[verb]) === "to";
    if (!isTo && !(isBaseVerb(tokens[verb]) && isWishVerb(lower(tokens[verb])))) continue;
    const subject = show(tokens[at + 1]?.start ?? 0, tokens[verb - 1]?.end ?? 0);
    const rest = said(skipsTo(verb));
    if (/^it$/i.test(subject)) return another("it", rest, thing);
    return { wanted: `${lowerStart(subject)} to be able to ${rest}`, topic: `${said(at)}` };
  }
  return having(said(at + 1));
}

/** "make the font larger", "make it possible to …", "make it so that I can …". */
function making(
  tokens: readonly Token[],
  at: number,
  said: (from: number) => string,
  thing: string,
): Meaning | null {
  const it = lower(tokens[at + 1]) === "it";
  if (/^an?$/.test(lower(tokens[at + 1]))) return having(said(at + 1));
  if (it && lower(tokens[at + 2]) === "possible" && lower(tokens[at + 3]) === "to") {
    return doing(said(at + 4));
  }
  const possible = /^make (.{3,60}?) (?:possible|available)\b/i.exec(said(at))?.[1];
  if (possible !== undefined && !it) return having(possible);
  if (!it) return another("it", said(at), thing);
  let from = at + 2;
  while (lower(tokens[from]) === "so" || lower(tokens[from]) === "that") from++;
  const able = /^(?:i|we)$/.test(lower(tokens[from])) &&
    /^(?:can|could)$/.test(lower(tokens[from + 1]));
  if (able) return doing(said(from + 2));
  const allowed = /^(.{3,40}?) (?:can|could) (.{3,})$/i.exec(said(from));
  if (allowed !== null) {
    const [, who = "", rest = ""] = allowed;
    return another(who, `be able to ${rest}`, thing);
  }
  return isBaseVerb(tokens[from])
    ? another("it", said(from), thing)
    : another("it", said(at), thing);
}

/** "add week numbers", "provide an option to hide them", "have audit logs". */
function madeBy(
  tokens: readonly Token[],
  at: number,
  said: (from: number) => string,
): Meaning | null {
  const way = wayTo(tokens, at + 1, tokens.length - 1);
  if (way > 0) return doing(said(way));
  const from = lower(tokens[at + 1]) === "in" ? at + 2 : at + 1;
  return having(said(from).replace(/^(?:support for|back)\s+/i, ""));
}

/** Where, behind "an option to", what is to be done begins; 0 where it does not stand there. */
function wayTo(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first; at <= Math.min(last - 2, first + 2); at++) {
    if (WAYS.has(lower(tokens[at])) && lower(tokens[at + 1]) === "to") return at + 2;
  }
  return 0;
}

const SUBJECT_WORDS_MAX = 6;
const CONDITION_WORDS_MAX = 10;

/** Who does it, by the words in front: "i" of "if I could mute", "the app" of "I'd like the app to". */
function subjectBefore(tokens: readonly Token[], first: number): string | null {
  let at = first - 1;
  while (FILLERS.has(lower(tokens[at])) && lower(tokens[at]) !== "to") at--;
  const joint = lower(tokens[at]);
  if (joint === "lemme") return "i";
  if (ME.has(joint)) return LETTING.has(lower(tokens[at - 1])) ? "i" : null;
  if (joint === "to" && /^(?:going|planning|plan)$/.test(lower(tokens[at - 1]))) return null;
  // "parents should be able to see": who should.
  if (joint === "to" && lower(tokens[at - 1]) === "able" && MODALS.has(lower(tokens[at - 3]))) {
    at -= 3;
  }
  if (!MODALS.has(joint) && joint !== "to") return null;
  // "the seat map ought to say"
  if (joint === "to" && lower(tokens[at - 1]) === "ought") at--;
  let from = at;
  while (from > 0 && at - from < SUBJECT_WORDS_MAX && !BOUNDARY.has(lower(tokens[from - 1]))) {
    from--;
  }
  // "could you": the subject stands behind the modal.
  const subject = tokens.slice(from, at).map(({ text }) => text).join(" ").toLowerCase();
  if (lower(tokens[at]) === "to") {
    if (/\bkind\b|\b(?:suggestion|idea|proposal|wish|request) (?:is|would be)$/.test(subject)) {
      return null;
    }
    return subject === "" ||
        /\b(?:i|we|me|us|able|way|option|nice|great|good|lovely|possible|handy|helpful|useful|need|have|cool|plans|chance|possibility|ability|help)\b/
          .test(subject)
      ? "i"
      : subject;
  }
  return subject === "" ? null : subject;
}

function isVerbal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = lower(tokens[at - 1]), next = tokens[at + 1];
  if (isTold(tokens, at)) {
    return token !== undefined && token.pos !== "DET" && baseForm(lower(token)) === lower(token);
  }
  if (!isBaseVerb(token)) return false;
  if (before === "a" || before === "an" || before === "the") return false;
  // "dark mode", "map view": a noun follows; "filter by size", "mute them": it does not.
  if (THINGS.has(lower(next))) return false;
  // "show dew point on the widget": told as done by the product.
  if (at === 0 && SHOWING.has(lower(token))) return true;
  if (token?.pos === "VERB") {
    return next === undefined || next.pos !== "NOUN" || isWishVerb(lower(token));
  }
  return isWishVerb(lower(token)) && next !== undefined && OPENS_OBJECT.has(next.pos);
}

const SHOWING = set("support show display send hide highlight");
/** "translate button", "print view": things that are named by what they do. */
const THINGS = set("button mode view option list page field filter function feature");

/** Whether what stands in front wants a verb: "to", "could", "let me". */
function isTold(tokens: readonly Token[], at: number): boolean {
  const before = lower(tokens[at - 1]);
  return before === "to" || MODALS.has(before) || ME.has(before);
}

function isBaseVerb(token: Token | undefined): boolean {
  if (token === undefined || NOMINAL.has(token.pos) && !isWishVerb(lower(token))) return false;
  const word = lower(token);
  return (token.pos === "VERB" || token.pos === "AUX" || isWishVerb(word)) &&
    baseForm(word) === word &&
    !/(?:ing|ed)$/.test(word) && !MODALS.has(word);
}

/** "a waiting list should be offered the slot": what should be; "paying by card isn't possible": what is not. */
function shouldBe(
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

/** "could the launcher collect …": who stands between the modal and the verb. */
function invertedSubject(tokens: readonly Token[], verb: number): string | null {
  for (let at = verb - 1; at >= Math.max(0, verb - SUBJECT_WORDS_MAX); at--) {
    const word = lower(tokens[at]);
    if (BOUNDARY.has(word)) return null;
    if (!MODALS.has(word) && word !== "n't" && word !== "not") continue;
    const subject = tokens.slice(at + 1, verb).map(({ text }) => text)
      .filter((text) => !FILLERS.has(text.toLowerCase())).join(" ").toLowerCase();
    return subject === "" || /\b(?:to|possible|it)\b/.test(subject) ? null : subject;
  }
  return null;
}

/** "it shouldn't mail forty people": not to be done. */
function isForbidden(tokens: readonly Token[], first: number): boolean {
  // "I'd rather you didn't start playing a trailer"
  const at = /^(?:start|keep|begin)$/.test(lower(tokens[first - 1])) ? first - 1 : first;
  const before = lower(tokens[at - 1]);
  return (before === "n't" || before === "not") &&
    !/^(?:ca|can|could)$/.test(lower(tokens[at - 2]));
}

/** "filter by price but not by size": what is there, and what is missing. */
function contrasted(text: string): Meaning | null {
  const [, there = "", missing = ""] = /^(\S+ .{2,60}?) but not (.{3,})$/i.exec(text) ?? [];
  const [joint = ""] = missing.split(" ");
  const at = there.indexOf(` ${joint} `);
  if (at > 0) return doing(`${there.slice(0, at)} ${missing}`);
  return joint !== "" && isWishVerb(joint) ? doing(missing) : null;
}

/** "if the notes could be signed by a nurse": the stretch is the end of what is to be possible. */
function conditionAround(
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
    if (MODALS.has(word)) modal = at;
    if (word !== "if" || modal < at + 2) continue;
    const subject = show(tokens[at + 1]?.start ?? 0, tokens[modal - 1]?.end ?? 0);
    const rest = show(tokens[modal + 1]?.start ?? 0, span.end);
    return /^(?:i|we|one)$/i.test(subject)
      ? doing(rest)
      : another(/^(?:you|u)$/i.test(subject) ? "it" : subject, rest, thing);
  }
  return null;
}

/** "the report to be mailed to our board": something is to be done with it. */
function isDone(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first + 1; at < Math.min(last, first + SUBJECT_WORDS_MAX + 2); at++) {
    if (lower(tokens[at]) === "to" && lower(tokens[at + 1]) === "be") return true;
  }
  return false;
}

/** "merging two tickets", not "recurring invoices". */
function isGerund(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at]), next = tokens[at + 1];
  return /^\p{L}{2,}ing$/u.test(word) && word !== "coming" && isWishVerb(baseForm(word)) &&
    next !== undefined &&
    (OPENS_OBJECT.has(next.pos) || lower(next) === "my");
}

function lower(token: Token | undefined): string {
  return token?.text.toLowerCase() ?? "";
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
