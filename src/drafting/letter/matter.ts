/**
 * What a letter is about, in the customer's words: woven into a sentence of
 * ours where they are a calm clause, quoted where they are not.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import type { DraftedRequirement } from "../requirement/product_requirement.ts";
import type { DraftedTicket } from "../ticket/bug_ticket.ts";
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { quoted, wovenClause } from "./letter.ts";
import type { Slots } from "./word_letter.ts";
import { endsWhole, isBadNews, isWholeClause } from "./clause_kind.ts";
import { isQuestion, statementOf } from "./telling_statement.ts";
import { lowerFirst, sentence } from "../english/rewording.ts";
import { posOf } from "../english/words.ts";

/** What was drafted beside the letter. */
export interface Drafted {
  readonly ticket?: DraftedTicket;
  readonly requirement?: DraftedRequirement;
  /** The pages that are suggested. */
  readonly resources?: readonly Resource[];
}

/** What a letter is about. */
export interface Matter {
  readonly matter: Pick<Slots, "clause" | "bad" | "told" | "question" | "title" | "wish">;
  /** The sentence it was taken from. */
  readonly statement: Statement | undefined;
  /** Everything of the customer's that these words hold, in lower case. */
  readonly said: string;
}

const QUOTED_CHARACTERS = 190;
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

/** What the letter is about. */
export function matterOf(context: DraftContext, drafted: Drafted, state: LetterState): Matter {
  const { ticket, requirement } = drafted;
  const statement = ticket?.symptom?.statement ?? requirement?.wish?.statement ??
    (state.type === "general_inquiry" ? statementOf(context, state.situation) : undefined);
  const matter: { -readonly [Name in keyof Matter["matter"]]: string } = {};
  const clause = clauseOf(statement, context, drafted);
  if (clause !== null) {
    matter.clause = clause;
    if (isBadNews(clause)) matter.bad = clause;
  }
  const title = titleOf(context, drafted);
  if (title !== null) matter.title = title;
  const wanted = requirement?.wish?.wanted;
  const wish = wanted === undefined ? null : wovenClause(wanted, context);
  if (wish !== null) matter.wish = wish;
  if (statement !== undefined && state.type === "general_inquiry") {
    const words = QUOTES_NOTHING.has(state.situation) ? null : quotedOf(statement, context);
    if (words !== null && isQuestion(statement)) matter.question = words;
    else if (words !== null) matter.told = /[!?]”$/u.test(words) ? words : `${words}.`;
  }
  const said = [statement?.phrase.text, ...Object.values(matter)].join(" ").toLowerCase();
  return { matter, statement, said };
}

/** In quotation marks; with the sentence before where it leans on that. */
function quotedOf({ phrase: { text }, index }: Statement, context: DraftContext): string | null {
  const before = context.parts.statements[index - 1]?.phrase.text;
  const whole = before !== undefined && LEANING.test(text) ? `${sentence(before)} ${text}` : text;
  for (const words of [whole, text]) {
    if (!endsWhole(words)) continue;
    const quote = quoted(balanced(words), context, QUOTED_CHARACTERS);
    if (quote !== null) return quote;
  }
  return null;
}

const QUOTATION_MARK = /["“”„]/gu;

/** Without a quotation mark whose other half stands in another sentence. */
function balanced(text: string): string {
  return (text.match(QUOTATION_MARK)?.length ?? 0) % 2 === 0
    ? text
    : text.replace(QUOTATION_MARK, "").trim();
}

function clauseOf(
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
  if (run || !isWholeClause(text) || !endsWhole(text)) return null;
  const clause = wovenClause(text, context);
  return clause === null ? null : lowerFirst(clause, posOf(words[0]));
}

function titleOf(context: DraftContext, { ticket }: Drafted): string | null {
  if (ticket === undefined) return null;
  return quoted(ticket.ticket.title, context);
}
