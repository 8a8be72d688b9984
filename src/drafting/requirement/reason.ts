/**
 * Why a customer wants something, as what follows "so that": from their own
 * words, or from what bothers them today. Where they give no reason there is none.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { isAction } from "../english/actions.ts";
import type { Sentence } from "../../triage/text/document.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isReason } from "../english/gate.ts";
import { calmed } from "../english/headline.ts";
import type { MessageParts } from "../message/message_parts.ts";
import { fromPain } from "./drudgery.ts";
import { RowsByWord, type WordedRow } from "./rows_by_word.ts";
import { splitSubject } from "./subject.ts";
import { baseForm } from "../english/base_form.ts";
import { isGerund, thirdPerson } from "../english/verb_forms.ts";
import { lowerFirst, unended } from "../english/rewording.ts";
import type { Wish } from "./wish.ts";
import { cutWish } from "./wish_meaning.ts";

const REASON_CHARACTERS = 200;
const LEAST_SAID_CHARACTERS = 10;
const REASONS_LOOKED_AT = 2;
/** Of a stretch that is said to be the reason, in the model's logits: next to the wish, and elsewhere. */
const REASON_SCORE_MIN = { near: 0.25, far: 2 } as const;
/** Rules of sentences that speak of something else. */
const NO_REASON = /^(?:noise|background|courtesy)\//;
/** "That would make my day": praise ahead, no reason. */
const FLATTERY = /\b(?:makes? (?:my|our) (?:day|week|year|life)|be (?:great|heaven|lovely))\b/i;
const KNOWN_CHARACTERS = 24;
const STATEMENTS_TRIED = 4;

type Reader = (match: RegExpExecArray) => string | null;

interface Given {
  readonly pattern: RegExp;
  readonly read: Reader;
}

function given(words: string, pattern: RegExp, read: Reader): WordedRow<Given> {
  return [words, { pattern, read }];
}

