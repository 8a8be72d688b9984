/**
 * What leads to a fault, joined to its title: "… when opening the list", "…
 * after clicking Save", as far as there is room.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { isClause, isDeterminer } from "../english/clause_shape.ts";
import { headline } from "../english/headline.ts";
import { withoutEnd } from "../english/text_end.ts";
import { gerund, isGerund } from "../english/verb_forms.ts";
import { isVerb, part, type Phrase, phraseOf } from "../english/words.ts";
import type { Symptom } from "./symptom.ts";
import { isButton } from "./title_subject.ts";

const MAX = REPLY_LIMITS.title_characters;
const BARE_PRESS =
  /^(?:(?:click|press|tap|hit|push|choos|select)\p{L}*(?: on)?(?: \S+){1,2}|(?:letting|going|coming|walking|waiting) (?:go|back|out|in|on))$/u;
const LEAST_TRIGGER_CHARACTERS = 16;

const ACTS_WITHIN_WORDS = 5;

/** "When my wife logs in, she sees my lists": "Wife sees my lists when she logs in". */
function turned({ trigger, actions, main }: Symptom): string | null {
  const pronoun = main.words[0]?.lower ?? "";
  const [first] = trigger?.words ?? [];
  if (trigger === null || actions.length > 0 || first === undefined) return null;
  if (!/^(?:he|she|they|it)$/.test(pronoun) || !isDeterminer(first.lower)) return null;
  const verb = trigger.words.findIndex((word, at) =>
    at > 1 && at < ACTS_WITHIN_WORDS && isVerb(word)
  );
  if (verb < 0) return null;
  const subject = part(trigger, 0, verb).text;
  const title = headline(`${subject} ${part(main, 1).text}`);
  const whole = `${title} when ${pronoun} ${withoutEnd(part(trigger, verb).text, ".,;:!?")}`;
  return whole.length <= MAX ? whole : null;
}

/** The symptom with what leads to it, as far as there is room. */
export function joined(told: string, symptom: Symptom, actions: readonly Phrase[]): string {
  const { trigger, conjunction, main } = symptom;
  if (trigger === null) return told;
  const about = turned(symptom);
  if (about !== null) return about;
  // "doesn't light up when I touch it": one "when" is enough.
  const later = conjunction === "after" || isButton(main.text) || / when /i.test(told);
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
  const plain = withoutEnd(trigger.text, ".,;:!?");
  const room = MAX - told.length - how.length - 2;
  if (plain.length <= room) return `${told} ${how} ${plain}`;
  const short = fitting(plain, room);
  return short === "" ? told : `${told} ${how} ${short}`;
}

/** "the film is paused | for more than five minutes": a clause up to where it may end; "" where none fits. */
function fitting(clause: string, room: number): string {
  const ends = [...clause.matchAll(MAY_END_BEFORE)].map(({ index }) => index)
    .filter((at) => at <= room && at >= LEAST_TRIGGER_CHARACTERS);
  return isClause(phraseOf(clause), 0) ? clause.slice(0, ends.at(-1) ?? 0) : "";
}

const MAY_END_BEFORE = /,?\s(?=(?:for|at|with|without|and|before|while|until|from)\s)/giu;

/** A title that says little alone, with the last telling step before it. */
export function behindSteps(told: string, steps: () => readonly string[]): string {
  const bare = withoutEnd(told.replace(LATER, ""));
  const little = LATER.test(told) || bare.length <= BARE_TITLE_CHARACTERS;
  if (!little || / (?:when|after|while|if|whenever|as soon as) /i.test(bare)) return told;
  const done = steps().filter((step) => !isTold(step)).map((step) =>
    gerundised(step.split(/,| and /u, 1)[0] ?? "")
  )
    .filter((step) => step.includes(" ") && /^\p{L}+ing /u.test(step));
  const telling = done.filter((step) => !BARE_PRESS.test(step) && !BEGINNING.test(step));
  const last = (telling.length > 0 ? telling : done).at(-1);
  const title = `${bare} after ${last}`;
  return last === undefined || title.length > MAX ? told : title;
}

/** "Second pays cash": somebody does it, no doing alone. */
function isTold(step: string): boolean {
  const [, second = ""] = step.toLowerCase().split(" ", 2);
  return /[^su]s$/u.test(second) && baseForm(second) !== second && isBaseVerb(baseForm(second)) &&
    !isBaseVerb(second);
}

/** Longer ones say where and when by themselves. */
const BARE_TITLE_CHARACTERS = 30;
const LATER = / (?:afterwards|after that|then)$/i;
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
