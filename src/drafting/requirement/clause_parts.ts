/**
 * A clause parted into its subject and what it does: "the list | can be sorted".
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { isVerbTag } from "../english/words.ts";
import { isNamed, SUBORDINATING } from "./grammar.ts";

/** They say that it can, should or must be. */
export const MODALS: ReadonlySet<string> = new Set(
  "could can should would might may must will ought".split(" "),
);
const NEGATING = new Set(["not", "n't", "n’t", "nt"]);
/** They say that it is not so yet. */
const WISHING = new Set(["could", "should", "ought", "must"]);
const IN_SUBJECT = new Set(["DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "ADP", "PART", "ADV"]);
const SUBJECT_WORDS_MAX = 8;

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
  return token !== undefined && (isVerbTag(token.pos) || MODALS.has(token.normal)) &&
    tokens[at - 1]?.pos !== "DET" && !token.normal.endsWith("ing");
}
