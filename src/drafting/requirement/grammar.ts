/**
 * What words are by grammar alone, their tags and dictionary forms: a thing, a
 * doing, a clause with its subject and its verb.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";

const VERBAL = new Set(["VERB", "AUX"]);
const OPENS_THING = new Set(["DET", "NOUN", "PROPN", "ADJ", "NUM"]);
const POSSESSIVE = new Set("my our your no more fewer less".split(" "));
/** Behind them a verb belongs to a clause inside. */
const SUBORDINATING = new Set(
  ("that which who whom whose where when whenever if while how what whether until till before after " +
    "than as i we you u they he she it").split(" "),
);
const MODALS = new Set("could can should would might may must will ought".split(" "));
const NAMING = new Set(["DET", "ADJ", "ADP"]);
const COORDINATING = new Set(["and", "or", "but", "then", ","]);
const NEGATING = new Set(["not", "n't", "n’t", "nt"]);
const PAST_BEFORE = new Set(["DET", "PRON", "ADV"]);
const SPEAKERS = new Set(["i", "we"]);
const CAUSING = new Set(["let", "make", "have", "help"]);
const QUOTES = new Set(['"', "“", "”", "'", "‘", "’"]);
/** They say that it is not so yet. */
const WISHING = new Set(["could", "should", "ought", "must"]);
const IN_SUBJECT = new Set(["DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "ADP", "PART", "ADV"]);
const SUBJECT_WORDS_MAX = 8;

/** Whether words are one thing with what is said of it: no verb of their own. */
export function isThing(tokens: readonly Token[], first: number, last: number): boolean {
  const opening = tokens[first];
  if (opening === undefined) return false;
  const done = opening.pos === "VERB" && opening.normal.endsWith("ed");
  if (!OPENS_THING.has(opening.pos) && !POSSESSIVE.has(opening.normal) && !done) return false;
  if (opening.pos !== "DET" && first === last) return false;
  if (opening.normal === "no" && tokens[first + 1]?.normal !== "more") return false;
  // "next time I hope I can": no thing that I hope.
  const spoken = tokens.slice(first, last + 1).some(({ normal }) => SPEAKERS.has(normal));
  if (opening.pos === "ADJ" && spoken) return false;
  return !tokens.slice(first, last + 1).every(({ pos }) => pos !== "NOUN" && pos !== "PROPN") &&
    !holdsFinite(tokens, first + 1, last);
}

/** "show wind speed": a thing or a command. */
export function mayCommand(tokens: readonly Token[], first: number): boolean {
  const [word, next] = [tokens[first], tokens[first + 1]];
  return word?.pos === "NOUN" && isBaseVerb(word.normal) && next?.pos !== "ADP" &&
    next?.normal !== "and";
}

/** Whether a verb stands there that no "to", no "that", no "which" brings along. */
export function holdsFinite(tokens: readonly Token[], first: number, last: number): boolean {
  let quoted = false;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (QUOTES.has(token.text)) quoted = !quoted;
    if (quoted) continue;
    if (SUBORDINATING.has(token.normal)) return false;
    if (isFinite(tokens, at)) return true;
  }
  return false;
}

/** Place of the last word of what is said to be good to have: "a list | would help". */
export function beforePraise(tokens: readonly Token[], first: number, last: number): number {
  const would = tokens.findIndex(({ normal }, at) =>
    at > first && at <= last && normal === "would"
  );
  const before = tokens[would - 1];
  if (would < 0 || before === undefined || SUBORDINATING.has(before.normal)) return last;
  // "List them one by one, would you?"
  if (tokens[would + 1]?.pos === "PRON") return last;
  return before.pos === "PUNCT" ? would - 2 : would - 1;
}

/** Whether words are no clause: none of them is a verb that has a subject. */
export function isVerbless(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (isFinite(tokens, at)) return false;
  return true;
}

function isFinite(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !VERBAL.has(token.pos) || tokens[at - 1]?.normal === "to") {
    return false;
  }
  if (token.pos === "AUX") return token.normal !== "being";
  // "sort the list and print it"
  if (COORDINATING.has(tokens[at - 1]?.normal ?? "") && isBaseVerb(token.normal)) return false;
  return (isFiniteForm(token.normal) || isPast(tokens, at)) && !isNamed(tokens, at);
}

/** "took away the list"; "totals sent as a text" are a thing. */
function isPast(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.normal ?? "", next = tokens[at + 1]?.pos ?? "";
  return !/(?:ing|ed|en)$/u.test(word) && isBaseVerb(baseForm(word)) &&
    PAST_BEFORE.has(next);
}

/** "the run", "on hold", "a rain map": a thing, whatever its tag. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.pos ?? "";
  return NAMING.has(before) || before === "VERB" && isNamed(tokens, at - 1);
}

/** "shows", "have"; "shown", "added" and "showing" go with a thing. */
function isFiniteForm(word: string): boolean {
  return !word.endsWith("ing") && !word.endsWith("ed") && !word.endsWith("en") &&
    (isBaseVerb(word) || word.endsWith("s"));
}

/** Whether a word that may be a thing is followed by what only a verb has: "show | the distance". */
export function commands(tokens: readonly Token[], first: number): boolean {
  const next = tokens[first + 1], pos = tokens[first]?.pos;
  if (pos !== "NOUN") return pos === "VERB" || pos === "AUX";
  return next?.pos === "DET" || next?.pos === "PRON" ||
    SUBORDINATING.has(next?.normal ?? "");
}

