/**
 * What is seen of a clause before its role is judged, by name.
 *
 * | name | is |
 * | --- | --- |
 * | `wX`, `bX Y` | it holds the word X, X and then Y |
 * | `fX`, `f2X Y`, `F2P Q`, `lX` | it starts with X (then Y), with parts of speech P and Q; it ends with X |
 * | `vX`, `sX V` | form of its first verb; what stands before that, and the form |
 * | `rX`, `-`, `me`, `you`, `0`, `m` | a rule of group X fires in it; it holds a negated word, a customer, us, a number, a modal |
 * | `x0 2`, `X0` | the scorer's evidence in it for the first type, in steps; no clause has more |
 * | `.X`, `n3` | the mark at its end; its length |
 * | `c2`, `e1`, `q0`, `i0 l1`, `?`, `\|` | its place from the start, from the end; its sentence's; first and last of it; a question, a line |
 * | `<…`, `>…` | the same of the clause before, behind |
 * | `aX` | its sentence starts with X, further to the left |
 *
 * @module
 */
import { INTENTS } from "../../triage/domain/intent.ts";
import type { Sentence, Token } from "../../triage/text/document.ts";
import { isVerbTag } from "../english/words.ts";
import type { Clause } from "./clauses.ts";
import { holdsWord } from "./holds_word.ts";
import { ruleGroup } from "./span_sentence.ts";

const MODALS = new Set("can could would will should may might must ca wo shall 'd 'll".split(" "));
const CUSTOMER = new Set("i we my our me us".split(" "));
const US = new Set("you your".split(" "));
/** Steps of the scorer's evidence, to one logit and at most. */
const STEPS = { a_logit: 1.5, most: 4 } as const;

/** What is seen of a clause alone. */
interface Seen {
  readonly words: readonly string[];
  /** By word: its dictionary form where that is another one, else "". */
  readonly lemmas: readonly string[];
  readonly tags: readonly string[];
  /** What its neighbours see of it, too. */
  readonly shared: readonly string[];
}

/** Takes the name of a feature, in the pieces that it is made of. */
export type FeatureVisitor = (
  first: string,
  second?: string,
  third?: string,
  fourth?: string,
) => void;

/** Names of the features of each clause, in order. */
export function clauseFeatures(clauses: readonly Clause[]): string[][] {
  const features: string[][] = clauses.map(() => []);
  visitFeatures(clauses, (at) => (first, second = "", third = "", fourth = "") => {
    features[at]?.push(first + second + third + fourth);
  });
  return features;
}

/**
 * Tells of the features of each clause, in order.
 *
 * @param visitorOf What is told of those of a clause.
 */
export function visitFeatures(
  clauses: readonly Clause[],
  visitorOf: (at: number) => FeatureVisitor,
): void {
  const seen = clauses.map(seenOf);
  const sentences = (clauses.at(-1)?.place ?? 0) + 1;
  const most = mostEvidence(clauses);
  for (const [at, clause] of clauses.entries()) {
    const own = seen[at];
    if (own === undefined) continue;
    const visit = visitorOf(at);
    const first = clauses[at - 1]?.sentence !== clause.sentence;
    const last = clauses[at + 1]?.sentence !== clause.sentence;
    visitOwn(own, visit);
    for (const feature of own.shared) visit(feature);
    visit("1");
    visit(PLACES.c[at] ?? "c6");
    visit(PLACES.e[clauses.length - 1 - at] ?? "e5");
    visit(PLACES.q[clause.place] ?? "q5");
    visit(PLACES.u[sentences - 1 - clause.place] ?? "u4");
    visit(first ? "i1l" : "i0l", last ? "1" : "0");
    visit(first ? "i" : "j", own.words[0]);
    for (const [type, place] of most.entries()) if (place === at) visit(`X${type}`);
    if (clause.sentence.question) visit("?");
    if (clause.sentence.line_start) visit("|");
    visitBeside(seen[at - 1], first ? "<" : "<=", visit);
    visitBeside(seen[at + 1], last ? ">" : ">=", visit);
    if (!first) {
      let opening = at;
      while (opening > 0 && clauses[opening - 1]?.sentence === clause.sentence) opening--;
      const [one = "", two = ""] = seen[opening]?.words ?? [];
      visit("a", one);
      visit("a2", one, " ", two);
    }
  }
}

/** By type the clause with most evidence for it; -1 where none speaks for it. */
function mostEvidence(clauses: readonly Clause[]): number[] {
  return INTENTS.map((_, type) => {
    let most = 0, place = -1;
    for (const [at, { evidence }] of clauses.entries()) {
      if ((evidence[type] ?? 0) > most) {
        most = evidence[type] ?? 0;
        place = at;
      }
    }
    return place;
  });
}

