/**
 * Why a customer wants something, in their own words: what they tell around
 * the wish, where nothing else can be made of it.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { isBalanced } from "../english/gate.ts";
import { unended } from "../english/rewording.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Show } from "../message/excerpt.ts";
import type { Role } from "../message/role_names.ts";
import { logit, type Told } from "../message/roles.ts";
import type { Statement } from "../message/message_parts.ts";
import { REASON_CHARACTERS } from "./reason_clause.ts";
import type { Wish } from "./wish.ts";

const LEAST_SAID_CHARACTERS = 8;
const LEAST_SAID_WORDS = 3;
const REASONS_LOOKED_AT = 12;
/**
 * What the span model's logit counts beside that of the role, and what it counts
 * that something is done today. Chosen on 174 wishes of writers f to i of
 * fixtures/told.jsonl, with weights of the other five: of 131 reasons that they
 * marked 69 are given, and 38 times what is done today.
 */
const WEIGHT = { span: 0.2, today: 0.6 } as const;
/** Of a sentence in which the span model sees no reason. */
const NOT_SEEN = -6;
/** From there on what is told is said to be the reason. */
const SCORE_MIN = -4.5;
/** What is told of the wish itself, of the letter, of who writes or what is well, so surely, is no reason. */
const BESIDE: ReadonlySet<Role> = new Set<Role>([
  "wish",
  "wish_detail",
  "set_aside",
  "works",
  "background",
  "courtesy",
]);
const SURELY = 0.45;
const REASONING: ReadonlySet<Role> = new Set<Role>(["reason", "today"]);
/** Rules of sentences that speak of something else, or wish for something else. */
const NO_REASON =
  /^(?:noise\/(?!feeling)|background\/(?!remedy|person|elsewhere)|courtesy\/|wish\/(?:asked|offered)$)/;
