/**
 * Reasons as they are given: "so that …", "in order to …", "that would save me
 * …", "which would mean …".
 *
 * @module
 */
import { isAction } from "../english/actions.ts";
import { baseForm } from "../english/base_form.ts";
import { lowerFirst } from "../english/rewording.ts";
import { isGerund, thirdPerson } from "../english/verb_forms.ts";
import { customerAs } from "./reason_clause.ts";
import { RowsByWord, type WordedRow } from "./rows_by_word.ts";
import { splitSubject } from "./subject.ts";

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
  given(
    "order",
    /\bin order that\s+(.{6,})$/i,
    (m) => m[1] ?? "",
  ),
  given(
    "mean",
    /\b(?:would|['’]d|could) mean (?:that )?((?:i|we|it|the|my|our|they|he|she|nobody|no|people|everyone|everybody|less|fewer|one)\b.{6,})$/i,
    (m) => granted(m[1] ?? ""),
  ),
  given("order", /\bin order to\s+(.{6,})$/i, (m) => `I can ${m[1]}`),
  given(
    "never no not",
    /\b(i|we)(?: would|['’]d) (never|no longer|not) (?:have to |need to )?(.{4,})$/i,
    (m) =>
      `${customerAs(m[1])} ${/not/i.test(m[2] ?? "") ? "do not" : (m[2] ?? "").toLowerCase()} ${
        /have to|need to/i.test(m[0]) ? "have to " : ""
      }${m[3]}`,
  ),
  // "I wouldn't have to stand next to it"
  given(
    "wouldn",
    /\b(i|we) wouldn['’]t (?:have to|need to) (.{4,})$/i,
    (m) => `${customerAs(m[1])} no longer have to ${m[2]}`,
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
// What stands behind "so" as an outcome rather than an aim: "so I split them for now".
const OUTCOME =
  /\b(?:not|cannot|never|now|currently|still|always|had|was|were|ended|have to|has to|must|need|currently)\b|n['’]t\b(?! (?:have|need|forget|miss|lose))/i;
const AIM =
  /\b(?:can|could|will|would|know|knows|(?:don|doesn|won)['’]?t (?:have|need|forget|miss|lose))/i;
/** "so I know who is coming" is an aim, "so I copy them by hand" is not. */
function aim(text: string): string | null {
  return OUTCOME.test(text) &&
        !/\b(?:don|doesn|won)['’]?t (?:have|need|forget|miss|lose)\b/i.test(text) ||
      !AIM.test(text)
    ? null
    : text;
}

const DOER: ReadonlyMap<string, string> = new Map([
  ["me", "I"],
  ["us", "we"],
  ["him", "he"],
  ["her", "she"],
  ["them", "they"],
]);
const PLURAL = new Set(["I", "we", "they", "people"]);

function helped(verb: string, whom: string, to: boolean, rest: string): string | null {
  const lower = verb.toLowerCase();
  if (
    /^(?:it|this|that|these|those|sense|sure|more|a|an|to|with|if|when|in|on|for|by)$/i.test(whom)
  ) return null;
  const who = DOER.get(whom.toLowerCase()) ?? lowerFirst(whom);
  // "save them from writing it": they no longer have to.
  const spared = /^(?:save|spare|stop|free)$/.test(lower)
    ? /^(?:from )?(\p{L}+ing) (.{2,})$/iu.exec(rest)
    : null;
  if (spared !== null && isGerund((spared[1] ?? "").toLowerCase())) {
    return `${who} no longer ${PLURAL.has(who) ? "have" : "has"} to ${
      baseForm((spared[1] ?? "").toLowerCase())
    } ${withoutCondition(spared[2] ?? "")}`;
  }
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

/** "I could stop counting" is, once it is so, "I can stop counting". */
function granted(text: string): string {
  return text.replace(/\bcould\b/i, "can").replace(/\bwould\b/i, "will");
}

function withoutCondition(text: string): string {
  return text.replace(/(?:^|\s+)(?:if|when)\b.*$/i, "");
}
