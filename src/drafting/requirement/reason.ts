/**
 * Why a customer wants something, in their own words: a clause that says so
 * itself ("so that the kitchen knows"), else what most likely is the reason, in
 * quotation marks. Where they give none there is none.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import type { Sentence, Token } from "../../triage/text/document.ts";
import { isBalanced } from "../english/gate.ts";
import { unended, withInnerQuotes } from "../english/rewording.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Role } from "../message/role_names.ts";
import type { Told } from "../message/roles.ts";
import type { Show } from "../message/excerpt.ts";
import type { Statement } from "../message/message_parts.ts";
import { chapterOf, saidIn } from "./chapters.ts";
import { stretchOf } from "./stretch.ts";
import type { Wish } from "./wish.ts";

const REASON_CHARACTERS = 200;
const LEAST_CHARACTERS = 6;
const LEAST_WORDS = 2;
/** From so much on a clause is given as the reason. */
const LEAST_LIKELY = 0.3;
const SURELY = 0.5;
const REASONING: ReadonlySet<Role> = new Set<Role>(["reason", "today"]);
const JOINTS = new Set("and but so because since cause cos bc".split(" "));
const PROMISING = new Set(["would", "will", "'d", "'ll"]);
const AIMING = new Set("would will could can".split(" "));
/** A promise is made at the start of a clause. */
const PROMISED_WITHIN = 5;
/** "so that HR can file it", "because then I can call her" */
const AIM_JOINTS = new Set(["so", "then", "order"]);
const BESIDE = new Set(["wish/asked", "wish/offered"]);
/** "so what I would love is": no aim. */
const ASKING = new Set("what which who when how why where".split(" "));
const SUBJECT_TAGS = new Set(["PRON", "DET", "NOUN", "PROPN"]);

/** What follows "so that"; `null` where the message gives no reason. */
export function reasonOf(wish: Wish, context: DraftContext): string | null {
  return toldAim(wish, context) ?? wish.wording?.gain ?? likeliestReason(wish, context);
}

/** "so that HR can file it": the customer's own clause, behind the wish or next to it. */
function toldAim({ stretch, statement }: Wish, { parts, show }: DraftContext): string | null {
  const next = parts.statements[statement.index + 1]?.sentence ?? null;
  return aimIn(stretch.sentence, stretch.first + 1, show) ??
    (next === null ? null : aimIn(next, 0, show));
}

function aimIn({ tokens }: Sentence, first: number, show: Show): string | null {
  const last_place = first === 0 ? 1 : tokens.length - LEAST_WORDS;
  for (let at = first; at < last_place; at++) {
    if (
      !AIM_JOINTS.has(tokens[at]?.normal ?? "") ||
      at > 0 && tokens[at]?.start === tokens[at - 1]?.end
    ) continue;
    const that = tokens[at + 1]?.normal === "that";
    let from = that ? at + 2 : at + 1;
    if (that && tokens[from]?.text === ":") from++;
    const opening = tokens[from];
    if (!SUBJECT_TAGS.has(opening?.pos ?? "") || ASKING.has(opening?.normal ?? "")) continue;
    const end = tokens.findIndex(({ text }, place) => place > from && ".;!?–—(".includes(text));
    const last = (end < 0 ? tokens.length : end) - 1;
    if (
      !that && (at === 0 || tokens[at]?.normal === "order" || !promises(tokens, from, last, AIMING))
    ) continue;
    const told = unended(show(tokens[from]?.start ?? 0, tokens[last]?.end ?? 0));
    if (isTelling(told) && told.length <= REASON_CHARACTERS) return told;
  }
  return null;
}

function promises(
  tokens: readonly Token[],
  first: number,
  last: number,
  words: ReadonlySet<string> = PROMISING,
): boolean {
  return tokens.slice(first, Math.min(first + PROMISED_WITHIN, last + 1))
    .some(({ normal, negated }) => words.has(normal) && !negated);
}

