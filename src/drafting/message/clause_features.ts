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
import type { Token } from "../../triage/text/document.ts";
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
    const features = [
      "1",
      ...own,
      ...shared,
      `c${Math.min(at, 6)}`,
      `e${Math.min(clauses.length - 1 - at, 5)}`,
      `q${Math.min(clause.place, 5)}`,
      `u${Math.min(sentences - 1 - clause.place, 4)}`,
      `i${first ? 1 : 0}l${last ? 1 : 0}`,
      `${first ? "i" : "j"}${words[0] ?? ""}`,
    ];
    if (clause.sentence.question) features.push("?");
    if (clause.sentence.line_start) features.push("|");
    features.push(
      ...around(seen[at - 1], first ? "<" : "<="),
      ...around(seen[at + 1], last ? ">" : ">="),
    );
    if (!first) {
      let opening = at;
      while (opening > 0 && clauses[opening - 1]?.sentence === clause.sentence) opening--;
      const [one = "", two = ""] = seen[opening]?.words ?? [];
      features.push(`a${one}`, `a2${one} ${two}`);
    }
    return features;
  });
}

function around(seen: Seen | undefined, side: string): string[] {
  if (seen === undefined) return [side];
  const { words, shared } = seen;
  return [
    `${side}f${words[0] ?? ""}`,
    `${side}l${words.at(-1) ?? ""}`,
    ...shared.map((feature) => `${side}${feature}`),
  ];
}

function seenOf({ sentence, first, last }: Clause): Seen {
  const tokens = sentence.tokens.slice(first, last + 1);
  const kept = tokens.filter(({ text }) => WORD.test(text));
  const words = kept.map(wordOf), tags = kept.map(({ pos }) => pos);
  const own = new Set<string>();
  for (const [at, word] of words.entries()) {
    own.add(`w${word}`);
    const { lemma = "" } = kept[at] ?? {};
    if (lemma !== word && word !== "0") own.add(`w${lemma}`);
    if (at > 0) own.add(`b${words[at - 1]} ${word}`);
  }
  const [one = "", two = ""] = words;
  own.add(`f${one}`).add(`f2${one} ${two}`).add(`l${words.at(-1) ?? ""}`);
  own.add(`F${tags[0] ?? ""}`).add(`F2${tags[0] ?? ""} ${tags[1] ?? ""}`);
  own.add(`F3${tags.slice(0, 3).join(" ")}`).add(`n${lengthOf(words.length)}`);
  const shared = new Set<string>([...verbFeatures(kept, words, tags)]);
  for (const { rule, start } of sentence.fired) {
    const at = tokens.some((token) => token.start === start);
    const group = at ? ruleGroup(rule) : "";
    if (group !== "") shared.add(`r${group}`);
  }
  if (words.some((word) => MODALS.has(word))) shared.add("m");
  if (kept.some(({ negated }) => negated)) shared.add("-");
  if (words.some((word) => CUSTOMER.has(word))) shared.add("me");
  if (words.some((word) => US.has(word))) shared.add("you");
  if (words.includes("0")) shared.add("0");
  const end = tokens.at(-1)?.text ?? "";
  shared.add(WORD.test(end) ? "._" : `.${end}`);
  return { words, own: [...own], shared: [...shared] };
}

/** Every number is "0". */
function wordOf({ normal }: Token): string {
  const code = normal.charCodeAt(0);
  return code >= 48 && code <= 57 ? "0" : normal;
}

function lengthOf(words: number): number {
  return Math.min(32 - Math.clz32(words), LONGEST);
}

function* verbFeatures(
  kept: readonly Token[],
  words: readonly string[],
  tags: readonly string[],
): Generator<string, void> {
  const at = tags.findIndex((tag) => tag === "VERB" || tag === "AUX");
  if (at < 0) {
    yield "v";
    return;
  }
  const form = formOf(words[at] ?? "", kept[at]?.lemma ?? "");
  const before = at === 0 ? "^" : tags[at - 1] === "PRON" ? words[at - 1] : tags[at - 1];
  yield `v${form}${tags[at]}`;
  yield `s${before} ${form}`;
}

function formOf(word: string, lemma: string): string {
  if (word.endsWith("ed")) return "ed";
  if (word.endsWith("ing")) return "ing";
  if (word.endsWith("s")) return "s";
  return word === lemma ? "base" : "other";
}
