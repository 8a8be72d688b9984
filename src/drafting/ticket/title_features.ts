/**
 * What is seen of a stretch of a message before it is chosen for a title, by
 * name. The names are few and none is a word of the message: what words say is
 * judged by the roles of the clauses and the span model.
 *
 * | name | is |
 * | --- | --- |
 * | `R`, `a`, `z`, `p`, `n` and a role | how likely it is of the clauses inside, of the first, the last, of those before and behind in its sentence |
 * | `sure`, `top`, `under`, `mass` | the likeliest fault inside: its logit, whether it is the message's likeliest, how far below that; the share of all likelihood inside |
 * | `s…` | how far it is the stretch of the span model, how sure that is |
 * | `A`, `Z`, `N` and a part of speech | its first word, its last, the one behind |
 * | `cs`, `ce`, `ss`, `se` | a clause, the sentence starts, ends with it |
 * | `L`, `C`, `j`, `k` | its words, characters, conjunctions, marks |
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { isVerbTag } from "../english/words.ts";
import { type Role, ROLES } from "../message/role_names.ts";
import { logit, type RoleClause } from "../message/roles.ts";
import { conjunctionLength, type TitleStretch } from "./title_stretch.ts";

/** Takes a feature: its name and how much there is of it. */
export type FeatureTaker = (name: string, value: number) => void;

const ALL: readonly Role[] = ROLES.bug_report;
const names = (kind: string) => ALL.map((role) => kind + role);
const NAMES = { R: names("R"), a: names("a"), z: names("z"), p: names("p"), n: names("n") };
const WORDS = [0, 3, 4, 5, 6, 8, 10, 12, 15, 19];
const CHARACTERS = [0, 15, 22, 30, 40, 50, 60, 70];
const COUNTED_MAX = 3, PLACES_MAX = 4;
/** A clause of which so much is inside counts as inside. */
const INSIDE = 0.5;
/** So that all features are about as large. */
const SCALE = { logit: 3, span: 5 } as const;
const SPAN_SCORE = { least: -10, most: 10 } as const;
const MARK = /^[,;:.–—-]$/u;
const NEGATED = new Set("no not never nothing nobody".split(" "));
const PRONOUNS = new Set("it they he she this that i we".split(" "));

/** Tells of the features of a stretch. */
export function visitTitle(stretch: TitleStretch, take: FeatureTaker): void {
  visitRoles(stretch, take);
  visitSpan(stretch, take);
  visitShape(stretch, take);
}

function visitRoles({ of, first, last, trigger }: TitleStretch, take: FeatureTaker): void {
  const { clauses, from, to, sentence } = of;
  let words = 0, most = 0, mass = 0, top = 0, total = 0;
  const sums = new Array<number>(ALL.length).fill(0);
  for (const { probabilities } of clauses) {
    total += probabilities[0] ?? 0;
    top = Math.max(top, probabilities[0] ?? 0);
  }
  for (let at = from; at < to; at++) {
    const one = clauses[at];
    if (one === undefined) continue;
    const inside = sharedWords(one, first, last) +
      (trigger === null ? 0 : sharedWords(one, trigger.first, trigger.last));
    if (inside <= 0) continue;
    const share = inside / (one.clause.last - one.clause.first + 1);
    const fault = one.probabilities[0] ?? 0;
    mass += share * fault;
    if (share >= INSIDE) most = Math.max(most, fault);
    words += inside;
    for (let role = 0; role < sums.length; role++) {
      sums[role] = (sums[role] ?? 0) + inside * (one.probabilities[role] ?? 0);
    }
  }
  takeAll(NAMES.R, sums, 1 / Math.max(1, words), take);
  take("sure", logit(most) / SCALE.logit);
  take("mass", total > 0 ? mass / total : 0);
  take(most === top ? "top" : "under", most === top ? 1 : (logit(top) - logit(most)) / SCALE.logit);
  const opening = clauseAt(clauses, from, to, first), ending = clauseAt(clauses, from, to, last);
  const begun = clauses[opening], ended = clauses[ending];
  const before = clauses[opening - 1], behind = clauses[ending + 1];
  if (begun === undefined || ended === undefined) return;
  takeAll(NAMES.a, begun.probabilities, 1, take);
  takeAll(NAMES.z, ended.probabilities, 1, take);
  if (first <= begun.clause.first + 1) {
    take("cs", 1);
    if (opening === from) take("ss", 1);
    take("anew", begun.anew);
    if (before?.clause.sentence === sentence) takeAll(NAMES.p, before.probabilities, 1, take);
  }
  if (last >= ended.clause.last - 1) {
    take("ce", 1);
    if (ending === to - 1) take("se", 1);
    if (behind?.clause.sentence === sentence) {
      takeAll(NAMES.n, behind.probabilities, 1, take);
      take("ended", behind.anew);
    }
  }
}

