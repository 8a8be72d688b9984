/**
 * What fails, by name: what "it", "they" and "the button" stand for in a title.
 *
 * @module
 */
import { baseForm } from "../english/base_form.ts";
import { isDeterminer } from "../english/clause_shape.ts";
import { part, type Phrase, posOf } from "../english/words.ts";
import type { MessageParts } from "../message/message_parts.ts";
import type { Symptom } from "./symptom.ts";

const BUTTONS = /^(?:the|that|this)\s+(?:button|link|icon|tab|key)\b/i;
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
  /^(?!.*\b(?:and|but|while|yet|though)\b)(?:it|the app|the screen|the page|the site)\s+(?:just |only |then |always |now )?(?:says?|gives (?:me|us)|tells (?:me|us)|throws)\s+(?:that\s+)?(?=[^"“']\S\S)/i;
// "this app saved us" names its thing; "this is gone" does not.
const PRONOUN =
  /^(it|he|she|they|(?:this|that)(?= (?:is|was|has|does|did|can|makes|happens|\w+n['’]t)\b))\s+/i;
const PASSIVE =
  /^(?:is|was|gets?|got|has been|isn['’]t|wasn['’]t) (?:\w+ly |not |never |still )?\w{2,}(?:ed|en|wn)\b/i;
const LABEL_CHARACTERS = 30;

/** Whether a clause is about "the button": which one, another part of the message says. */
export function isButton(clause: string): boolean {
  return BUTTONS.test(clause);
}

/** Puts a name in the place of "it" and "the button"; takes the action that it came from. */
export function named(
  main: string,
  symptom: Symptom,
  actions: Phrase[],
  before: Phrase | null,
  thing: string,
): string {
  if (BUTTONS.test(main)) {
    const pressed = actions.findLastIndex((action) =>
      PRESSING.has(baseForm(action.words[0]?.lower ?? ""))
    );
    const action = actions[pressed];
    const label = action === undefined ? "" : pressedLabel(action);
    if (label === "") return main;
    actions.splice(pressed, 1);
    return `${label} ${main.replace(/^\S+\s+/u, "")}`;
  }
  if (SAYING.test(main)) return main.replace(SAYING, "");
  // "This is a data breach" says what it is.
  if (/^(?:this|that|it) (?:is|was) (?:an?|the)\b/i.test(main)) return main;
  const spelt = main.replace(
    /^(it|he|she)['’]s (?!been\b|got\b|\d|nearly\b|almost\b|about\b)/i,
    "$1 is ",
  ).replace(
    /^(they)['’]re /i,
    "$1 are ",
  );
  const owned = whatIsOwned(spelt, symptom.statement.phrase.text);
  if (owned !== "") return owned;
  const known = antecedent(spelt, symptom);
  if (known !== "") return known;
  const pronoun = PRONOUN.exec(spelt)?.[1]?.toLowerCase();
  if (pronoun === undefined) return main;
  const rest = spelt.replace(PRONOUN, "");
  // "drag a task to Done, it's counted twice": the task is; but "it crashes" is the program.
  const object = pronoun === "it" && !PASSIVE.test(rest)
    ? moneyIn(before)
    : objectOf(actions[0] ?? symptom.trigger);
  if (object !== "") return `${object} ${rest}`;
  // "It's the new cable that hums" says itself what does.
  if (pronoun === "it" && CLEFT.test(rest)) return main;
  const many = pronoun === "they" ? lastOfMany(before) : "";
  if (many !== "") return `${many} ${rest}`;
  // A person stays a person; what a thing is called is known.
  if (/^(?:he|she|they)$/.test(pronoun) || FINITE_FIRST.test(rest) && thing === "") return main;
  return thing !== "" && (pronoun === "it" || pronoun === "this") ? `${thing} ${rest}` : rest;
}

const CLEFT = /^(?:is|was) .{2,60}? (?:that|which|who)\b/i;
/** What cannot begin a title without its subject. */
const FINITE_FIRST = /^(?:is|was|has|had|does|did|will|would|can|could)\b(?! ?n['’]t| not)/i;
const OWNERS: ReadonlyMap<string, string> = new Map([
  ["hers", "her"],
  ["mine", "my"],
  ["theirs", "their"],
  ["ours", "our"],
]);

/** "she saves her notes and I save mine, hers are gone": her notes are. */
function whatIsOwned(main: string, said: string): string {
  const [, pronoun = "", rest = ""] = /^(hers|mine|theirs|ours) (.+)$/is.exec(main) ?? [];
  const owner = OWNERS.get(pronoun.toLowerCase()) ?? "";
  const noun = owner === ""
    ? undefined
    : new RegExp(`\\b${owner} ([\\p{L}-]+)`, "iu").exec(said)?.[1];
  return noun === undefined ? "" : `${owner} ${noun} ${rest}`;
}

/** "I rely on captions. They …": the last that there are several of. */
function lastOfMany(before: Phrase | null): string {
  const word = before?.words.findLast((one) => posOf(one) === "NOUN" && /[^s]s$/u.test(one.lower));
  return word === undefined || TIMES.test(word.lower) ? "" : word.lower;
}

const TIMES = /^(?:seconds|minutes|hours|days|weeks|months|years|times|thanks|things|greetings)$/;
const FINITE_NEXT = /^(?:is|are|was|were|has|have|had|do|does|did|can|will|keep|keeps|show|shows)$/;
const SUBJECT_WORDS_MAX = 6;

/** "Two of our vans have been in the yard, and they are doing 84": who "they" are, and the rest. */
function antecedent(main: string, { statement: { phrase } }: Symptom): string {
  const [, pronoun = "", rest = ""] = /^(it|they) (.+)$/is.exec(main) ?? [];
  if (pronoun === "" || phrase.text.startsWith(main.slice(0, pronoun.length))) return "";
  const first = phrase.words[0]?.lower ?? "";
  if (!isDeterminer(first) && !COUNTED.test(first)) return "";
  const verb = phrase.words.findIndex(({ lower }, at) => at > 1 && FINITE_NEXT.test(lower));
  if (verb < 0 || verb > SUBJECT_WORDS_MAX) return "";
  const subject = part(phrase, 0, verb);
  const plural = COUNTED.test(first) || /s$/u.test(subject.words.at(-1)?.lower ?? "");
  return plural === (pronoun.toLowerCase() === "they") ? `${subject.text} ${rest}` : "";
}

const COUNTED = /^(?:two|three|four|five|six|seven|eight|nine|ten|several|some|both|all|many)$/;

const PLACE =
  /\b(?:in(?:to)?|to|on|at|of|from) the ((?:[\w-]+ )?(?:portal|app|website|site|dashboard|settings))\b/i;

/** A bare button or link with the place that another sentence names. */
export function placed(subject: string, symptom: Symptom, parts: MessageParts): string {
  if (!BUTTONS.test(symptom.main.text)) return subject;
  const text = parts.statements.map(({ phrase }) => phrase.text).join("\n");
  const place = PLACE.exec(text)?.[1];
  const noun = /\b(?:button|link|icon|tab|key)\b/i.exec(subject);
  if (place === undefined || noun === null || subject.toLowerCase().includes(place.toLowerCase())) {
    return subject;
  }
  const end = noun.index + noun[0].length;
  return `${subject.slice(0, end)} on ${place}${subject.slice(end)}`;
}

function pressedLabel(action: Phrase): string {
  const label = part(action, 1).text.replace(/^(?:on |at )?(?:the |an? |my )?/i, "")
    .replace(/["“”']/gu, "").replace(/\s+(?:button|link|icon|tab|key)\b.*$/i, "");
  return label.length <= LABEL_CHARACTERS ? label : "";
}

/** "I sent £340 to my sister. It …": what "it" was. */
function moneyIn(before: Phrase | null): string {
  return /^(?:i|we) \S+ ([$€£]\d[\d.,]*\d)\b/iu.exec(before?.text ?? "")?.[1] ?? "";
}

/** What an action is done to: "a member" of "remove a member from one group". */
function objectOf(action: Phrase | null): string {
  const match =
    /^\S+\s+((?:the|an?|my|our|one|any)\s+(?:[\p{L}-]+\s+){0,2}?[\p{L}-]+)(?=\s+(?:from|to|in|on|with|and|of|at|for|into|by)\b|[,.]|$)/iu
      .exec(action?.text ?? "");
  return match?.[1] ?? "";
}
