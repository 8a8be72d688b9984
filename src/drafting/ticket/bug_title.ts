/**
 * The title of a bug ticket: the failing thing and how it fails.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { withDetails } from "./fault_details.ts";
import { headline, isPresentable } from "../english/headline.ts";
import { stripLead } from "../english/lead_in.ts";
import type { MessageParts } from "../message/message_parts.ts";
import { isDeterminer } from "../english/clause_shape.ts";
import { asStatement } from "../english/statement_form.ts";
import { withoutEnd } from "../english/text_end.ts";
import type { Symptom } from "./symptom.ts";
import { baseForm } from "../english/base_form.ts";
import { gerund, isGerund } from "../english/verb_forms.ts";
import { part, type Phrase, posOf } from "../english/words.ts";

const MAX = REPLY_LIMITS.title_characters;
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
  /^(?!.*\b(?:and|but) (?:is|are|does|do|it)(?:n['’]t| not| is)\b)(?:it|the app|the screen|the page|the site)\s+(?:just |only |then |always |now )?(?:says?|gives (?:me|us)|tells (?:me|us)|throws)\s+(?:that\s+)?(?=[^"“']\S\S)/i;
// "this app saved us" names its thing; "this is gone" does not.
const PRONOUN =
  /^(it|he|she|they|(?:this|that)(?= (?:is|was|has|does|did|can|makes|happens|\w+n['’]t)\b))\s+/i;
const PASSIVE =
  /^(?:is|was|gets?|got|has been|isn['’]t|wasn['’]t) (?:\w+ly |not |never |still )?\w{2,}(?:ed|en|wn)\b/i;
const BARE_PRESS =
  /^(?:(?:click|press|tap|hit|push|choos|select)\p{L}*(?: on)?(?: \S+){1,2}|(?:letting|going|coming|walking|waiting) (?:go|back|out|in|on))$/u;
const LABEL_CHARACTERS = 30;
const LEAST_TRIGGER_CHARACTERS = 16;

/**
 * The title of a bug ticket, at most 80 characters; `null` where there is nothing to show.
 *
 * @param steps What was done before, where the fault was told behind it.
 * @param thing What "it" stands for when the message does not say: "app", "portal", or "".
 */
export function bugTitle(
  symptom: Symptom,
  parts: MessageParts,
  thing: string,
  steps: readonly string[] = [],
): string | null {
  const actions = [...symptom.actions];
  const before = parts.statements[symptom.statement.index - 1]?.phrase ?? null;
  const subject = named(asStatement(stripLead(symptom.main.text)), symptom, actions, before, thing);
  const whole = placed(withoutEcho(subject), symptom, parts);
  const told = headline(whole);
  if (!isPresentable(told)) return null;
  // A trigger in the middle of a sentence belongs to what stands right before it.
  const apart = symptom.statement.phrase.text.startsWith(symptom.main.text) &&
    headline(whole, whole.length).length > told.length;
  const whole_title = (apart ? told : joined(told, symptom, actions)).replace(SPOKEN_END, "");
  return withDetails(whole_title === told ? behindSteps(told, steps) : whole_title, parts);
}

