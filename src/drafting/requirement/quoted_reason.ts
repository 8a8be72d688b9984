/**
 * Why a customer wants something, in their own words: what they tell around
 * the wish, where nothing else can be made of it.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { isBalanced } from "../english/gate.ts";
import { isBareClause, isClause } from "../english/clause_shape.ts";
import { unended } from "../english/rewording.ts";
import { type Phrase, posOf } from "../english/words.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Role } from "../message/role_names.ts";
import { logit } from "../message/roles.ts";
import type { Statement } from "../message/message_parts.ts";
import { REASON_CHARACTERS } from "./reason_clause.ts";
import type { Wish } from "./wish.ts";

const LEAST_SAID_CHARACTERS = 10;
const LEAST_SAID_WORDS = 3;
const REASONS_LOOKED_AT = 12;
/**
 * Of a sentence that is said to be the reason: the logits of the span model and
 * of the role together, next to the wish, and elsewhere. So the reason that the
 * writers of wishes d and e of fixtures/told.jsonl marked is given in 33 of 52
 * stories, with weights of the other three; by the span model alone in 25.
 */
const SCORE_MIN = { near: -5, far: -2.5 } as const;
/** What it counts that something is done today, beside that it is a reason. */
const TODAY = 0.3;
/** What is told of the wish itself or of the letter, so surely, is no reason. */
const BESIDE: ReadonlySet<Role> = new Set<Role>(["wish_detail", "courtesy"]);
const SURELY = 0.6;
/** What speaks for the sentence right before the wish: what it is an answer to. */
const BEFORE = 0.5;
/** Rules of sentences that speak of something else, or wish for something else. */
const NO_REASON =
  /^(?:noise\/(?!feeling)|background\/(?!remedy|person|elsewhere)|courtesy\/|wish\/(?:asked|offered)$)/;
/** "Would be great.", "That would make my day.": praise ahead. */
const LEANS = /^(?:(?:but|and|so) )?(?:they|he|she|it|them|these|those)\b/i;
const FLATTERY =
  /^(?:(?:that|this|it|which) )?(?:would|['’]d|will) (?:really |also )?(?:be|make (?:my|our|me|us)) (?:(?:an? |so |very |really |really very |such a |the )*[\w-]+)(?: (?:feature|thing|day|addition|help|year|week|person|person|people|life|idea|touch))*$/i;

/** The customer's words in quotation marks, after an ellipsis; `null` where nothing told can be a reason. */
export function quotedReason(wish: Wish, context: DraftContext): string | null {
  return inTheirWords(besideWish(wish) ?? toldAround(wish, context) ?? "");
}

/** Words in quotation marks, as nothing else can be made of them. */
export function inTheirWords(said: string): string | null {
  const words = unended(
    cutAtWord(
      said.replace(/["“”„]/gu, "'").replace(/^(?:the )?reason:\s+/i, ""),
      REASON_CHARACTERS,
    ),
  );
  return words.length < LEAST_SAID_CHARACTERS || !isBalanced(words) ? null : `… (“${words}”)`;
}

/** "add bigger print, | my mother cannot read it": what the wish's own sentence says behind it. */
function besideWish(wish: Wish): string | null {
  // "isn't possible today, and it would decide whether we stay": behind a comma, too.
  const [rest = ""] = wish.rest.split(/,\s+(?=(?:and|but|as|because|since)\s)/iu, 1);
  const later = [...wish.rest.matchAll(/[,;]\s+/gu)].map(({ index, 0: mark }) =>
    wish.rest.slice(index + mark.length)
  );
  for (const piece of [wish.rest, rest, ...later]) {
    const said = piece.replace(/^(?:as|because|since|cause|bc|for|and|so|but)\s+/i, "");
    // "and you have the fifth": an offer.
    if (isToldIn(wish.statement.phrase, said) && !/^(?:you|i(?:['’]ll| will))\b/i.test(said)) {
      return said;
    }
  }
  return null;
}

/** Whether words of a sentence are a clause that tells something, and not of the letter. */
function isToldIn(phrase: Phrase, said: string): boolean {
  const start = said === "" ? -1 : phrase.text.indexOf(said);
  const at = start < 0 ? -1 : phrase.words.findIndex((word) => word.start >= start);
  return at >= 0 && phrase.words.length - at > LEAST_SAID_WORDS &&
    (isClause(phrase, at) || isBareClause(phrase, at)) && isTelling(said);
}

function isTelling(text: string): boolean {
  const bare = unended(text);
  return !FLATTERY.test(bare) && !/\?\s*$/u.test(text);
}

/** The sentence that the model likes most of those around the wish, with one that goes on from it. */
function toldAround(
  wish: Wish,
  { parts: { statements }, spans, roles }: DraftContext,
): string | null {
  const at = wish.statement.index;
  const scores = new Map<Sentence, number>(
    spans.best("reason", REASONS_LOOKED_AT).map(({ sentence, score }) => [sentence, score]),
  );
  const scoreOf = ({ sentence, index }: Statement) => {
    const score = sentence === null ? undefined : scores.get(sentence);
    const near = Math.abs(index - at) === 1;
    if (score === undefined || sentence === null) return -Infinity;
    const probability = roles.probability("reason", sentence) +
      TODAY * roles.probability("today", sentence);
    const beside = roles.told.every((one) =>
      one.sentence !== sentence || BESIDE.has(one.role) && one.probability > SURELY
    );
    if (beside) return -Infinity;
    const whole = score + logit(probability);
    return whole < SCORE_MIN[near ? "near" : "far"]
      ? -Infinity
      : whole + (index === at - 1 ? BEFORE : 0);
  };
  const able = statements.filter((one) => one !== wish.statement && canBeReason(one));
  const [best] = able.map((one) => ({ one, score: scoreOf(one) }))
    .filter(({ score }) => score > -Infinity).sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const { one } = best;
  const before = statements[one.index - 1];
  // "But they go out on Sundays": whoever "they" are is said before.
  if (before !== undefined && before !== wish.statement && LEANS.test(one.phrase.text)) {
    const whole = `${before.phrase.text} ${one.phrase.text}`;
    if (whole.length <= REASON_CHARACTERS) return whole;
  }
  const next = able.find(({ index }) => index === one.index + 1);
  const both = next === undefined ? "" : `${one.phrase.text} ${next.phrase.text}`;
  return both !== "" && both.length <= REASON_CHARACTERS && next !== undefined &&
      scoreOf(next) > -Infinity
    ? both
    : one.phrase.text;
}

function canBeReason({ phrase, sentence, question }: Statement): boolean {
  // ", date, and this each man fills": the rest of a sentence.
  if (/^[,;:]/u.test(phrase.text)) return false;
  if (sentence === null || question || phrase.words.length < LEAST_SAID_WORDS) return false;
  const verbal = sentence.tokens.some(({ pos }) => pos === "VERB" || pos === "AUX");
  // "I drive a low sports car": the tagger takes "drive" for a thing.
  const ours = /^(?:i|we|my|our)$/.test(phrase.words[0]?.lower ?? "");
  return (verbal || ours || phrase.words.some((word) => posOf(word) === "NUM")) &&
    !sentence.fired.some(({ rule }) => NO_REASON.test(rule)) && isTelling(phrase.text);
}
