/**
 * The title of a bug ticket: the failing thing and how it fails.
 *
 * @module
 */
import { REPLY_LIMITS } from "../triage/reply.ts";
import { headline, isPresentable, stripLead } from "./headline.ts";
import type { MessageParts } from "./message_parts.ts";
import type { Symptom } from "./symptom.ts";
import { actionsOf } from "./triggers.ts";
import { baseForm, gerund, isGerund, thirdPerson } from "./verb_forms.ts";
import { part, type Phrase, phraseOf } from "./words.ts";

const MAX = REPLY_LIMITS.title_characters;
const BUTTONS = /^(?:the|that|this)\s+(button|link|icon|tab|key)\b/iu;
const PRESSING = new Set([
  "click",
  "press",
  "tap",
  "hit",
  "select",
  "choose",
  "push",
  "pick",
  "use",
]);
const SAYING =
  /^(?:it|the app|it just|the screen)\s+(?:just |only |then |always )?(?:says?|shows?|displays?|gives (?:me|us)|tells (?:me|us)|throws)\s+(?:that\s+)?/iu;
const PRONOUN = /^(?:it|this|that|he|she|they)\s+/iu;
const FIRST_PERSON =
  /^(?:i|we)(?:\s+(?:just|still|also|now|then|always|only|simply|constantly))*\s+(?=(?:can(?:'?t|not| not)?|could(?:n'?t| not)|cannot|am|'m|are|keep|kept|get|got|have not|haven't|do(?:n't| not)|did(?:n't| not)|no longer|never|lost|see|am not)\b)/iu;