/** Whether words tell a doing: a verb in its base form first, one clause. */
export function isDoing(tokens: readonly Token[], first: number, last: number): boolean {
  const verb = tokens[first];
  return verb !== undefined && first < last &&
    (verb.normal === "be" || isBaseVerb(verb.normal)) &&
    !MODALS.has(verb.normal) && !holdsFinite(tokens, afterCaused(tokens, first, last), last);
}

/** "let | several charts share one axis": the verb of who is let. */
function afterCaused(tokens: readonly Token[], first: number, last: number): number {
  if (!CAUSING.has(tokens[first]?.normal ?? "")) return first + 1;
  const verb = tokens.findIndex(({ pos, normal }, at) =>
    at > first && at < last && pos === "VERB" && isBaseVerb(normal)
  );
  return verb < 0 ? first + 1 : verb + 1;
}

/** A clause, parted in front of its verb. */
export interface ParsedClause {
  /** Place of the last word of its subject. */
  readonly subject: number;
  /** Base form of its verb; "" where it is the first word of the rest. */
  readonly verb: string;
  /** Place of what follows. */
  readonly rest: number;
  /** Whether a modal says that it is not so yet, or a negation. */
  readonly missing: boolean;
}

/**
 * Parts a clause that starts with its subject; `null` where that is not plain to see.
 *
 * @param others Whether an infinitive may follow the subject: "members | to say so".
 */
export function parseClause(
  tokens: readonly Token[],
  first: number,
  last: number,
  others: boolean,
): ParsedClause | null {
  const modal = others ? infinitiveIn(tokens, first, last) : modalIn(tokens, first, last);
  let at = first + 1;
  while (at <= last && at !== modal && (modal > 0 || !isVerbOfClause(tokens, at))) {
    if (at - first > SUBJECT_WORDS_MAX || SUBORDINATING.has(tokens[at]?.normal ?? "")) return null;
    const { pos = "" } = tokens[at] ?? {};
    if (pos === "PUNCT" || modal < 0 && !IN_SUBJECT.has(pos) && !isNamed(tokens, at)) return null;
    at++;
  }
  const subject = at - 1, verb = tokens[at];
  if (verb?.normal === "to") {
    const next = tokens[at + 1]?.normal ?? "";
    return others && (next === "be" || isBaseVerb(next))
      ? { subject, verb: "", rest: at + 1, missing: true }
      : null;
  }
  if (verb === undefined || at >= last) return null;
  if (!MODALS.has(verb.normal)) {
    const base = verb.normal === "was" || verb.normal === "were" ? "be" : baseForm(verb.normal);
    if (!isBaseVerb(base) && base !== "be") return null;
    if (NEGATING.has(tokens[at + 1]?.normal ?? "")) return null;
    // "the ruler needs to come in inches"
    const needs = base === "need" && tokens[at + 1]?.normal === "to";
    return needs && at + 2 < last
      ? { subject, verb: "", rest: at + 2, missing: true }
      : { subject, verb: base, rest: at + 1, missing: false };
  }
  const wishing = WISHING.has(verb.normal);
  at++;
  let negated = false;
  while (at < last && (tokens[at]?.pos === "ADV" || tokens[at]?.pos === "PART")) {
    negated ||= NEGATING.has(tokens[at]?.normal ?? "");
    at++;
  }
  if (tokens[at]?.normal === "be" && tokens[at + 1]?.normal === "able") at += 3;
  const word = tokens[at]?.normal ?? "";
  return at < last && (word === "be" || isBaseVerb(word))
    ? { subject, verb: "", rest: at, missing: wishing || negated }
    : null;
}

/** Place of the "to" in "a visitor's permit | to be bookable"; -1 where none is. */
function infinitiveIn(tokens: readonly Token[], first: number, last: number): number {
  const modal = modalIn(tokens, first, last);
  const to = tokens.findIndex(({ normal }, at) =>
    normal === "to" && at > first && at <= Math.min(last, first + SUBJECT_WORDS_MAX)
  );
  const verb = tokens[to + 1]?.normal ?? "";
  return modal < 0 && to > 0 && (verb === "be" || isBaseVerb(verb)) ? to : modal;
}

/** Place of the modal that parts a clause: "a visitor's permit | should be"; -1 where none does. */
function modalIn(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first + 1; at <= Math.min(last, first + SUBJECT_WORDS_MAX); at++) {
    const word = tokens[at]?.normal ?? "";
    if (MODALS.has(word)) return at;
    if (SUBORDINATING.has(word) || word === "to") return -1;
  }
  return -1;
}

function isVerbOfClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.normal === "to") return true;
  // "the receipt list the deposit": two things and a determiner.
  const [before, next] = [tokens[at - 1]?.pos ?? "", tokens[at + 1]?.pos];
  if (token?.pos === "NOUN" && isBaseVerb(token.normal) && next === "DET") {
    return before === "NOUN" || before === "PROPN";
  }
  return token !== undefined && (VERBAL.has(token.pos) || MODALS.has(token.normal)) &&
    tokens[at - 1]?.pos !== "DET" && !token.normal.endsWith("ing");
}
