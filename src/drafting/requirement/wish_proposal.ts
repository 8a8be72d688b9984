/**
 * What the rules say is wished for (rules/tables/wish_told.ts), turned into
 * what can stand after "I want".
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { Show } from "../message/excerpt.ts";
import type { Span } from "../message/span_model.ts";
import { toldAsClause } from "./clause_wish.ts";
import { endsAbbreviated } from "../english/abbreviation.ts";
import { lowerFirst, unended } from "../english/rewording.ts";
import { isGerund } from "../english/verb_forms.ts";
import { conditionOf } from "./condition.ts";
import { infinitiveOf } from "./infinitive.ts";
import { another, cutWish, doing, having, type Meaning } from "./wish_meaning.ts";
import { WISH_WORDS } from "./wish_words.ts";

/** A stretch that a rule captured, and what it comes to. */
export interface Proposal {
  readonly span: Span;
  readonly meaning: Meaning;
}

const TABLE = "wish/told/";
const CUSTOMER = /^(?:i|we|one)$/i;
/** "a reviewer | should be able to mark files" */
const SHOULD = /^(.{2,70}?) (?:should|ought to|would|could) (?:also |really )?(.{4,})$/i;
/** "the map | let me filter": what is wished of it, told as if it were so. */
const LETS = /^.{3,50}? (?:let|allowed|gave) (?:me|us) (?:to )?(.{4,})$/i;
/** "and simply wouldn't accept a fifth": another clause of the condition. */
const GOES_ON = /,? and (?:\p{L}+ly )?(?:would|could|did)\b.*$/iu;
const SEEN = /^(?:you|one|i|we) (?:can |could )?(\p{Ll}.{3,})$/iu;

/** "the receipt | list the deposit" */
const ASKED_OF =
  / (?:have|be|show|list|print|say|tell|follow|remember|turn|use|sort|send|play|count|ring|hide|include) /iu;
/** "carers | to see the last dose" */
const FOR_OTHERS = /^(.{2,50}?) to (.{3,})$/i;

/** "photos | can't be sorted by place" */
const CANNOT = /^(.{1,50}?) (?:can|could)(?:['’]?t|n['’]t| ?not) (.{3,})$/i;

/** What the rules propose in the sentences, in order. */
export function proposalsIn(
  sentences: readonly Sentence[],
  show: Show,
  thing: string,
): Proposal[] {
  return sentences.flatMap((sentence) =>
    sentence.fired.flatMap(({ rule, captured }): Proposal[] => {
      if (captured === null || !rule.startsWith(TABLE)) return [];
      const { start } = captured;
      // "an export incl. labels": the rule saw the end of a sentence.
      if (endsAbbreviated(show(start, captured.end))) return [];
      const end = rule === "wish/told/thing" || rule === "wish/told/please"
        ? captured.end
        : goingOn(sentence, captured.end, show);
      const first = sentence.tokens.findIndex((token) => token.start >= start);
      const last = sentence.tokens.findLastIndex((token) => token.end <= end);
      const span = { sentence, first, last, start, end, score: 0 };
      const meaning = clauseOf(rule, span, show, thing) ??
        meaningOf(rule.slice(TABLE.length), show(start, end), thing);
      return meaning === null ? [] : [{ span, meaning }];
    })
  );
}

function clauseOf(rule: string, span: Span, show: Show, thing: string): Meaning | null {
  const { sentence, first, start, end } = span;
  switch (rule.slice(TABLE.length)) {
    case "condition":
      return toldAsClause(sentence.tokens, first, span, show, thing);
    case "when":
      return whenever(show(sentence.start, start), show(start, end), thing);
    case "colon": {
      const said = show(start, end);
      if (SEEN.test(said)) return null;
      return WISH_WORDS.machine.has(said.split(" ", 1)[0]?.toLowerCase() ?? "")
        ? another("it", said, thing)
        : infinitiveOf(span, show, thing);
    }
    case "stop":
    case "not":
    case "asked_of_it":
      return null;
    default:
      return isGerund(sentence.tokens[first]?.normal ?? "")
        ? infinitiveOf(span, show, thing)
        : null;
  }
}