/** Puts a name in the place of "it" and "the button"; takes the action that it came from. */
function named(
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
  const many = pronoun === "they" ? lastOfMany(before) : "";
  if (many !== "") return `${many} ${rest}`;
  // A person stays a person; what a thing is called is known.
  if (/^(?:he|she|they)$/.test(pronoun)) return main;
  return thing !== "" && (pronoun === "it" || pronoun === "this") ? `${thing} ${rest}` : rest;
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

/** "spins and nothing happens" says "spins". */
function withoutEcho(subject: string): string {
  return subject.replace(
    /\b(spins|hangs|freezes|loads|is greyed out|turns grey)(.{0,20}?),? and nothing (?:else )?happens\b/i,
    "$1$2",
  );
}

const PLACE =
  /\b(?:in(?:to)?|to|on|at|of|from) the ((?:[\w-]+ )?(?:portal|app|website|site|dashboard|settings))\b/i;

/** A bare button or link with the place that another sentence names. */
function placed(subject: string, symptom: Symptom, parts: MessageParts): string {
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

const ACTS_WITHIN_WORDS = 5;

/** "When my wife logs in, she sees my lists": "Wife sees my lists when she logs in". */
function turned({ trigger, actions, main }: Symptom): string | null {
  const pronoun = main.words[0]?.lower ?? "";
  const [first] = trigger?.words ?? [];
  if (trigger === null || actions.length > 0 || first === undefined) return null;
  if (!/^(?:he|she|they|it)$/.test(pronoun) || !isDeterminer(first.lower)) return null;
  const verb = trigger.words.findIndex((word, at) =>
    at > 1 && at < ACTS_WITHIN_WORDS && /^(?:VERB|AUX)$/.test(posOf(word))
  );
  if (verb < 0) return null;
  const subject = part(trigger, 0, verb).text;
  const title = headline(`${subject} ${part(main, 1).text}`);
  const whole = `${title} when ${pronoun} ${withoutEnd(part(trigger, verb).text, ".,;:!?")}`;
  return whole.length <= MAX ? whole : null;
}

/** The symptom with what leads to it, as far as there is room. */
function joined(told: string, symptom: Symptom, actions: readonly Phrase[]): string {
  const { trigger, conjunction, main } = symptom;
  if (trigger === null) return told;
  const about = turned(symptom);
  if (about !== null) return about;
  // "doesn't light up when I touch it": one "when" is enough.
  const later = conjunction === "after" || BUTTONS.test(main.text) || / when /i.test(told);
  const how = later ? "after" : "when";
  const all = actions.map((action) => withoutPlace(gerundised(action.text), told))
    .filter((text) => text !== "" && !pressesIt(text, told));
  // "Login button spins" needs no "after clicking login".
  if (all.length === 0 && actions.length > 0) return told;
  const whole = `${told} ${how} ${all.join(" and ")}`;
  if (all.length > 0 && whole.length <= MAX) return whole;
  // Where not all have room: what was done last, but "pressing Save" says little.
  const telling = all.filter((text) => !BARE_PRESS.test(text) && text.includes(" "));
  const done = telling.length > 0 ? telling : all;
  for (let count = done.length; count > 0; count--) {
    const title = `${told} ${how} ${done.slice(-count).join(" and ")}`;
    if (title.length <= MAX) return title;
  }
  if (done.length > 0) {
    const room = MAX - told.length - how.length - 2;
    const short = room >= LEAST_TRIGGER_CHARACTERS ? headline(done.at(-1) ?? "", room) : "";
    return short.includes(" ") ? `${told} ${how} ${lowerFirstWord(short)}` : told;
  }
  if (conjunction === "after") return told;
  const plain = `${told} ${how} ${withoutEnd(trigger.text, ".,;:!?")}`;
  return plain.length <= MAX ? plain : told;
}

/** A title that says little alone, with the last telling step before it. */
function behindSteps(told: string, steps: readonly string[]): string {
  const bare = withoutEnd(told.replace(LATER, ""));
  const little = LATER.test(told) || bare.length <= BARE_TITLE_CHARACTERS;
  if (!little || / (?:when|after|while|if|whenever|as soon as) /i.test(bare)) return told;
  const done = steps.map((step) => gerundised(step.split(/,| and /u, 1)[0] ?? ""))
    .filter((step) => step.includes(" ") && /^\p{L}+ing /u.test(step));
  const telling = done.filter((step) => !BARE_PRESS.test(step) && !BEGINNING.test(step));
  const last = (telling.length > 0 ? telling : done).at(-1);
  const title = `${bare} after ${last}`;
  return last === undefined || title.length > MAX ? told : title;
}

/** Longer ones say where and when by themselves. */
const BARE_TITLE_CHARACTERS = 30;
const LATER = / (?:afterwards|after that|then)$/i;
/** "moves to 08:00 as well": besides what, a title does not say. */
const SPOKEN_END = /\s+(?:too|as well)$/i;
/** With it everything begins. */
const BEGINNING = /^(?:opening|going|starting|launching|signing|logging|visiting) /u;

/** "enter my password" becomes "entering password". */
function gerundised(text: string): string {
  const [first = "", ...rest] = withoutEnd(text, ".,;:!?").split(" ");
  const lower = first.toLowerCase();
  const verb = isGerund(lower) ? lower : gerund(baseForm(lower));
  return [verb, ...rest].join(" ").replace(/ (?:my|our) /gi, " ");
}

/** "clicking login on the web portal" where the title has that place already. */
function withoutPlace(text: string, told: string): string {
  const place = /\s(?:on|in|at|to|of) (?:the )?[\w -]{3,30}$/iu.exec(text)?.[0];
  return place !== undefined && told.toLowerCase().includes(place.trim().toLowerCase())
    ? text.slice(0, -place.length)
    : text;
}

/** Whether all that is pressed is what the title begins with. */
function pressesIt(text: string, told: string): boolean {
  const [, label = ""] =
    /^(?:clicking|pressing|tapping|hitting)(?: on)? (?:the )?(.+)$/i.exec(text) ?? [];
  return label !== "" && told.toLowerCase().startsWith(label.toLowerCase());
}

function lowerFirstWord(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
