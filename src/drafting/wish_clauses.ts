/**
 * Reads what follows "if", "I wish", "could you": clauses in which a wish is
 * told.
 *
 * @module
 */
import { isWishVerb, splitSubject } from "./subject.ts";
import { baseForm, isGerund } from "./verb_forms.ts";
import {
  another,
  cutWish,
  doing,
  given,
  having,
  isEmpty,
  lowerStart,
  type Meaning,
} from "./wish_meaning.ts";

const MAKERS_VERB =
  /^(?:ads?|adding|add|introduc(?:e|ing)|includ(?:e|ing)|offer(?:ing)?|provid(?:e|ing)|implement(?:ing)?|creat(?:e|ing)|build(?:ing)?|develop(?:ing)?|consider(?:ing)?|enabl(?:e|ing)|support(?:ing)?|bring(?:ing)?|allow(?:ing)?|have|having|get|see|integrate|do|put in|make available)\b/i;
const ANY_GERUND = /^(\p{L}{3,}ing) (.{3,})$/iu;
const WITH_OBJECT =
  /^(\p{L}{3,}ing) ((?:an?|the|my|our|your|it|us|me|them|each|every|some|one|two|several|more|all|\d+)\b.{3,})$/iu;
const NOT_A_WISH =
  /^(?:fix|help|look|explain|tell (?:me|us) (?:how|why|what|where|if|whether)|check|confirm|take (?:what|this|my|it)|note|let me know|see (?:the|my)|find|bear|forgive|excuse|do not|don['’]t|keep up|accept my|read|pass|reply|answer|call|contact)\b/i;

/** What follows "if" or "I wish (that)". */
export function clause(text: string, thing: string): Meaning | null {
  let match =
    /^(?:i|we|one)(?:,? as [^,]{3,30},?)? (?:could|can|was able to|were able to|would be able to|had (?:the|an?) (?:option|ability|possibility|chance|way) to)(?: just| also| simply)? (.{3,})$/i
      .exec(text);
  if (match !== null) return doing(match[1] ?? "");
  match = /^(?:i|we) (?:had|got|have) (.{3,})$/i.exec(text);
  if (match !== null) return having(match[1] ?? "");
  match = /^there (?:was|were|is|would be|could be|are) (.{3,})$/i.exec(text);
  if (match !== null) return having(match[1] ?? "");
  match = /^(?:you|u)(?: guys)? (?:could|would|can|might)?\s*(?:also |please |just )?(.{3,})$/i
    .exec(text);
  if (match !== null) {
    return maker((match[1] ?? "").replace(/^\w+/u, (verb) => baseForm(verb.toLowerCase())), thing);
  }
  match =
    /^(it|[\p{L}’'-]+(?: [\p{L}\p{N}’'-]+){0,5}?) (?:could|cuold|would|can|did|might) (?:also |automatically |just )?(.{3,})$/iu
      .exec(text);
  if (match !== null) return another(match[1] ?? "", match[2] ?? "", thing);
  match =
    /^(it|(?:the|my|our|a|an|all|each|every)\b(?: [\p{L}\p{N}'’-]+){1,4}?) (\p{L}+ed|was|were|had|went|came|got|told|gave|showed|kept|ran|did|sent|let|made) (.{2,})$/iu
      .exec(text);
  if (match !== null) {
    return another(
      match[1] ?? "",
      `${baseForm((match[2] ?? "").toLowerCase())} ${match[3]}`,
      thing,
    );
  }
  return /^(?:i|we|it|you|that|this|not)\b/i.test(text) ? null : having(text);
}

/** What the maker is asked to do: "add rest days", "let me invite them". */
export function maker(text: string, thing: string): Meaning | null {
  const asked = text.replace(
    /^(?:(?:please|also|just|maybe|perhaps|finally|to|pls|really|simply)\s+)+/i,
    "",
  ).replace(/^lemme\b/i, "let me");
  if (NOT_A_WISH.test(asked)) return null;
  let match = /^(?:let|allow|enable|permit|letting) (me|us|one) (?:to )?(.{3,})$/i.exec(asked);
  if (match !== null) return doing(match[2] ?? "");
  match = /^(?:let|allow|enable|permit|letting) (.{3,})$/i.exec(asked);
  if (match !== null) {
    const done = gerundDone(match[1] ?? "", ANY_GERUND);
    if (done !== null) return done;
    const told = splitSubject(match[1] ?? "");
    if (told !== null) {
      const rest = cutWish(told.rest);
      return {
        wanted: `${lowerStart(told.subject)} to be able to ${rest}`,
        topic: `${told.subject} to ${rest}`,
      };
    }
  }
  match = /^(?:give|grant|get) (?:me|us|users|people|members) (.{3,})$/i.exec(asked);
  if (match !== null) return having((match[1] ?? "").replace(/^back\s+/i, ""));
  match = /^bring back (.{3,})$/i.exec(asked);
  if (match !== null) {
    const back = cutWish(match[1] ?? "");
    return { wanted: `to have ${lowerStart(back)} back`, topic: `${back} back` };
  }
  match = /^mak(?:e|ing) (?!it\b|this\b|so\b)(.{3,60}?) (?:possible|available)\b/i.exec(asked);
  if (match !== null) return having(match[1] ?? "");
  match = /^mak(?:e|ing) it ((\p{Ll}+) .{2,})$/iu.exec(asked);
  if (match !== null && isWishVerb(match[2] ?? "")) return another("it", match[1] ?? "", thing);
  match = /^mak(?:e|ing) (?:it|this|so)(?: possible)?(?: so)?(?: (that|to|for \w+ to))? (.{3,})$/i
    .exec(asked);
  if (match !== null) {
    return /to$/i.test(match[1] ?? "") ? doing(match[2] ?? "") : clause(match[2] ?? "", thing);
  }
  match =
    /^(?:add|offer|provide|include|allow|have)(?:ing)? an? (?:option|possibility|setting|way|ability) to (.{3,})$/i
      .exec(asked);
  if (match !== null) return doing(match[1] ?? "");
  // "add classes to the calendar when booked": something it is to do, again and again.
  const doer = /^add .+ to .+\b(?:automatically|when|whenever|each time)\b/i.test(asked);
  const makers = doer ? null : MAKERS_VERB.exec(asked);
  if (makers !== null) {
    const had = asked.slice(makers[0].length).replace(
      /^\s*(?:in|us|me|for)?\s+(?:support for )?/i,
      "",
    );
    if (!/^to\b/i.test(had)) return having(had);
  }
  if (/^(?:split|sort|print|group|read|store) \w+ing\b/i.test(asked)) return having(asked);
  const done = cutWish(asked);
  if (isEmpty(done)) return null;
  if (done.endsWith(` in ${thing}`)) return doing(done);
  return { wanted: `${thing} to ${lowerStart(done)}`, topic: given(done) };
}

/** A thing, or a clause that tells what it should do. */
export function thingOrClause(text: string, thing: string): Meaning | null {
  if (
    /^(?:i|we|you|there|it|the (?:app|portal|system|site)) (?:could|can|would|was|were|had|did)\b/i
      .test(text)
  ) {
    return clause(text, thing);
  }
  if (/^to (?!the\b)/i.test(text)) return doing(text);
  if (/^being able to\b/i.test(text)) return doing(text.replace(/^being able to\s+/i, ""));
  if (
    /^(?:add|allow|support|let|letting|give|make|bring|show|send|enable|offer|provide|include|implement|print)\b/i
      .test(text)
  ) {
    return maker(text, thing);
  }
  return having(text);
}

/** A thing, or what is to be done: "dictating a note" is done, "recurring invoices" are had. */
export function thingOrDoing(text: string, thing: string): Meaning | null {
  if (/^(?:letting|giving|allowing|adding|having|making|offering)\b/i.test(text)) {
    return maker(text, thing);
  }
  return gerundDone(text, WITH_OBJECT) ?? having(text);
}

function gerundDone(text: string, form: RegExp): Meaning | null {
  const match = form.exec(text);
  const verb = match?.[1]?.toLowerCase() ?? "";
  if (match === null || !isGerund(verb)) return null;
  const rest = (match[2] ?? "").replace(
    /\band (\p{L}+ing)(?= (?:it|them|a|an|the|my|our|individual|one|each)\b)/giu,
    (_and, other: string) => `and ${baseForm(other.toLowerCase())}`,
  );
  return doing(`${baseForm(verb)} ${rest}`);
}

/** "Could the launcher collect …": who should do what. */
export function asked(text: string, thing: string): Meaning | null {
  const told = splitSubject(text);
  return told === null ? null : another(told.subject, told.rest, thing);
}