/** "But they go out on Sundays": who "they" are is said before. */
const LEANS = /^(?:(?:but|and|so) )?(?:they|he|she|it|them|these|those)\b/i;
/** "Would be great.", "That would make my day.": praise ahead. */
const FLATTERY =
  /^(?:(?:that|this|it|which) )?(?:would|['’]d|will) (?:really |also )?(?:be|make (?:my|our|me|us)) (?:(?:an? |so |very |really |really very |such a |the )*[\w-]+)(?: (?:feature|thing|day|addition|help|year|week|person|person|people|life|idea|touch))*$/i;

/** The customer's words in quotation marks, after an ellipsis; `null` where nothing told can be a reason. */
export function quotedReason(wish: Wish, context: DraftContext): string | null {
  for (const said of toldAround(wish, context)) {
    const words = inTheirWords(said);
    if (words !== null) return words;
  }
  return null;
}

/** Words in quotation marks, as nothing else can be made of them. */
export function inTheirWords(said: string): string | null {
  const words = unended(
    cutAtWord(
      said.replace(/["“”„]/gu, "'").replace(/^(?:the )?reason:\s+/i, ""),
      REASON_CHARACTERS,
    ),
  );
  const short = words.length < LEAST_SAID_CHARACTERS || words.split(" ").length < LEAST_SAID_WORDS;
  return short || !isBalanced(words) ? null : `… (“${words}”)`;
}

function isTelling(text: string): boolean {
  return !FLATTERY.test(unended(text));
}

/** What may be the reason of all that is told around the wish, the likeliest first: its sentence, its clause. */
function* toldAround(wish: Wish, context: DraftContext): Generator<string, void> {
  const { parts: { statements }, spans, roles, show } = context;
  const seen = new Map<Sentence, number>(
    spans.best("reason", REASONS_LOOKED_AT).map(({ sentence, score }) => [sentence, score]),
  );
  const likeliest = roles.told.flatMap((told) => {
    const statement = statements.find(({ sentence }) => sentence === told.sentence);
    if (statement === undefined || !mayReason(told, statement, wish, show)) return [];
    const likely = roles.probability("reason", told) +
      WEIGHT.today * roles.probability("today", told);
    const score = logit(likely) + WEIGHT.span * (seen.get(told.sentence) ?? NOT_SEEN);
    return score < SCORE_MIN ? [] : [{ told, statement, score }];
  }).sort((one, other) => other.score - one.score);
  for (const { told, statement } of likeliest) {
    yield wholeOf(told, statement, wish, context);
    yield show(told.start, told.end).replace(JOINT, "");
  }
}

/** Whether a clause may be the reason; of the wish's own sentence only what is told beside it. */
function mayReason(told: Told, statement: Statement, wish: Wish, show: Show): boolean {
  const surely = told.probability > SURELY;
  if (BESIDE.has(told.role) && surely) return false;
  return statement === wish.statement
    ? REASONING.has(told.role) && !isOfWish(told, wish, show) && isClauseOf(told)
    : canBeReason(statement, REASONING.has(told.role) && surely);
}

/** Whether a clause of the wish's sentence tells the wish itself, or goes on with it. */
function isOfWish({ start, end }: Told, { span, wanted }: Wish, show: Show): boolean {
  return span === null || start < span.end || wanted.includes(unended(show(start, end)));
}

/** "without giving her my password" is no clause of its own. */
function isClauseOf({ sentence: { tokens }, first, last }: Told): boolean {
  const opening = tokens.slice(first, last + 1).find(({ pos }) =>
    pos !== "PUNCT" && pos !== "CCONJ"
  );
  return opening !== undefined && !PREPOSED.has(opening.normal);
}

const PREPOSED: ReadonlySet<string> = new Set(["without", "rather", "instead", "than", "not"]);

/** A reason from where it begins to where it ends: with its sentence, and the one that says who "they" are. */
function wholeOf(
  told: Told,
  { phrase, index }: Statement,
  wish: Wish,
  { parts: { statements }, roles, show }: DraftContext,
): string {
  const parts = roles.told.filter(({ sentence }) => sentence === told.sentence);
  const at = parts.indexOf(told);
  const own = told.sentence === wish.statement.sentence;
  const others = (one: Told) =>
    own
      ? !REASONING.has(one.role)
      : BESIDE.has(one.role) && one.role !== "background" && one.probability > SURELY;
  const first = parts.findLastIndex((one, place) => place < at && others(one)) + 1;
  const next = parts.findIndex((one, place) => place > at && others(one));
  const last = next < 0 ? parts.length - 1 : next - 1;
  if (first === 0 && last === parts.length - 1) {
    const before = statements[index - 1];
    const leans = before !== undefined && before !== wish.statement && LEANS.test(phrase.text);
    const whole = leans ? `${before.phrase.text} ${phrase.text}` : phrase.text;
    return whole.length <= REASON_CHARACTERS ? whole : phrase.text;
  }
  return show(parts[first]?.start ?? told.start, parts[last]?.end ?? told.end).replace(JOINT, "");
}

const JOINT = /^(?:(?:and|but|so(?! far\b)|because|as|since|cause|bc|for|that)\s+)+/i;

/** Whether a sentence can be a reason; a question only where its role says so for sure. */
function canBeReason({ phrase, sentence, question }: Statement, surely: boolean): boolean {
  // ", date, and this each man fills": the rest of a sentence.
  if (/^[,;:]/u.test(phrase.text)) return false;
  if (sentence === null || phrase.words.length < LEAST_SAID_WORDS) return false;
  if (question && !surely) return false;
  const verbal = sentence.tokens.some(({ pos }) => pos === "VERB" || pos === "AUX");
  // "I drive a low sports car": the tagger takes "drive" for a thing.
  const ours = /^(?:i|we|my|our)$/.test(phrase.words[0]?.lower ?? "");
  return (verbal || ours || /\d/u.test(phrase.text)) &&
    !sentence.fired.some(({ rule }) => NO_REASON.test(rule)) && isTelling(phrase.text);
}