/** "If two ask for the same day, | show me that first": to show me first if two ask for it. */
function whenever(condition: string, said: string, thing: string): Meaning | null {
  const when = lowerFirst(unended(condition).replace(/,?\s*(?:please|just|then)?$/i, ""));
  const told = cutWish(said);
  const [, verb = "", rest = ""] =
    /^((?:show|tell|warn|ask|remind) (?:me|us)) (?:that|this|it)\b(.*)$/i
      .exec(told) ?? [];
  return another("it", verb === "" ? `${told} ${when}` : `${verb} ${when}${rest}`, thing);
}

/** "mark files as read, | and have that stay": where a clause that goes on with the same wish ends. */
export function goingOn({ tokens }: Sentence, end: number, show: Show): number {
  const at = tokens.findIndex(({ start }) => start >= end);
  const [comma, and, verb] = tokens.slice(at, at + 3);
  if (at < 0 || comma?.text !== "," || !/^(?:and|or)$/.test(and?.text ?? "")) return end;
  if (verb?.pos !== "VERB" && verb?.pos !== "AUX" || verb.lemma !== verb.normal) return end;
  const close = tokens.slice(at + 3).find(({ text }) => /^[,;:.!?(]$/.test(text));
  return show(end, close?.start ?? end) === "" ? end : close?.start ?? tokens.at(-1)?.end ?? end;
}

/** "the label | to give the time in words": what it is to do. */
const TO_DO = /^((?:the|my|our|your) (?:[\p{L}-]+ ){1,3}?)to (\p{Ll}+ .{3,})$/iu;

/** "a way | to let them look in" */
const WAY = /^(?:an? |some |the )?(?:way|option|possibility|chance|ability) to (.{4,})$/i;

function ofThing(said: string, thing: string): Meaning | null {
  const way = WAY.exec(said)?.[1];
  if (way !== undefined) return doing(way);
  const [, subject = "", rest = ""] = TO_DO.exec(said) ?? [];
  return subject === "" ? having(said) : another(subject.trim(), rest, thing);
}

function meaningOf(kind: string, said: string, thing: string): Meaning | null {
  switch (kind) {
    case "please":
      return having(said.replace(/^support for /i, ""));
    case "thing":
      return said.includes(" ") ? ofThing(said, thing) : null;
    case "doing":
      return /^(?:have|get) /i.test(said) ? having(said.replace(/^\S+ /, "")) : doing(said);
    case "asked_of": {
      const at = said.search(ASKED_OF);
      return at < 0 ? null : another(said.slice(0, at), said.slice(at + 1), thing);
    }
    case "asked_of_it":
      return another("it", said, thing);
    case "stop":
      return another("it", `stop ${said}`, thing);
    case "not": {
      const done = cutWish(said);
      return { wanted: `${thing} not to ${done}`, topic: `don't ${done}` };
    }
    case "for_others": {
      const [, subject = "", rest = ""] = FOR_OTHERS.exec(said) ?? [];
      return subject === "" ? null : another(subject, rest, thing);
    }
    case "of_us":
      return conditionOf(`you ${said}`, thing);
    case "condition":
      return conditionOf(cutWish(said).replace(GOES_ON, ""), thing);
    case "colon": {
      const seen = SEEN.exec(said)?.[1];
      return seen === undefined
        ? null
        : doing(seen.replace(/\byou\b/gi, "I").replace(/\byour\b/gi, "my"));
    }
    case "cannot": {
      const [, subject = "", rest = ""] = CANNOT.exec(said) ?? [];
      if (subject === "") return null;
      return /^(?:i|we|you|one)$/i.test(subject) ? doing(rest) : another(subject, rest, thing);
    }
    case "clause": {
      const lets = LETS.exec(said)?.[1];
      if (lets !== undefined) return doing(lets);
      const [, subject = "", rest = ""] = SHOULD.exec(said) ?? [];
      if (subject === "") return conditionOf(said, thing);
      return CUSTOMER.test(subject) ? doing(rest) : another(subject, rest, thing);
    }
    default:
      return null;
  }
}