/** What most likely is the reason, with what is told beside it as the reason, in quotation marks. */
function likeliestReason(wish: Wish, context: DraftContext): string | null {
  const { parts: { statements }, roles, show } = context;
  let best: { told: Told; statement: Statement; likely: number } | null = null;
  for (const told of roles.told) {
    // Not by what stands in it: an item of a list is one more thing that is wanted.
    const statement = statements.find(({ sentence }) => sentence === told.sentence);
    if (statement === undefined || statement.question) continue;
    if (!mayReason(told, wish) || isBeside(told) || saysNot(told.sentence, context)) continue;
    const likely = roles.probability("reason", told) + roles.probability("today", told);
    if (likely < LEAST_LIKELY || best !== null && likely <= best.likely) continue;
    best = { told, statement, likely };
  }
  if (best === null) return null;
  const { told, statement } = best;
  const [first, last] = told.sentence === wish.stretch.sentence
    ? besideWish(told, wish, roles.told)
    : [0, told.sentence.tokens.length - 1];
  const from = afterJoints(told.sentence, first, last);
  const { start, end } = stretchOf(told.sentence, from, last);
  const own = first === 0 && last === told.sentence.tokens.length - 1
    ? aroundOf(statement, wish, context)
    : show(start, end);
  const words = unended(cutAtWord(withInnerQuotes(own), REASON_CHARACTERS));
  if (!isTelling(words)) return null;
  return promises(told.sentence.tokens, from, last)
    ? `this comes true: “${words}”`
    : `this is taken care of: “${words}”`;
}

/** What is asked, offered or said out of courtesy is no reason, unless its role says so for sure. */
function isBeside({ sentence, role, probability }: Told): boolean {
  if (REASONING.has(role) && probability > SURELY) return false;
  return sentence.fired.some(({ rule }) => BESIDE.has(rule) || rule.startsWith("courtesy/"));
}

/** "We don't need a calendar, we have three of them": what is not wanted, and why not. */
function saysNot(sentence: Sentence, { roles }: DraftContext): boolean {
  return roles.toldIn(sentence).some(({ role, probability }) =>
    role === "set_aside" && probability > SURELY
  );
}

/** Of the wish's own sentence only what is told beside it, and nothing where it is quoted whole. */
function mayReason(told: Told, { stretch, wording }: Wish): boolean {
  return told.sentence !== stretch.sentence || wording !== null &&
      REASONING.has(told.role) && (told.first > stretch.last || told.last < stretch.first);
}

/** A reason in the wish's sentence, with the clauses next to it that tell more of it. */
function besideWish(told: Told, { stretch }: Wish, all: readonly Told[]): [number, number] {
  const parts = all.filter((one) =>
    one.sentence === told.sentence && REASONING.has(one.role) &&
    (told.first > stretch.last ? one.first > stretch.last : one.last < stretch.first)
  );
  return [parts[0]?.first ?? told.first, parts.at(-1)?.last ?? told.last];
}

/** A sentence with those next to it that say why as well, as far as there is room. */
function aroundOf(statement: Statement, wish: Wish, context: DraftContext): string {
  const { parts: { statements } } = context;
  let text = withoutJoint(statement, context);
  const add = (next: Statement | undefined, joined: (words: string) => string): boolean => {
    if (next === undefined || chapterOf(next, wish, context) !== "why") return false;
    const longer = joined(saidIn(next, context));
    if (longer.length > REASON_CHARACTERS) return false;
    text = longer;
    return true;
  };
  let at = statement.index + 1;
  while (add(statements[at], (words) => `${text} ${words}`)) at++;
  at = statement.index - 1;
  while (add(statements[at], (words) => `${words} ${text}`)) at--;
  return text;
}

/** "But they go out on Sundays", without the "but". */
function withoutJoint(statement: Statement, context: DraftContext): string {
  const said = saidIn(statement, context), { sentence } = statement;
  if (sentence === null || !JOINTS.has(sentence.tokens[0]?.normal ?? "")) return said;
  return said.slice(said.indexOf(" ") + 1);
}

function afterJoints({ tokens }: Sentence, first: number, last: number): number {
  let at = first;
  while (at < last && (JOINTS.has(tokens[at]?.normal ?? "") || tokens[at]?.pos === "PUNCT")) at++;
  return at;
}

function isTelling(words: string): boolean {
  return words.length >= LEAST_CHARACTERS && words.split(" ").length >= LEAST_WORDS &&
    isBalanced(words);
}
