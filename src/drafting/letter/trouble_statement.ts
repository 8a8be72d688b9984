/**
 * Which sentence of a longer report tells what went wrong: not how it begins,
 * not what was tried against it, not what else is fine.
 *
 * @module
 */
import { backgroundCost } from "../message/background.ts";
import type { Statement } from "../message/message_parts.ts";
import { misdoes, saysThatItFails, withoutWorked } from "./failing_words.ts";

/** Who writes, and how they came by it. */
const PREAMBLE =
  /^(?:writing as|i(?:['’]m| am) (?:an?|the|writing|thinking)|i (?:then|had|do|run|have|own|bought|work|use|share)|we (?:have|are|bought|borrow|use|run)|bought|me and|my name|i['’]ve (?:had|been|got)|hello|dear)\b/i;
/** What was done about it. */
const REMEDY =
  /^(?:i|we)(?:['’]ve| have)? (?:since |now |already |also |even )*(?:tried|levelled|checked|cleared|switched|turned|restarted|reset|reinstalled|cleaned|replaced|rang|called|phoned|e-?mailed)\b|^(?:i|we)['’]ve (?:already |also )?(?!traced|narrowed|reproduced|noticed|received|waited|asked|ordered|been|missed|stopped)\w{3,}ed\b|^(?:tried|cleared|cleaned|restarted|reinstalled|rebuilding)\b|\b(?:dealer|technician|plumber|electrician) .{0,12}\b(?:did|cleaned|checked|changed)\b/i;
const FINE =
  /\b(?:fine|perfectly|no trouble|smooth|correct|otherwise|(?:is|are|was|looks?) (?:intact|whole|clear|unaffected)|unaffected)\b/i;
const DEMAND =
  /\b(?:(?:i|we)(?:['’]d| would)? (?:want|need|expect|demand|like)|please|refund me)\b/i;
const AMOUNT = /[€£$] ?\d|\d ?(?:€|£|eur|euros?|pounds|quid)\b/i;
/** Not at once; since then; it: only what stands before makes it clear. */
const LEANS = /^(?:had (?:this|that|it|the same)|not|then|so|and|but|it|this|that|they|if i)\b/i;

const SCORE = {
  fails: 2,
  misdoes: 1.5,
  amount: 1.5,
  led: 0.5,
  symptom: 1,
  rule: 0.7,
  evidence: 2,
  evidence_most: 1.4,
  place: 0.1,
  listed: 0.2,
  preamble: 2,
  remedy: 2.5,
  fine: 1.5,
  worked: 1.5,
  demand: 2,
  leans: 1.2,
  short: 1.5,
  long: 0.5,
} as const;
const SHORT_CHARACTERS = 20;
const LONG_CHARACTERS = 150;
/** "The pedal came off, where do I send it?": the question follows on what failed. */
const ASKED_AFTER = /,\s(?:so |and |but )?(?:where|how|what|who|whom|can|could|do|may)\b[^,]*\?/i;
/** Since when, or by what, it comes about. */
const LED =
  /\b(?:whenever|when(?! (?:you|do|can|will))|every time|each time|since (?:the |updat\w+|upgrad\w+|version))\b/i;
const RULE = /^(?:harm|fault)\//;

/** How much a sentence tells of what went wrong; `symptom`: the drafted ticket is about it. */
export function troubleScore(statement: Statement, symptom: boolean): number {
  const { phrase: { text }, sentence, index, bug_weight } = statement;
  const told = withoutWorked(text);
  const fails = saysThatItFails(told);
  let score = Math.min(SCORE.evidence_most, Math.max(0, bug_weight) * SCORE.evidence);
  if (fails) score += SCORE.fails;
  else if (misdoes(told)) score += SCORE.misdoes;
  if ((fails || misdoes(told)) && LED.test(told)) score += SCORE.led;
  if (AMOUNT.test(text)) score += SCORE.amount;
  if (symptom) score += SCORE.symptom;
  if (sentence?.fired.some(({ rule }) => RULE.test(rule)) ?? false) score += SCORE.rule;
  score -= backgroundCost(statement, fails) +
    (sentence === null ? SCORE.listed : index * SCORE.place);
  if (PREAMBLE.test(text) && !fails) score -= SCORE.preamble;
  if (REMEDY.test(text)) score -= SCORE.remedy;
  if (FINE.test(text)) score -= SCORE.fine;
  const told_first = ASKED_AFTER.test(text) && (fails || misdoes(told));
  if (DEMAND.test(text) || text.includes("?") && !told_first) score -= SCORE.demand;
  if (told !== text && !fails) score -= SCORE.worked;
  if (LEANS.test(text) && index > 0) score -= SCORE.leans;
  if (text.length < SHORT_CHARACTERS) score -= SCORE.short;
  return text.length > LONG_CHARACTERS ? score - SCORE.long : score;
}

/** The sentence that tells most of what went wrong; the first where none tells more. */
export function troubleStatement(
  statements: readonly Statement[],
  symptom: Statement | undefined,
): Statement | undefined {
  let best: Statement | undefined, most = -Infinity;
  for (const statement of statements) {
    const score = troubleScore(statement, statement === symptom);
    if (score <= most) continue;
    best = statement;
    most = score;
  }
  return best;
}
