/**
 * Why a customer wants something, as what follows "so that": from their own
 * words, or from what bothers them today.
 *
 * @module
 */
import { cutAtWord } from "../triage/plain_text.ts";
import type { MessageParts, Statement } from "./message_parts.ts";
import { RowsByWord, type WordedRow } from "./rows_by_word.ts";
import { baseForm, isGerund, thirdPerson } from "./verb_forms.ts";
import { lowerFirst, unended } from "./weave.ts";
import type { Wish } from "./wish.ts";

const REASON_CHARACTERS = 200;
const SITUATION_WORDS_MIN = 5;
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
    (m) => m[1] ?? "",
  ),
  given("order", /\bin order to\s+(.{6,})$/i, (m) => `I can ${m[1]}`),
  given(
    "never no not",
    /\b(i|we)(?: would|['’]d) (never|no longer|not) (?:have to |need to )?(.{4,})$/i,
    (m) =>
      `${pronoun(m[1])} ${(m[2] ?? "").toLowerCase()} ${
        /have to|need to/i.test(m[0]) ? "have to " : ""
      }${m[3]}`,
  ),
  given(
    "give save help make let allow spare enable free",
    /\b(?:this|that|it|which|would)(?: would|['’]d)? (give|save|help|make|let|allow|spare|enable|free) (me|us|our|my|everyone|people|users|athletes|the [\w-]+|[\w-]+)\b\s*(?:to )?(.{3,})$/i,
    (m) => helped(m[1] ?? "", m[2] ?? "", m[3] ?? ""),
  ),
  given(
    "give save help make let allow spare stop enable free",
    /\b(?:would|could)(?: really| also)? (give|save|help|make|let|allow|spare|stop|enable|free) (.{2,40}?) (?:to |from )?((?:\w+).{3,})$/i,
    (m) => helped(m[1] ?? "", m[2] ?? "", m[3] ?? ""),
  ),
  given("because", /\bbecause\s+(.{6,})$/i, (m) => `it works for me: ${lowerFirst(m[1] ?? "")}`),
]);
const INSTEAD = /\b(?:instead of|rather than)\s+(?:(?:me|us|my|our)\s+)?(.{4,})$/i;
const LABOUR =
  /^(?:(?:right now|at (?:the moment|present)|currently|today|now|otherwise)[,:]?\s+)?(i|we)\s+(?:currently |now |always |still |just )?(have to|must|need to|spend|keep|convert|copy|type|move|build|ring|poll|print|scroll|enter|do|write|send|check|click|search|export|import|calculate|count|track|fill|call|ask|wait|make|run|update|maintain|read|end up|lose|forget)\b\s*(.{3,})$/i;
const DRUDGERY =
  /\b(?:by hand|manual(?:ly)?|every|each|one at a time|one by one|spreadsheet|again|nightly|weekly|daily|hours?|minutes?|currently|right now|at the moment|at present|today|by phone|on paper|have to|must|need to|script|seconds)\b/i;
const BOTHER =
  /^((?:\p{L}{3,}ing|the|my|our|typing|doing|copying|every|all|each|having|a|an|this|people|half|it)\b[^,.;]{1,60}?)\s(costs?|takes?|blinds?|hurts?|annoys?|wastes?|confuses?|requires?|eats?|breaks?|stops?|keeps?|prevents?|drives?|makes?|gets?)\s(.{3,})$/iu;
const TOO =
  /^((?:the|my|our|every|all|each|a|an|this|it)\b[^,.;]{1,60}?)\s(is|are)\s(too \w+.{0,60}|tedious.{0,60}|spread over.{0,60}|cluttered.{0,60})$/i;
const GOAL =
  /\b(i|we)(?:['’]d| would)? (?:want|like|love|need|prefer) to (?!see a\b|have a\b)(.{4,})$/i;
const OTHERS_GOAL = /^((?:my|our|the) [\w' -]{2,40}?) (?:wants?|needs?|would like) to (.{4,})$/i;
const NO_SITUATION =
  /\?|\[|^(?:thank|please|not a bug|that['’]s|and|but|not|so|everyone finds|your|brilliant|great|love|nice|the only thing|rather|instead|ignore)\b/i;
const TIME_WORDS = /\s*\b(?:right now|at the moment|at present|currently|for now|today|now)\b\s*/gi;

/** What follows "so that". Always a clause; the customer's own words where they gave a reason. */
export function reasonOf(wish: Wish, parts: MessageParts, thing: string): string {
  const own = firstSentence(wish.statement.phrase.text);
  const others = parts.statements.filter((statement) => statement !== wish.statement)
    .slice(0, STATEMENTS_TRIED).map((statement) => statement.phrase.text);
  const firsts = others.map(firstSentence);
  const known = wish.topic.toLowerCase();
  for (const text of [own, ...firsts]) {
    for (const { pattern, read } of GIVEN_REASONS.in(text)) {
      const match = pattern.exec(text);
      const reason = match === null ? null : read(match);
      if (reason !== null && isClause(tidy(reason)) && !reason.toLowerCase().includes(known)) {
        return tidy(reason);
      }
    }
  }
  const rest = firstSentence(wish.rest);
  for (const text of [rest, ...firsts]) {
    const reason = fromPain(text);
    if (reason !== null && isClause(reason)) return tidy(reason);
  }
  const instead = INSTEAD.exec(own);
  if (instead !== null) return tidy(notInstead(instead[1] ?? ""));
  for (const text of firsts) {
    const match = OTHERS_GOAL.exec(text);
    if (match !== null) return tidy(`${lowerFirst(match[1] ?? "")} can ${match[2]}`);
    const goal = GOAL.exec(text);
    if (goal !== null) return tidy(`${pronoun(goal[1])} can ${goal[2]}`);
  }
  const faults = parts.statements.filter(isFault).map(({ phrase }) => phrase.text);
  const said = [wish.rest, ...others].find((text) => isSituation(text) && !faults.includes(text));
  if (said !== undefined) {
    const told = tidy(firstSentence(said));
    // "otherwise our security department won't approve it"
    const threat = /^(?:otherwise|or else|if not)[,:]?\s+(?=\S)/i.exec(told)?.[0];
    return threat === undefined
      ? `it works for me: ${lowerFirst(told)}`
      : `this does not happen: ${lowerFirst(told.slice(threat.length))}`;
  }
  return wish.wanted.startsWith("to have ") || wish.wanted.startsWith("to see ")
    ? "I have this at hand when I need it"
    : wish.wanted.startsWith("to ")
    ? `I can do it directly in ${thing}`
    : /\bto be \w+(?:ed|en|wn|ut)\b/.test(wish.wanted)
    ? `I can do this directly in ${thing}`
    : `${thing} does this for me`;
}

function fromPain(text: string): string | null {
  const labour = LABOUR.exec(text);
  if (labour !== null && DRUDGERY.test(text)) {
    const [, subject, verb = "", rest = ""] = labour;
    const bare = rest.replace(TIME_WORDS, " ").replace(
      /,? (?:which|and (?:a|the|my|our|it|half|some|then|people))\b.*$/i,
      "",
    ).trim();
    const what = /^(?:have to|must|need to)$/i.test(verb)
      ? bare
      : `${baseForm(verb.toLowerCase())} ${bare}`;
    return `${pronoun(subject)} no longer have to ${what}`;
  }
  for (const pattern of [BOTHER, TOO]) {
    const match = pattern.exec(text);
    if (match === null || /\b(?:not|no|never|n['’]t)\b/i.test(match[0])) continue;
    const [, subject = "", verb = "", rest = ""] = match;
    const words = pattern === TOO ? [verb, "no longer"] : ["no longer", verb];
    return [lowerFirst(subject), ...words, rest].join(" ");
  }
  return null;
}

/** "instead of putting it in one folder", "instead of just 5 minutes before". */
function notInstead(text: string): string {
  const [first = "", ...rest] = text.split(" ");
  if (first.toLowerCase() === "having" && rest[0] === "to") {
    return `I no longer have ${rest.join(" ")}`;
  }
  return isGerund(first.toLowerCase())
    ? `I no longer have to ${[baseForm(first.toLowerCase()), ...rest].join(" ")}`
    : /^(?:at|in|on|by|with|from|via|through|over)\b/i.test(text)
    ? `I no longer have to do it ${text}`
    : `I no longer have to make do with ${text.replace(/^(?:just|only|merely)\s+/i, "")}`;
}

function helped(verb: string, whom: string, rest: string): string {
  const lower = verb.toLowerCase();
  const who = /^(?:me|my)$/i.test(whom)
    ? "I"
    : /^(?:us|our)$/i.test(whom)
    ? "we"
    : lowerFirst(whom);
  const acting = ["let", "allow", "enable", "help"].includes(lower);
  if (
    acting && /^(?!with\b|much\b|so\b|a lot\b)[a-z]+\b/u.test(rest) && !/^everyone$/i.test(whom)
  ) {
    return `${who} can ${rest}`;
  }
  // "It would save us hours if the planner copied it": the wish is told already.
  const gain = rest.replace(/\s+if\b.*$/i, "");
  if (lower === "stop") return `${who} no longer end up ${rest}`;
  return `this ${thirdPerson(lower)} ${whom} ${gain}`;
}

function pronoun(word: string | undefined): string {
  return word?.toLowerCase() === "we" ? "we" : "I";
}

function firstSentence(text: string): string {
  const end = text.search(/(?<!\b(?:e\.g|i\.e|etc))[.!?](?:\s|$)/u);
  return unended(end > 0 ? text.slice(0, end) : text);
}

function isClause(reason: string): boolean {
  return reason.split(" ").length >= 3 && !/\?/u.test(reason);
}

/** A fault that is told along with the wish is not why it is wished for. */
function isFault({ phrase, bug_weight, wish_weight }: Statement): boolean {
  return bug_weight - wish_weight > 1 ||
    /\b(?:is|are|was|gets?) broken\b|\b(?:crash|fail|freez)\w*\b|(?:n['’]t|not) work(?:s|ing)?\b/i
      .test(phrase.text);
}

function isSituation(text: string): boolean {
  return text.split(" ").length >= SITUATION_WORDS_MIN && !NO_SITUATION.test(text);
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
