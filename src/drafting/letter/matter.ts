/**
 * What a letter is about, in the customer's words: woven into a sentence of
 * ours where they are a calm clause, quoted where they are not.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import type { Resource } from "../../triage/domain/catalog.ts";
import type { DraftedRequirement } from "../requirement/product_requirement.ts";
import type { DraftedTicket } from "../ticket/bug_ticket.ts";
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { quoted, wovenClause } from "./letter.ts";
import { endsWhole, isWholeClause, startsWithName } from "./clause_kind.ts";
import { isQuestion, statementOf } from "./telling_statement.ts";
import { lowerFirst, sentence } from "../english/rewording.ts";
import { posOf, type Word } from "../english/words.ts";

/** What was drafted beside the letter. */
export interface Drafted {
  readonly ticket?: DraftedTicket;
  readonly requirement?: DraftedRequirement;
  /** The pages that are suggested. */
  readonly resources?: readonly Resource[];
}

const QUOTED_CHARACTERS = 140;
const CUT_CHARACTERS = 110;
/** Where the customer's words are not repeated: said in anger, or better not said again. */
const QUOTES_NOTHING: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "self_harm",
  "foreign",
  "nothing",
  "escalation",
  "security_report",
]);
/** A question that only the sentence before makes clear. */
const LEANING =
  /^(?:how|why|when|what)?\??$|^.{0,30}$|\b(?:it|this|that|these|those|they|them|her|him|one)\b/i;

/** The sentence that a letter is about. */
export function matterOf(
  context: DraftContext,
  { ticket, requirement }: Drafted,
  { type, situation }: LetterState,
): Statement | undefined {
  return ticket?.symptom?.statement ?? requirement?.wish?.statement ??
    (type === "general_inquiry" ? statementOf(context, situation) : undefined);
}

/** The sentence in quotation marks as it may be said back; `null` where it had better not be. */
export function quotedMatter(
  statement: Statement | undefined,
  context: DraftContext,
  { type, situation }: LetterState,
): string | null {
  if (statement === undefined || type !== "general_inquiry" || QUOTES_NOTHING.has(situation)) {
    return null;
  }
  return quotedOf(statement, context);
}

/** In quotation marks; with the sentence before where it leans on that. */
function quotedOf(statement: Statement, context: DraftContext): string | null {
  const { phrase: { text }, index } = statement;
  const before = context.parts.statements[index - 1]?.phrase.text;
  const leans = before !== undefined && LEANING.test(text);
  const choices = !leans
    ? [text]
    : clauseBefore(statement, context) !== null
    ? [text]
    : [`${sentence(before)} ${text}`, before];
  for (const words of choices) {
    if (!endsWhole(words)) continue;
    const quote = quoted(shortened(balanced(words)), context, QUOTED_CHARACTERS);
    if (quote !== null) return quote;
  }
  return null;
}

/** The sentence that a question leans on, as a clause; `null` where it needs none. */
export function clauseBefore(
  statement: Statement | undefined,
  context: DraftContext,
): string | null {
  if (statement === undefined || !LEANING.test(statement.phrase.text)) return null;
  const before = context.parts.statements[statement.index - 1];
  return before === undefined || isQuestion(before) ? null : clauseOf(before, context, {});
}

/** A long sentence by its first words. */
function shortened(text: string): string {
  return text.length <= QUOTED_CHARACTERS ? text : `${cutAtWord(text, CUT_CHARACTERS)} …`;
}

const QUOTATION_MARK = /["“”„]/gu;

/** Without a quotation mark whose other half stands in another sentence. */
function balanced(text: string): string {
  return (text.match(QUOTATION_MARK)?.length ?? 0) % 2 === 0
    ? text
    : text.replace(QUOTATION_MARK, "").trim();
}

function isVerb(word: Word): boolean {
  const pos = posOf(word);
  return pos === "VERB" || pos === "AUX";
}

/** The sentence as a clause that stands in one of ours; `null` where it cannot. */
export function clauseOf(
  statement: Statement | undefined,
  context: DraftContext,
  { ticket, requirement }: Drafted,
): string | null {
  if (statement === undefined || statement.question || requirement !== undefined) return null;
  const { text, words } = statement.phrase;
  const split = (ticket?.symptom?.trigger ?? null) !== null;
  // "I add a photo the app crashes": without a mark between them two clauses cannot stand together.
  const run = split && /^(?:i|we)\b/i.test(text) &&
    !/[,;]|\b(?:and|but|when|if|after|as soon as|every time)\b/i.test(text);
  if (run || !words.some(isVerb) || !isWholeClause(text) || !endsWhole(text)) return null;
  const clause = wovenClause(text, context);
  if (clause === null) return null;
  return startsWithName(text) ? clause : lowerFirst(clause, posOf(words[0]));
}
