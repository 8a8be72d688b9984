/**
 * Why a customer wants something, as what follows "so that": from their own
 * words, or from what bothers them today.
 *
 * @module
 */
import { cutAtWord } from "../triage/plain_text.ts";
import type { MessageParts } from "./message_parts.ts";
import { baseForm, thirdPerson } from "./verb_forms.ts";
import { lowerFirst, unended } from "./weave.ts";
import type { Wish } from "./wish.ts";

const REASON_CHARACTERS = 200;

type Maker = (match: RegExpExecArray) => string;

const GIVEN: readonly (readonly [RegExp, Maker])[] = [
  [/\bso that\s+(.{6,})$/iu, (m) => m[1] ?? ""],
  [
    /[,\s]+so\s+((?:i|we|my|our|it|the|they|people|nobody|everyone|users|members|athletes|coaches)\b.{6,})$/iu,
    (m) => m[1] ?? "",
  ],
  [/\bin order to\s+(.{6,})$/iu, (m) => `I can ${m[1]}`],
  [
    /\b(?:this|that|it|which|would)(?: would|['’]d)? (give|save|help|make|let|allow|spare|enable|free) (me|us|our|my|everyone|people|users|athletes|the [\w-]+|[\w-]+)\b\s*(?:to )?(.{3,})$/iu,
    (m) => helped(m),
  ],
  [
    /\b(?:would|could)(?: really| also)? (give|save|help|make|let|allow|spare|stop|enable|free) (.{2,40}?) (?:to |from )?((?:\w+).{3,})$/iu,
    (m) => helped(m),
  ],
  [/\bbecause\s+(.{6,})$/iu, (m) => `it fits my situation: ${m[1]}`],
];
const NOW_PAIN =
  /^(?:(?:right now|at (?:the moment|present)|currently|today|now|otherwise|at present)[,:]?\s+)?(i|we)\s+(?:currently |now |always |still |just )?(have to|must|need to|spend|keep|convert|copy|type|move|build|ring|poll|print|scroll|enter|use|do|go|write|send|check|open|click|search|export|import|carry|draw|calculate|count|track|fill|drive|call|ask|wait|make|run|update|maintain|read|look|end up|lose|forget|miss|pay|share)\b\s*(.{3,})$/iu;
const NO_LONGER =
  /^((?:the|my|our|typing|doing|every|all|each|having|a|an|this|people|half|it)\b[^,.;]{1,60}?)\s(costs?|takes?|blinds?|hurts?|annoys?|wastes?|confuses?|gets?|is|are|makes?|stays?|requires?|eats?|breaks?|means?|stops?|keeps?|prevents?|turns?|kills?|drives?)\s(.{3,})$/iu;
const GOAL =
  /\b(?:i|we)(?:['’]d| would)? (?:want|like|love|need|prefer) to (?!see a|have a)(.{4,})$/iu;
const OTHERS_GOAL = /^((?:my|our|the) [\w' -]{2,40}?) (?:wants?|needs?|would like) to (.{4,})$/iu;

/** What follows "so that". Always a clause; the customer's own where they gave one. */
export function reasonOf(wish: Wish, parts: MessageParts, thing: string): string {
  const own = wish.statement.phrase.text;
  const after = wish.rest;
  const others = parts.statements.filter((statement) => statement !== wish.statement)
    .map((statement) => statement.phrase.text);
  const candidates = [own, ...others.slice(0, 4)];
  for (const text of candidates) {
    for (const [pattern, make] of GIVEN) {
      const match = pattern.exec(clean(text));
      if (match === null) continue;
      const reason = tidy(make(match));
      if (isClause(reason) && !reason.toLowerCase().includes(wish.topic.toLowerCase())) {
        return reason;
      }
    }
  }
  for (const text of [after, ...others.slice(0, 4)]) {
    const reason = fromPain(clean(text));
    if (reason !== null && isClause(reason)) return tidy(reason);
  }
  for (const text of [...others.slice(0, 4)]) {
    const match = OTHERS_GOAL.exec(clean(text));
    if (match !== null) return tidy(`${lowerFirst(match[1] ?? "")} can ${match[2]}`);
    const goal = GOAL.exec(clean(text));
    if (goal !== null) return tidy(`I can ${goal[1]}`);
  }
  const said = [after.length > 24 ? after : "", ...others].find((text) => isSituation(text));
  if (said !== undefined) return `it fits my situation: ${lowerFirst(tidy(clean(said)))}`;
  return `I can count on it when I use ${thing}`;
}

function fromPain(text: string): string | null {
  let match = NOW_PAIN.exec(text);
  if (match !== null) {
    const [, subject = "I", verb = "", rest = ""] = match;
    const who = subject.toLowerCase() === "i" ? "I" : "we";
    if (/^(?:have to|must|need to)$/iu.test(verb)) return `${who} no longer have to ${rest}`;
    return `${who} no longer have to ${baseForm(verb.toLowerCase())} ${rest}`;
  }
  match = NO_LONGER.exec(text);
  if (match !== null && !/\b(?:not|no|never|n't)\b/iu.test(match[0])) {
    const [, subject = "", verb = "", rest = ""] = match;
    const be = /^(?:is|are)$/iu.test(verb);
    return be
      ? `${lowerFirst(subject)} ${verb} no longer ${rest}`
      : `${lowerFirst(subject)} no longer ${verb} ${rest}`;
  }
  return null;
}

function helped(match: RegExpExecArray): string {
  const [, verb = "", whom = "", rest = ""] = match;
  const lower = verb.toLowerCase();
  const who = /^me$/iu.test(whom) ? "I" : /^us$/iu.test(whom) ? "we" : lowerFirst(whom);
  if (
    ["let", "allow", "enable", "help"].includes(lower) &&
    /^(?!with\b|much\b|so\b|a lot)[a-z]+\b/u.test(rest) &&
    !/^(?:me|us|everyone|people)$/iu.test(rest)
  ) {
    return `${who} can ${rest}`;
  }
  if (lower === "stop") {
    return `${who === whom ? lowerFirst(whom) : who} no longer ${
      /ing\b/u.test(rest) ? `end up ${rest}` : rest
    }`;
  }
  return `this ${thirdPerson(lower)} ${whom} ${rest}`;
}

function clean(text: string): string {
  const end = text.search(/[.!?](?:\s|$)/u);
  return unended(end > 0 ? text.slice(0, end) : text);
}

function isClause(reason: string): boolean {
  return reason.split(" ").length >= 3 && !/\?/u.test(reason);
}

function isSituation(text: string): boolean {
  return text.split(" ").length >= 5 &&
    !/\?|^(?:thank|please|not a bug|that['’]s|and|but)\b/iu.test(text);
}

function tidy(text: string): string {
  const first = text.search(/[;!?]|\.(?:\s|$)|\s[–—-]\s/u);
  return unended(cutAtWord(first > 8 ? text.slice(0, first) : text, REASON_CHARACTERS)).replace(
    /^(?:then|also)\s+/iu,
    "",
  );
}
