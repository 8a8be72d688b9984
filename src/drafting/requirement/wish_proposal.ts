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
import { isGerund } from "../english/verb_forms.ts";
import { conditionOf } from "./condition.ts";
import { infinitiveOf } from "./infinitive.ts";
import { another, cutWish, doing, having, type Meaning } from "./wish_meaning.ts";

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
      const end = rule === "wish/told/thing" ? captured.end : goingOn(sentence, captured.end, show);
      const first = sentence.tokens.findIndex((token) => token.start >= start);
      const last = sentence.tokens.findLastIndex((token) => token.end <= end);
      const span = { sentence, first, last, start, end, score: 0 };
      const clause = rule === "wish/told/condition"
        ? toldAsClause(sentence.tokens, first, span, show, thing)
        : isGerund(sentence.tokens[first]?.normal ?? "")
        ? infinitiveOf(span, show, thing)
        : null;
      const meaning = clause ?? meaningOf(rule.slice(TABLE.length), show(start, end), thing);
      return meaning === null ? [] : [{ span, meaning }];
    })
  );
}

/** "mark files as read, | and have that stay": a clause that goes on with the same wish. */
function goingOn({ tokens }: Sentence, end: number, show: Show): number {
  const at = tokens.findIndex(({ start }) => start >= end);
  const [comma, and, verb] = tokens.slice(at, at + 3);
  if (at < 0 || comma?.text !== "," || !/^(?:and|or)$/.test(and?.text ?? "")) return end;
  if (verb?.pos !== "VERB" && verb?.pos !== "AUX" || verb.lemma !== verb.normal) return end;
  const close = tokens.slice(at + 3).find(({ text }) => /^[,;:.!?(]$/.test(text));
  return show(end, close?.start ?? end) === "" ? end : close?.start ?? tokens.at(-1)?.end ?? end;
}

/** "the label | to give the time in words": what it is to do. */
const TO_DO = /^((?:the|my|our|your) (?:[\p{L}-]+ ){1,3}?)to (\p{Ll}+ .{3,})$/iu;

function ofThing(said: string, thing: string): Meaning | null {
  const [, subject = "", rest = ""] = TO_DO.exec(said) ?? [];
  return subject === "" ? having(said) : another(subject.trim(), rest, thing);
}

function meaningOf(kind: string, said: string, thing: string): Meaning | null {
  switch (kind) {
    case "thing":
      return said.includes(" ") ? ofThing(said, thing) : null;
    case "doing":
      return /^(?:have|get) /i.test(said) ? having(said.replace(/^\S+ /, "")) : doing(said);
    case "asked_to_have": {
      const at = said.search(/ have /iu);
      return at < 0 ? null : another(said.slice(0, at), said.slice(at + 1), thing);
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
