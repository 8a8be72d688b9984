/**
 * What a message holds beside its matter that a good answer takes up: what the
 * customer wants of us, and what hangs on it for them.
 *
 * @module
 */
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { quoted } from "./letter.ts";
import type { Quote } from "./quote.ts";
import { isQuestion } from "./telling_statement.ts";
import { urgencyOf } from "./urgency.ts";

/** Sentences of up to so many characters are repeated beside the matter. */
export const BESIDE_CHARACTERS = 195;
/** With the matter itself up to so many: of a longer message what is wanted comes first. */
export const REPEATED_CHARACTERS = 320;
/** A deadline is told in fewer. */
const DEADLINE_CHARACTERS = 140;
const WORDS_MIN = 5;
const DEADLINE_WORDS_MIN = 3;

const WANTED =
  /\bplease,? (?!find|see|note|don['’]t hesitate)|^(?:kindly|correct|stop|cancel|call|ring|send|put) |\b(?:i|we)(?:['’]d| would)? (?:want|need|expect|demand|like|appreciate|be grateful|rather)\b(?! to (?:tell|say|let you|thank|point|add))|\b(?:money back|call(?:ed)? (?:me )?back|a call back)\b|^(?:could|can|would|will) (?:you|somebody|someone|anybody)\b|\b(?:someone|somebody) (?:please )?(?:ring|call|phone)\b|^unless (?:i|we) (?:have|get|hear|receive)\b/i;
/** "I'd like to be sure" says why something is asked. */
const NOT_WANTED = /\b(?:i|we)(?:['’]d| would) like to be sure\b|\bthank you\b|\bplease help\W*$/i;
const ASKED =
  /(?:^|[:,;] )(?:so |and |or |but )?(?:is|are|might|may|do|does|did|can|could|will|would|what|how|when|where|which|who|why|any|perhaps|maybe)\b.*\?/i;
/** What hangs on it, and how much each says: who it is about, what it costs, what cannot be done. */
const STAKES: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:mother|father|mum|dad|wife|husband|daughter|son|niece|nephew|grand\w+|kids?|children|bab(?:y|ies)|[\w-]+[ -]years?[ -]old|[\w-]+-week-old|patients|pupils|guests|customers|tenants|ladies|carers|disabled|wheelchair|blind|deaf|allerg\w*|coeliac)\b/i,
    1.5,
  ],
  [
    /\b(?:rent|wages|salary|pay(?:ing)? (?:my|our|for|you)|costs? (?:me|us)|unpaid|days? off|overdraft|late fee|(?:loses?|losing|lost) (?:\w+ )?(?:hours|days|money|work|customers)|work going|hours)\b|[€£$] ?\d/i,
    1.5,
  ],
  [
    /\b(?:can['’]?t (?:get|see|use|work|pay|reach|do)|cannot|can not|unable|impossible|never see|stuck|alone at|sleeping on|in the rain|the (?:entire|whole|only) reason|mattered)\b/i,
    1.5,
  ],
  [
    /\b(?:second|third|fourth|fifth|sixth) (?:time|day|week|month|visit|attempt)\b|\b(?:twice|again) this (?:week|month)\b/i,
    1.5,
  ],
  [
    /\b(?<!n['’]t )(?:have|has) to\b|\b(?:by hand|envelope|exam|certificate|interview|wedding|funeral|holiday|trip|school|surgery|police|court)\b/i,
    1,
  ],
];
const STAKE_FROM = 1.5;
const PLACE = 0.02;
const FULL_CHARACTERS = 120;
/** What was done about it is no stake. */
const PIECE = /^(?:for|because|which|with)\b/i;
const JEST = /\b(?:ghosts?|believes? in|jok(?:e|es|ing)|laugh\w*|haha|lol)\b/i;
const DONE =
  /^(?:i|we)(?:['’]ve| have)? (?:\w+ )?(?:tried|dialled|checked|cleared|switched|restarted|cleaned|set)\b/i;

/** What a letter says of a message beside its matter, in quotation marks. */
export interface Beside {
  readonly want: string | null;
  readonly stake: string | null;
  /** The sentence that says until when. */
  readonly deadline: string | null;
}

/** Finds them among the sentences that are not repeated already. */
export function besideMatter(
  { words: quote, statements: told }: Quote,
  context: DraftContext,
): Beside {
  const { statements } = context.parts;
  const left = statements.filter((one) => !told.includes(one) && isSayable(one, statements));
  const long = left.filter(({ phrase }) => phrase.words.length >= WORDS_MIN);
  const want = best(long, wantScore, context);
  const deadline = best(left.filter((one) => one !== want?.statement), deadlineScore, context);
  const stake = best(
    long.filter((one) => one !== want?.statement && one !== deadline?.statement),
    stakeScore,
    context,
  );
  const characters = [quote, want?.words, stake?.words].join("").length;
  return {
    want: want?.words ?? null,
    stake: characters > REPEATED_CHARACTERS && want !== null ? null : stake?.words ?? null,
    deadline: deadline?.words ?? null,
  };
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
  // What is asked for stands at the end, and not in three words.
  return score + (urgencyOf(text) === null ? 0 : 1) + index * PLACE +
    Math.min(1, text.length / FULL_CHARACTERS);
}

function deadlineScore({ phrase: { text, words } }: Statement): number {
  const told = words.length >= DEADLINE_WORDS_MIN && text.length <= DEADLINE_CHARACTERS;
  return told && urgencyOf(text) !== null ? 1 : 0;
}

function stakeScore({ phrase: { text }, index }: Statement): number {
  if (DONE.test(text) || PIECE.test(text) || JEST.test(text)) return 0;
  let score = 0;
  for (const [pattern, weight] of STAKES) if (pattern.test(text)) score += weight;
  // Who somebody is stands first, what it means for them after it.
  if (index === 0) score--;
  return score >= STAKE_FROM ? score : 0;
}