/** Names of places; further ones have that of the last. */
const PLACES = {
  c: ["c0", "c1", "c2", "c3", "c4", "c5", "c6"],
  e: ["e0", "e1", "e2", "e3", "e4", "e5"],
  q: ["q0", "q1", "q2", "q3", "q4", "q5"],
  u: ["u0", "u1", "u2", "u3", "u4"],
} as const;

function visitOwn({ words, lemmas, tags }: Seen, visit: FeatureVisitor): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "", lemma = lemmas[at] ?? "";
    visit("w", word);
    if (lemma !== "") visit("w", lemma);
    if (at > 0) visit("b", words[at - 1], " ", word);
  }
  const [one = "", two = ""] = words, [tag = "", next = "", third = ""] = tags;
  visit("f", one);
  visit("f2", one, " ", two);
  visit("l", words[words.length - 1]);
  visit("F", tag);
  visit("F2", tag, " ", next);
  visit(`F3${tag} `, next, " ", third);
  visit(LENGTHS[32 - Math.clz32(words.length)] ?? "n5");
}

/** Names of lengths, by their binary digits; longer ones have that of the last. */
const LENGTHS = ["n0", "n1", "n2", "n3", "n4", "n5"];

function visitBeside(seen: Seen | undefined, side: string, visit: FeatureVisitor): void {
  if (seen === undefined) {
    visit(side);
    return;
  }
  const { words, shared } = seen;
  visit(side, "f", words[0]);
  visit(side, "l", words[words.length - 1]);
  for (const feature of shared) visit(side, feature);
}

function seenOf({ sentence, first, last, evidence }: Clause): Seen {
  const kept: Token[] = [], words: string[] = [], lemmas: string[] = [], tags: string[] = [];
  let modal = false, negated = false, customer = false, us = false, number = false, end = "";
  for (let at = first; at <= last; at++) {
    const token = sentence.tokens[at];
    if (token === undefined) break;
    end = token.text;
    if (!holdsWord(end)) continue;
    const word = wordOf(token), { lemma } = token;
    modal ||= MODALS.has(word);
    negated ||= token.negated;
    customer ||= CUSTOMER.has(word);
    us ||= US.has(word);
    number ||= word === "0";
    kept.push(token);
    words.push(word);
    lemmas.push(lemma !== word && word !== "0" ? lemma : "");
    tags.push(token.pos);
  }
  const shared = verbFeatures(kept, words, tags);
  ruleFeatures(sentence, first, last, shared);
  for (const [type, weight] of evidence.entries()) {
    const step = Math.min(STEPS.most, 1 + Math.floor(Math.abs(weight) * STEPS.a_logit));
    if (weight !== 0) shared.push(`x${type}${weight < 0 ? "-" : " "}${step}`);
  }
  if (modal) shared.push("m");
  if (negated) shared.push("-");
  if (customer) shared.push("me");
  if (us) shared.push("you");
  if (number) shared.push("0");
  shared.push(holdsWord(end) ? "._" : `.${end}`);
  return { words, lemmas, tags, shared };
}

/** Groups of the rules that fire from one of its words on, each once. */
function ruleFeatures(
  { fired, tokens }: Sentence,
  first: number,
  last: number,
  features: string[],
): void {
  const from = tokens[first]?.start ?? 0, to = tokens[last]?.end ?? 0;
  for (const { rule, start } of fired) {
    const group = start >= from && start < to ? ruleGroup(rule) : "";
    if (group !== "" && !features.includes(`r${group}`)) features.push(`r${group}`);
  }
}

/** Every number is "0". */
function wordOf({ normal }: Token): string {
  const code = normal.charCodeAt(0);
  return code >= 48 && code <= 57 ? "0" : normal;
}

function verbFeatures(
  kept: readonly Token[],
  words: readonly string[],
  tags: readonly string[],
): string[] {
  const at = tags.findIndex(isVerbTag);
  if (at < 0) return ["v"];
  const form = formOf(words[at] ?? "", kept[at]?.lemma ?? "");
  const before = at === 0 ? "^" : tags[at - 1] === "PRON" ? words[at - 1] : tags[at - 1];
  return [`v${form}${tags[at]}`, `s${before} ${form}`];
}

function formOf(word: string, lemma: string): string {
  if (word.endsWith("ed")) return "ed";
  if (word.endsWith("ing")) return "ing";
  if (word.endsWith("s")) return "s";
  return word === lemma ? "base" : "other";
}
