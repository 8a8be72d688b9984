/**
 * What is seen of a clause before its role is judged, by name.
 *
 * | name | is |
 * | --- | --- |
 * | `wX`, `bX Y` | it holds the word X, X and then Y |
 * | `fX`, `f2X Y`, `F2P Q`, `lX` | it starts with X (then Y), with parts of speech P and Q; it ends with X |
 * | `vX`, `sX V` | form of its first verb; what stands before that, and the form |
 * | `rX`, `-`, `me`, `you`, `0`, `m` | a rule of group X fires in it; it holds a negated word, a customer, us, a number, a modal |
 * | `.X`, `n3` | the mark at its end; its length |
 * | `c2`, `e1`, `q0`, `i0 l1`, `?`, `\|` | its place from the start, from the end; its sentence's; first and last of it; a question, a line |
 * | `<…`, `>…` | the same of the clause before, behind |
 * | `aX` | its sentence starts with X, further to the left |
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/text/document.ts";
import type { Clause } from "./clauses.ts";
import { ruleGroup } from "./span_sentence.ts";

const MODALS = new Set("can could would will should may might must ca wo shall 'd 'll".split(" "));
const CUSTOMER = new Set("i we my our me us".split(" "));
const US = new Set("you your".split(" "));
const WORD = /[\p{L}\p{N}]/u;
const LONGEST = 5;

/** What is seen of a clause alone. */
interface Seen {
  readonly words: readonly string[];
  /** What its neighbours see of it, too. */
  readonly shared: readonly string[];
  readonly own: readonly string[];
}

/** Names of the features of each clause, in order. */
export function clauseFeatures(clauses: readonly Clause[]): string[][] {
  const seen = clauses.map(seenOf);
  const sentences = (clauses.at(-1)?.place ?? 0) + 1;
  return clauses.map((clause, at) => {
    const { own, shared, words } = seen[at] ?? seenOf(clause);
    const before = clauses[at - 1], behind = clauses[at + 1];
    const first = before?.sentence !== clause.sentence;
    const last = behind?.sentence !== clause.sentence;
    const features = own.concat(shared);
    features.push(
      "1",
      `c${Math.min(at, 6)}`,
      `e${Math.min(clauses.length - 1 - at, 5)}`,
      `q${Math.min(clause.place, 5)}`,
      `u${Math.min(sentences - 1 - clause.place, 4)}`,
      `i${first ? 1 : 0}l${last ? 1 : 0}`,
      `${first ? "i" : "j"}${words[0] ?? ""}`,
    );
    if (clause.sentence.question) features.push("?");
    if (clause.sentence.line_start) features.push("|");
    around(seen[at - 1], first ? "<" : "<=", features);
    around(seen[at + 1], last ? ">" : ">=", features);
    if (!first) {
      let opening = at;
      while (opening > 0 && clauses[opening - 1]?.sentence === clause.sentence) opening--;
      const [one = "", two = ""] = seen[opening]?.words ?? [];
      features.push(`a${one}`, `a2${one} ${two}`);
    }
    return features;
  });
}

function around(seen: Seen | undefined, side: string, features: string[]): void {
  if (seen === undefined) {
    features.push(side);
    return;
  }
  const { words, shared } = seen;
  features.push(`${side}f${words[0] ?? ""}`, `${side}l${words[words.length - 1] ?? ""}`);
  for (const feature of shared) features.push(side + feature);
}

function seenOf({ sentence, first, last }: Clause): Seen {
  const kept: Token[] = [], words: string[] = [], tags: string[] = [], own: string[] = [];
  let modal = false, negated = false, customer = false, us = false, number = false, end = "";
  for (let at = first; at <= last; at++) {
    const token = sentence.tokens[at];
    if (token === undefined) break;
    end = token.text;
    if (!WORD.test(end)) continue;
    const word = wordOf(token), { lemma } = token;
    own.push(`w${word}`);
    if (lemma !== word && word !== "0") own.push(`w${lemma}`);
    if (words.length > 0) own.push(`b${words[words.length - 1]} ${word}`);
    modal ||= MODALS.has(word);
    negated ||= token.negated;
    customer ||= CUSTOMER.has(word);
    us ||= US.has(word);
    number ||= word === "0";
    kept.push(token);
    words.push(word);
    tags.push(token.pos);
  }
  const [one = "", two = ""] = words, [tag = "", next = "", third = ""] = tags;
  own.push(`f${one}`, `f2${one} ${two}`, `l${words[words.length - 1] ?? ""}`);
  own.push(
    `F${tag}`,
    `F2${tag} ${next}`,
    `F3${tag} ${next} ${third}`,
    `n${lengthOf(words.length)}`,
  );
  const shared = verbFeatures(kept, words, tags);
  ruleFeatures(sentence, first, last, shared);
  if (modal) shared.push("m");
  if (negated) shared.push("-");
  if (customer) shared.push("me");
  if (us) shared.push("you");
  if (number) shared.push("0");
  shared.push(WORD.test(end) ? "._" : `.${end}`);
  return { words, own, shared };
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

function lengthOf(words: number): number {
  return Math.min(32 - Math.clz32(words), LONGEST);
}

function verbFeatures(
  kept: readonly Token[],
  words: readonly string[],
  tags: readonly string[],
): string[] {
  const at = tags.findIndex((tag) => tag === "VERB" || tag === "AUX");
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