function takeAll(
  names: readonly string[],
  values: readonly number[],
  factor: number,
  take: FeatureTaker,
): void {
  for (let role = 0; role < names.length; role++) {
    take(names[role] ?? "", (values[role] ?? 0) * factor);
  }
}

function sharedWords({ clause }: RoleClause, first: number, last: number): number {
  return Math.max(0, Math.min(clause.last, last) - Math.max(clause.first, first) + 1);
}

function clauseAt(clauses: readonly RoleClause[], from: number, to: number, token: number): number {
  let at = from;
  while (at < to - 1 && token > (clauses[at]?.clause.last ?? 0)) at++;
  return at;
}

function visitSpan({ of: { span }, first, last }: TitleStretch, take: FeatureTaker): void {
  if (span === null) return;
  const inside = Math.min(span.last, last) - Math.max(span.first, first) + 1;
  const all = Math.max(span.last, last) - Math.min(span.first, first) + 1;
  const alike = Math.max(0, inside) / all;
  const score = Math.min(SPAN_SCORE.most, Math.max(SPAN_SCORE.least, span.score)) / SCALE.span;
  take("salike", alike);
  take("sscore", score);
  take("ssure", alike * score);
  if (span.first === first) take("sfirst", 1);
  if (span.last === last) take("slast", 1);
}

function visitShape(
  { of: { sentence, clauses, from }, first, last, trigger, text }: TitleStretch,
  take: FeatureTaker,
): void {
  const { tokens, question } = sentence;
  const opening = tokens[first], behind = tokens[last + 1];
  take(`A${opening?.pos}`, 1);
  take(`Z${tokens[last]?.pos}`, 1);
  take(`N${behind?.pos ?? ""}`, 1);
  take(`L${bucket(last - first + 1, WORDS)}`, 1);
  take(`C${bucket(text.length, CHARACTERS)}`, 1);
  let verb = false, negated = false, led = trigger !== null, joints = 0, marks = 0;
  for (let at = first; at <= last; at++) {
    const token: Token | undefined = tokens[at];
    if (token === undefined) break;
    verb ||= isVerbTag(token.pos);
    negated ||= token.negated || NEGATED.has(token.normal);
    if (at === first) continue;
    led ||= conjunctionLength(tokens, at) > 0;
    if (token.pos === "CCONJ" || token.pos === "SCONJ") joints++;
    if (MARK.test(token.text)) marks++;
  }
  take(`j${Math.min(COUNTED_MAX, joints)}`, 1);
  take(`k${Math.min(COUNTED_MAX, marks)}`, 1);
  take(`q${Math.min(PLACES_MAX, clauses[from]?.clause.place ?? 0)}`, 1);
  if (led) take("led", 1);
  if (!verb) take("noverb", 1);
  if (negated) take("-", 1);
  if (question) take("?", 1);
  if (trigger !== null) take("turned", 1);
  else if (conjunctionLength(tokens, first) > 0) take("front", 1);
  if (PRONOUNS.has(opening?.normal ?? "")) {
    take(opening?.normal ?? "", 1);
  }
  if (sentence.fired.some(({ rule }) => rule.startsWith("harm/"))) take("harm", 1);
}

function bucket(count: number, from: readonly number[]): number {
  return from.findLastIndex((least) => count >= least);
}