/** Reasons as they are given. */
export const GIVEN_REASONS = new RowsByWord<Given>([
  given("so", /\bso that\s+(.{6,})$/i, (m) => m[1] ?? ""),
  given(
    "so",
    /[,\s]+so\s+((?:i|we|my|our|it|the|they|people|nobody|everyone|users|members|athletes|coaches)\b.{6,})$/i,
    (m) => aim(m[1] ?? ""),
  ),
  given("order", /\bin order to\s+(.{6,})$/i, (m) => `I can ${m[1]}`),
  given(
    "never no not",
    /\b(i|we)(?: would|['’]d) (never|no longer|not) (?:have to |need to )?(.{4,})$/i,
    (m) =>
      `${pronoun(m[1])} ${/not/i.test(m[2] ?? "") ? "do not" : (m[2] ?? "").toLowerCase()} ${
        /have to|need to/i.test(m[0]) ? "have to " : ""
      }${m[3]}`,
  ),
  given(
    "save spare",
    /(?<!\b(?:i|we|you) )\b(?:would|['’]d|could|might|will) (?:really |also )?(?:save|spare) ((?:a lot of |lots of |so much |a great deal of |some |many )?(?:time|hours|money|work|paper|effort|clicks|trips|minutes|phone calls)\b.{0,60})$/i,
    (m) => `this saves ${withoutCondition(m[1] ?? "")}`,
  ),
  given(
    "give save help make let allow spare stop enable free",
    /(?<!\b(?:i|we|you|one|they|not|n['’]t) )(?:\bwould|['’]d|\bcould|\bmight|\bwill)(?: really| also)? (give|save|help|make|let|allow|spare|stop|enable|free) (me|us|everyone|everybody|people|(?:my|our|the|every|all|each|his|her|their) [\w-]+(?: [\w-]+)*?|[\w-]+) (to |from )?(.{3,})$/i,
    (m) => helped(m[1] ?? "", m[2] ?? "", m[3] !== undefined, m[4] ?? ""),
  ),
]);
const MUCH = /\b(?:a lot|much|enormously|immensely|a great deal|a bit)$/i;
const BECAUSE =
  /(?:^(?:that['’]?s |this is |mainly |simply |just )|[^,\s],? )because\s+((?!of\b).{6,})$/i;
// What stands behind "so" as an outcome rather than an aim: "so I split them for now".
const OUTCOME =
  /\b(?:not|cannot|never|now|currently|still|always|had|was|were|ended|have to|has to|must|need|currently)\b|n['’]t\b(?! (?:have|need|forget|miss|lose))/i;
const AIM =
  /\b(?:can|could|will|would|know|knows|(?:don|doesn|won)['’]?t (?:have|need|forget|miss|lose))/i;
const INSTEAD = /\b(?:instead of|rather than)\s+(?:(?:me|us|my|our)\s+)?([^,(]{4,})/i;
const SHORT_GERUND = /^(?:going|doing|using)$/i;
const GOAL =
  /\b(i|we)(?:['’]d| would)? (?:want|like|love|need|prefer) to (?!see a\b|have a\b|(?:say|mention|thank|tell|start by|hear|know|ask|point|add that|express|report|let you)\b)(.{4,})$/i;
const OTHERS_GOAL =
  /^((?:my|our|the) [\w' -]{2,40}?|she|he|they) (?:wants?|needs?|would like) to (.{4,})$/i;
const THREAT =
  /^(?:(otherwise|or else)[,:]?\s+(.{8,})|(without (?:it|that|this))[,:]?\s+(.*\b(?:won['’]?t|will not|can['’]?t|cannot|will|['’]ll|have to|has to)\b.*)|(?:.*\band )?((?:i|we|our|my|the)\b[^,]{3,80}\b(?:won['’]?t|will not|can['’]?t|cannot)\b.* without (?:it|that|this)))$/i;

/**
 * What follows "so that": a clause, or the customer's words in quotation marks
 * after an ellipsis; `null` where the message gives no reason.
 */
export function reasonOf(wish: Wish, context: DraftContext): string | null {
  const told = toldReason(wish, context.parts);
  if (told !== null && !told.startsWith("because ") && isReason(told) && !FLATTERY.test(told)) {
    return told;
  }
  const span = context.spans.best("reason", REASONS_LOOKED_AT).find((one) =>
    one.score > REASON_SCORE_MIN[isNear(one.sentence, wish, context.parts) ? "near" : "far"] &&
    !one.sentence.fired.some(({ rule }) => NO_REASON.test(rule)) &&
    // Another sentence that asks is another wish.
    (one.sentence === wish.statement.sentence ||
      !one.sentence.fired.some(({ rule }) => rule === "wish/asked")) &&
    (wish.span !== null || one.sentence !== wish.statement.sentence) &&
    !(wish.span !== null && one.start < wish.span.end && wish.span.start < one.end)
  );
  if (span !== undefined) return inTheirWords(context.show(span.start, span.end));
  return told?.startsWith("because ") ? inTheirWords(told.slice("because ".length)) : null;
}

/** Whether a sentence is the wish's own, or stands right before or behind it. */
function isNear(sentence: Sentence, { statement }: Wish, { statements }: MessageParts): boolean {
  const at = statement.index;
  return [at - 1, at, at + 1].some((near) => statements[near]?.sentence === sentence);
}

/** The customer's own words in quotation marks, as nothing else can be made of them. */
function inTheirWords(said: string): string | null {
  const words = unended(cutAtWord(said.replace(/["“”„]/gu, "'"), REASON_CHARACTERS));
  return words.length < LEAST_SAID_CHARACTERS ? null : `… (“${words}”)`;
}

function toldReason(wish: Wish, parts: MessageParts): string | null {
  const own = firstSentence(wish.statement.phrase.text);
  const others = parts.statements.filter((statement) => statement !== wish.statement)
    .slice(0, STATEMENTS_TRIED).map((statement) => firstSentence(statement.phrase.text));
  const rest = firstSentence(wish.rest);
  return givenReason([own, ...others], wish) ?? becauseOf([own, ...others], own) ??
    first([rest, ...others], clauseOfPain) ?? insteadOf(own) ?? first(others, fromGoal) ??
    first([rest, ...others], fromThreat);
}

function givenReason(texts: readonly string[], wish: Wish): string | null {
  const known = wish.topic.toLowerCase();
  for (const text of texts) {
    for (const { pattern, read } of GIVEN_REASONS.in(text)) {
      const match = pattern.exec(text);
      const read_reason = match === null ? null : read(match);
      if (read_reason === null) continue;
      const reason = tidy(read_reason), lower = reason.toLowerCase();
      const told = lower.includes(known) || known.includes(lower.slice(-KNOWN_CHARACTERS)) ||
        saysAgain(lower, wish.wanted.toLowerCase());
      if (isClause(reason) && !told) return reason;
    }
  }
  return null;
}

/** "only admins can delete it" for "only admins to be able to delete it" */
function saysAgain(reason: string, wanted: string): boolean {
  return (reason.match(/\p{L}{4,}/gu) ?? []).every((word) => wanted.includes(word));
}

/** "because" behind a main clause gives the reason for it: only the wish's own counts. */
function becauseOf(texts: readonly string[], own: string): string | null {
  for (const text of texts) {
    const match = text.includes("ecause") ? BECAUSE.exec(text) : null;
    if (match === null || (text !== own && !/^(?:that|this)/i.test(text))) continue;
    const reason = tidy(match[1] ?? "");
    if (isClause(reason)) return `because ${lowerFirst(reason)}`;
  }
  return null;
}

/** "so I know who is coming" is an aim, "so I copy them by hand" is not. */
function aim(text: string): string | null {
  return OUTCOME.test(text) &&
        !/\b(?:don|doesn|won)['’]?t (?:have|need|forget|miss|lose)\b/i.test(text) ||
      !AIM.test(text)
    ? null
    : text;
}

function insteadOf(own: string): string | null {
  const match = INSTEAD.exec(own);
  const reason = match === null ? null : notInstead(cutWish(match[1] ?? ""));
  return reason === null ? null : tidy(reason);
}

function fromGoal(text: string): string | null {
  const match = OTHERS_GOAL.exec(text);
  if (match !== null) return tidy(`${lowerFirst(match[1] ?? "")} can ${beforeBut(match[2] ?? "")}`);
  const goal = GOAL.exec(text);
  return goal === null ? null : tidy(`${pronoun(goal[1])} can ${beforeBut(goal[2] ?? "")}`);
}

/** "otherwise our security department won't approve it" */
function fromThreat(text: string): string | null {
  const [, otherwise, follows, without, happens, bound] = THREAT.exec(text) ?? [];
  if (bound !== undefined) return `because ${lowerFirst(tidy(bound))}`;
  const [start, outcome] = [otherwise ?? without, follows ?? happens];
  return start === undefined || outcome === undefined
    ? null
    : `because ${start.toLowerCase()} ${lowerFirst(tidy(outcome))}`;
}

/** "instead of putting it in one folder", "instead of just 5 minutes before". */
function notInstead(text: string): string | null {
  const [start = "", ...rest] = text.split(" ");
  if (start.toLowerCase() === "having" && rest[0] === "to") {
    return `I no longer have ${rest.join(" ")}`;
  }
  if (isGerund(start.toLowerCase()) || SHORT_GERUND.test(start)) {
    return `I no longer have to ${
      [
        SHORT_GERUND.test(start) ? start.toLowerCase().slice(0, -3) : baseForm(start.toLowerCase()),
        ...rest,
      ].join(" ")
    }`;
  }
  if (/^(?:at|in|on|by|with|from|via|through|over)\b/i.test(text)) {
    return `I no longer have to do it ${text}`;
  }
  return /^(?:just |only |merely )?(?:an?|my|our|one|two|three|four|five|six|ten|several|\d+)\b/i
      .test(text)
    ? `I no longer have to make do with ${text.replace(/^(?:just|only|merely)\s+/i, "")}`
    : null;
}

function helped(verb: string, whom: string, to: boolean, rest: string): string | null {
  const lower = verb.toLowerCase();
  if (
    /^(?:it|this|that|these|those|sense|sure|more|a|an|to|with|if|when|in|on|for|by)$/i.test(whom)
  ) return null;
  const who = /^me$/i.test(whom) ? "I" : /^us$/i.test(whom) ? "we" : lowerFirst(whom);
  // "It would save us hours if the planner copied it": the wish is told already.
  const gain = withoutCondition(rest);
  if (lower === "stop") return `${who} no longer end up ${gain}`;
  // "our night shift a lot": how much, not what they could do.
  if (!to && MUCH.test(gain)) return `this ${thirdPerson(lower)} ${whom} ${gain}`;
  const acting = lower === "let" || to && lower !== "make" ||
    lower === "help" && isAction(/^\w+/.exec(rest)?.[0]?.toLowerCase() ?? "");
  if (lower === "let" && who !== "I" && who !== "we") {
    const told = splitSubject(`${who} ${gain}`);
    return told === null ? null : `${told.subject} can ${told.rest}`;
  }
  if (acting) return `${who} can ${gain}`;
  return gain.length < 3 ? null : `this ${thirdPerson(lower)} ${whom} ${gain}`;
}

function withoutCondition(text: string): string {
  return text.replace(/(?:^|\s+)(?:if|when)\b.*$/i, "");
}

function clauseOfPain(text: string): string | null {
  const reason = tidy(fromPain(text) ?? "");
  return isClause(reason) ? reason : null;
}

function beforeBut(text: string): string {
  return text.replace(/,? but\b.*$/i, "");
}

function first(
  texts: readonly string[],
  read: (text: string) => string | null,
): string | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

function pronoun(word: string | undefined): string {
  return word?.toLowerCase() === "we" ? "we" : "I";
}

function firstSentence(text: string): string {
  const calm = calmed(text).replace(/\bi\b/gu, "I");
  const end = calm.search(/(?<!\b(?:e\.g|i\.e|etc))[.!?](?:\s|$)/u);
  return unended(end > 0 ? calm.slice(0, end) : calm);
}

function isClause(reason: string): boolean {
  return reason.split(" ").length >= 3 && !/\?/u.test(reason);
}

function tidy(text: string): string {
  const end = text.search(/[;!?]|(?<!\b(?:e\.g|i\.e|etc))\.(?:\s|$)|\s[–—-]\s/u);
  const kept = (end > 8 ? text.slice(0, end) : text).replace(
    /,\s+(?:and (?:it|that|i|we|this)|i|we)(?:['’]s|['’]d| is| would)\b.*$/i,
    "",
  );
  return unended(cutAtWord(kept, REASON_CHARACTERS))
    .replace(/^(?:then|also)\s+/i, "").replace(/^i\b/u, "I");
}