const WHY_DO =
  /^why (?:do|does|did|would|has|have|is|are|was|were|can't|cant|can not|cannot|doesn't|don't|won't|isn't|aren't|hasn't)\s+/iu;

/** The title of a bug ticket. */
export function bugTitle(symptom: Symptom | null, parts: MessageParts, fallback: string): string {
  if (symptom === null) return fallback;
  const main = mainOf(symptom);
  const actions = symptom.trigger === null ? [] : [...actionsOf(symptom.trigger)];
  let subject = main;
  const button = BUTTONS.exec(main);
  if (button !== null) {
    const pressed = actions.findLastIndex((action) =>
      PRESSING.has(baseForm(action.words[0]?.lower ?? ""))
    );
    const action = actions[pressed];
    const label = action === undefined ? "" : pressedLabel(action);
    if (label !== "") {
      subject = `${label} ${main.replace(/^\S+\s+/u, "")}`;
      actions.splice(pressed, 1);
    }
  } else if (SAYING.test(main)) {
    subject = main.replace(SAYING, "");
  } else if (PRONOUN.test(main)) {
    const object = symptom.trigger === null ? "" : objectOf(actions[0] ?? symptom.trigger);
    subject = object !== "" && /^(?:she|he|this|that|they)\b/iu.test(main)
      ? main.replace(PRONOUN, `${object} `)
      : main.replace(PRONOUN, "");
  }
  const told = headline(subject);
  if (!isPresentable(told)) return wholeMessage(parts, fallback);
  const withTrigger = joined(told, symptom, actions);
  return withDetails(withTrigger, parts);
}

function mainOf(symptom: Symptom): string {
  let main = stripLead(symptom.main.text);
  main = asStatement(main);
  // "…, but the GPS draws …": what stands behind the turn is the fault.
  const turn = /[,;.]\s+(?:but|only|just|except(?: that)?|however)[,\s]+(?=\S.{12})/iu.exec(main);
  if (
    turn !== null &&
    /\b(?:love|great|brilliant|best|nice|works?|fine|good|perfect|fantastic|adore|solid)\b/iu.test(
      main.slice(0, turn.index),
    )
  ) {
    main = main.slice(turn.index + turn[0].length);
  }
  return main.replace(FIRST_PERSON, "").replace(
    /^(?:am|'m|are) (?=\w+ing\b|not able|unable)/iu,
    "",
  );
}

/** "Why does the total show 0" becomes "the total shows 0". */
function asStatement(text: string): string {
  const asked = WHY_DO.exec(text);
  if (asked === null) return text;
  const rest = text.slice(asked[0].length);
  const verb = asked[0].trim().split(" ").at(-1)?.toLowerCase() ?? "";
  const phrase = phraseOf(rest);
  if (verb.endsWith("'t") || verb === "cant" || verb === "cannot") {
    const second = phrase.words[1];
    if (/^(?:i|we|it|they)\b/iu.test(rest)) return `${verb} ${rest.replace(/^\S+\s+/u, "")}`;
    return second === undefined ? rest : rest;
  }
  if (verb === "does") {
    for (let at = 1; at < Math.min(phrase.words.length, 7); at++) {
      const word = phrase.words[at];
      if (word === undefined) break;
      if (VERBS_ASKED.has(word.lower)) {
        return `${rest.slice(0, word.start)}${thirdPerson(word.lower)}${rest.slice(word.end)}`;
      }
    }
  }
  return rest.replace(/^(?:i|we) /iu, "");
}

const VERBS_ASKED = new Set(
  "show say give get take crash freeze keep log send open close load stop fail change turn look come go play save sync count charge ask tell throw jump return display appear disappear delete create move add start end end print export import need require want use draw drain hang spin lose forget make put kick refuse reject ignore repeat miss"
    .split(" "),
);

function pressedLabel(action: Phrase): string {
  const label = part(action, 1).text.replace(/^(?:on|at|the|a|an|my)\s+/giu, "").replace(
    /^(?:the|a)\s+/iu,
    "",
  )
    .replace(/["“”']/gu, "").replace(/\s+(?:button|link|icon|tab|key)\b.*$/iu, "");
  return label.split(" ").length <= 3 ? label : "";
}

/** What an action is done to: "a member" of "remove a member from one group". */
function objectOf(action: Phrase): string {
  const match =
    /^\S+\s+((?:the|an?|my|our|one|any)\s+(?:[\p{L}-]+\s+){0,2}?[\p{L}-]+)(?=\s+(?:from|to|in|on|with|and|of|at|for|into|by)\b|[,.]|$)/iu
      .exec(action.text);
  return match?.[1] ?? "";
}

function joined(told: string, symptom: Symptom, actions: readonly Phrase[]): string {
  const { trigger, conjunction } = symptom;
  if (trigger === null) return told;
  const done = actions.map((action) => gerundised(action.text)).filter((text) => text !== "");
  const how = conjunction === "after" || BUTTONS.test(symptom.main.text) ? "after" : "when";
  for (let count = done.length; count > 0; count--) {
    const title = `${told} ${how} ${done.slice(0, count).join(" and ")}`;
    if (title.length <= MAX) return title;
  }
  if (done.length > 0) {
    const room = MAX - told.length - how.length - 2;
    const short = room > 16 ? lowered(headline(done[0] ?? "", room)) : "";
    return short.split(" ").length > 1 ? `${told} ${how} ${short}` : told;
  }
  const plain = `${told} ${how} ${trigger.text.replace(/[\s.,;:!?]+$/u, "")}`;
  return plain.length <= MAX && symptom.conjunction === "when" ? plain : told;
}

/** "enter my password" becomes "entering password". */
function gerundised(text: string): string {
  const [first = "", ...rest] = text.replace(/[\s.,;:!?]+$/u, "").split(" ");
  const lower = first.toLowerCase();
  const verb = isGerund(lower) ? lower : gerund(baseForm(lower));
  return [verb, ...rest].join(" ").replace(/ (?:my|our) /giu, " ");
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const QUOTED_ERROR =
  /\b(?:says?|error|message|shows?|fail\w*|actual)\b.{0,40}?(["“][^"“”]{3,50}["”])/iu;
const ERROR_CODE =
  /\b(?:error (?:code )?\d{2,6}|[A-Z]{1,4}-\d{2,6}|E\d{2,5}|[A-Z]{3,}(?:_[A-Z]+)+|HTTP \d{3}|exit (?:code )?\d{1,3}|code \d{3,6})\b/u;
const DETAIL =
  /\b(?:(?:Android|iOS|iPadOS|macOS|Windows|Ubuntu|Wear OS|watchOS) \d[\d.]*|(?:iPhone|Pixel|Galaxy) [A-Z]?\d+\w*(?: (?:Pro|Max|Plus|Ultra|Mini))?|(?:Chrome|Firefox|Safari|Edge) \d[\d.]*|(?:app|version|firmware|v) ?\d+(?:\.\d+){1,3}|v\d+(?:\.\d+)+)\b/gu;

/** Error texts, codes, devices and versions are added where there is room. */
function withDetails(title: string, parts: MessageParts): string {
  let result = title;
  const texts = [
    ...parts.statements.map((statement) => statement.phrase.text),
    parts.actual?.text ?? "",
  ];
  const all = texts.join("\n");
  const lower = () => result.toLowerCase();
  const quoted = QUOTED_ERROR.exec(all)?.[1];
  const code = ERROR_CODE.exec(all)?.[0];
  if (code !== undefined && !lower().includes(code.toLowerCase())) {
    const shown = quoted?.includes(code) ? quoted : code;
    if (result.length + shown.length + 2 <= MAX) result = `${result}: ${shown}`;
    else if (result.length + code.length + 2 <= MAX) result = `${result}: ${code}`;
  }
  const details: string[] = [];
  for (const [detail] of all.matchAll(DETAIL)) {
    if (lower().includes(detail.toLowerCase()) || details.includes(detail)) continue;
    if (result.length + [...details, detail].join(", ").length + 3 > MAX) break;
    details.push(detail);
  }
  return details.length === 0 ? result : `${result} (${details.join(", ")})`;
}

function wholeMessage(parts: MessageParts, fallback: string): string {
  for (const { phrase } of parts.statements) {
    const title = headline(stripLead(phrase.text));
    if (isPresentable(title)) return title;
  }
  return fallback;
}
