/**
 * What a message holds beside its matter that a good answer takes up: what the
 * customer wants of us, and until when.
 *
 * @module
 */
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { quoted } from "./letter.ts";
import { isQuestion } from "./question.ts";
import { urgencyOf } from "./urgency.ts";

/** Sentences of up to so many characters are repeated beside the matter. */
export const BESIDE_CHARACTERS = 195;
/** A deadline is told in fewer. */
const DEADLINE_CHARACTERS = 140;
const WORDS_MIN = 4;
/** What is asked for stands at the end, and not in three words. */
const PLACE = 0.02;
const FULL_CHARACTERS = 120;
const DEADLINE_WORDS_MIN = 3;

const WANTED =
  /\b(?:please|pl[sz]),? (?!find|see|note|don['’]t hesitate)|^(?:kindly|correct|stop|cancel|call|ring|send|put) |\b(?:i|we)(?:['’]d| would)? (?:want|need|expect|demand|like|appreciate|be grateful|rather)\b(?! to (?:tell|say|let you|thank|point|add))|\b(?:money back|call(?:ed)? (?:me )?back|a call back)\b|^(?:could|can|would|will) (?:you|somebody|someone|anybody)\b|\b(?:someone|somebody) (?:please )?(?:ring|call|phone)\b|^unless (?:i|we) (?:have|get|hear|receive)\b/i;
/** "I'd like to be sure" says why something is asked. */
const NOT_WANTED = /\b(?:i|we)(?:['’]d| would) like to be sure\b|\bthank you\b|\bplease help\W*$/i;
const ASKED =
  /(?:^|[:,;] )(?:so |and |or |but )?(?:is|are|might|may|do|does|did|can|could|will|would|what|how|when|where|which|who|why|any|perhaps|maybe)\b.*\?/i;
/** What a letter says of a message beside its matter, in quotation marks. */
export interface Beside {
  readonly want: string | null;
  /** The sentence that says until when. */
  readonly deadline: string | null;
}

/** Finds them among the sentences that are not repeated already. */
export function besideMatter(told: readonly Statement[], context: DraftContext): Beside {
  const { statements } = context.parts;
  const left = statements.filter((one) => !told.includes(one) && isSayable(one, statements));
  const long = left.filter(({ phrase }) => phrase.words.length >= WORDS_MIN);
  // What is wanted in a wish is the matter itself.
  const want = context.request.intent === "feature_request" ? null : best(long, wantScore, context);
  const deadline = best(left.filter((one) => one !== want?.statement), deadlineScore, context);
  return { want: want?.words ?? null, deadline: deadline?.words ?? null };
}

/** A whole sentence that is short enough, and no piece of one. */
function isSayable(one: Statement, statements: readonly Statement[]): boolean {
  const { phrase: { text }, sentence, index } = one;
  if (sentence === null || text.length > BESIDE_CHARACTERS) return false;
  if ((text.match(/["“”„]/gu)?.length ?? 0) % 2 === 1) return false;
  return statements[index - 1]?.sentence?.end !== sentence.start &&
    statements[index + 1]?.sentence?.start !== sentence.end;
}

function best(
  statements: readonly Statement[],
  scoreOf: (statement: Statement) => number,
  context: DraftContext,
): { readonly statement: Statement; readonly words: string } | null {
  const sorted = statements.map((statement) => ({ statement, score: scoreOf(statement) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  for (const { statement } of sorted) {
    const words = quoted(statement.phrase.text, context, BESIDE_CHARACTERS);
    if (words !== null) return { statement, words };
  }
  return null;
}

function wantScore(statement: Statement): number {
  const { phrase: { text }, index } = statement;
  if (NOT_WANTED.test(text)) return 0;
  const score = (WANTED.test(text) ? 2 : 0) +
    (isQuestion(statement) && ASKED.test(text) ? 1.5 : 0);
  if (score === 0) return 0;
  return score + (urgencyOf(text) === null ? 0 : 1) + index * PLACE +
    Math.min(1, text.length / FULL_CHARACTERS);
}

function deadlineScore({ phrase: { text, words } }: Statement): number {
  const told = words.length >= DEADLINE_WORDS_MIN && text.length <= DEADLINE_CHARACTERS;
  return told && urgencyOf(text) !== null ? 1 : 0;
}
