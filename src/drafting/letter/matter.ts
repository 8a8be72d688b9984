/**
 * What a letter is about: the sentence that tells it, and that sentence as a
 * clause of ours where it is short and simple enough to be turned.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import type { DraftedRequirement } from "../requirement/product_requirement.ts";
import type { DraftedTicket } from "../ticket/bug_ticket.ts";
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { WISHING } from "../message/signals.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { wovenClause } from "./letter.ts";
import { troubleStatement } from "./trouble_statement.ts";
import { endsWhole, isSimpleClause, isWholeClause, startsWithName } from "./clause_kind.ts";
import { isQuestion, statementOf } from "./telling_statement.ts";
import { lowerFirst } from "../english/rewording.ts";
import { posOf, type Word } from "../english/words.ts";

/** What was drafted beside the letter. */
export interface Drafted {
  readonly ticket?: DraftedTicket;
  readonly requirement?: DraftedRequirement;
  /** The pages that are suggested. */
  readonly resources?: readonly Resource[];
}

/** The sentence that a letter is about; in a situation of its own, the one that tells of that. */
export function matterOf(
  context: DraftContext,
  { ticket, requirement }: Drafted,
  { situation, aspect, type }: LetterState,
): Statement | undefined {
  const { statements } = context.parts;
  // Where nothing is sure, or much is told, a message is known by how it begins.
  if (tellsOfTrouble({ situation, aspect, type })) {
    return troubleStatement(statements, ticket?.symptom?.statement);
  }
  if (BY_BEGINNING.has(situation) || aspect === "unsure") return statements[0];
  if (situation === "wish") {
    return statements.find(({ phrase }) => MISSED.test(phrase.text)) ?? statements.find(asks) ??
      statements.find(({ phrase }) => WISHING.test(phrase.text)) ??
      heaviest(statements) ?? requirement?.wish?.statement ?? statements[0];
  }
  return statementOf(context, situation);
}

/** Whether a letter is about what went wrong: the sentence that tells most of that is repeated. */
export function tellsOfTrouble(
  { situation, aspect, type }: Pick<LetterState, "situation" | "aspect" | "type">,
): boolean {
  if (situation === "fault" || situation === "outage") return true;
  if (aspect === "trouble" || aspect === "wronged") return true;
  return type === "bug_report" && OF_TROUBLE.has(situation) && aspect !== "unsure";
}

const OF_TROUBLE: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "plain",
  "accessibility",
  "legal",
  "escalation",
  "order_status",
  "money",
  "refund",
]);

/** The sentence that the scorer's evidence speaks most for as a wish. */
function heaviest(statements: readonly Statement[]): Statement | undefined {
  let best: Statement | undefined, most = 0;
  for (const statement of statements) {
    const weight = statement.wish_weight - Math.max(0, statement.bug_weight);
    if (weight <= most) continue;
    best = statement;
    most = weight;
  }
  return best;
}

/** The sentence that puts the wish itself. */
const MISSED =
  /\bwhat (?:we|i) (?:could|(?:really )?(?:miss|need|want)|would)\b|\bcould (?:really )?do with\b|\b(?:would you consider|could there be)\b/i;

function asks({ sentence }: Statement): boolean {
  return sentence?.fired.some(({ rule }) => rule === "wish/asked") ?? false;
}

const BY_BEGINNING: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "plain",
  "accessibility",
  "legal",
  "escalation",
]);

const REPEATS_NOTHING: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "foreign",
  "nothing",
  "security_report",
]);

/** Whether the customer's words are not repeated: better not said again, or not understood. */
export function repeatsNothing(
  { sentences }: DraftContext,
  { situation, aspect }: LetterState,
): boolean {
  if (situation !== "self_harm") return REPEATS_NOTHING.has(situation);
  return aspect !== "unsure" ||
    sentences.some(({ fired }) => fired.some(({ rule }) => rule.startsWith(SAYS_SO)));
}

/** A question that can be said again, though the message as a whole had better not be. */
export function harmlessQuestion(
  { parts: { statements } }: DraftContext,
  { situation, aspect }: LetterState,
): Statement | undefined {
  if (situation !== "self_harm" || aspect !== "unsure") return undefined;
  return statements.find((one) =>
    isQuestion(one) && !one.sentence?.fired.some(({ rule }) => rule.startsWith(SAYS_SO))
  );
}

const SAYS_SO = "situation/self_harm/";

function isVerb(word: Word): boolean {
  const pos = posOf(word);
  return pos === "VERB" || pos === "AUX";
}

/** The sentence as a clause that stands in one of ours; `null` where it cannot. */
export function clauseOf(
  statement: Statement | undefined,
  context: DraftContext,
  { ticket }: Drafted,
): string | null {
  if (statement === undefined || isQuestion(statement)) return null;
  const { text, words } = statement.phrase;
  const split = (ticket?.symptom?.trigger ?? null) !== null;
  // "I add a photo the app crashes": without a mark between them two clauses cannot stand together.
  if (split && /^(?:i|we)\b/i.test(text)) return null;
  if (!words.some(isVerb) || !isWholeClause(text) || !endsWhole(text)) return null;
  if (!isSimpleClause(text)) return null;
  const clause = wovenClause(text, context);
  if (clause === null) return null;
  return startsWithName(text) ? clause : lowerFirst(clause, posOf(words[0]));
}
