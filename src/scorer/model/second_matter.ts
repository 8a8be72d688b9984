/**
 * How probable it is that a message has an intent besides its first: what its
 * segments say alone, and whether they hang together.
 *
 * @module
 */
import { type Intent, INTENTS, type Scores } from "../../triage/domain/intent.ts";
import { tells } from "./matter_words.ts";
import type { Segment } from "./segments.ts";
import { weightOf } from "./weight_words.ts";

/**
 * Logistic regression (scikit-learn 1.9, C = 0.3) on `fixtures/pairs.jsonl` (weighed 3), `messages`,
 * `blind` and three writers' `situations` (1.5), and an eighth of the training rows (0.5).
 */
const WEIGHTS = {
  bias: -1.86,
  margin: 0.742,
  main_margin: 0.154,
  log_score: 0.402,
  log_segments: -1.666,
  clause: 0.911,
  fault: 0.919,
  wish: -0.513,
  shared: -0.586,
  referring_fault: -0.535,
  addition: 1.199,
  own_fault: -1.33,
  asked_money: 2.001,
  main_told: 0.614,
  not_asked: -0.322,
  fault_with_wish: 0.559,
  any_minor: 1.65,
  any_major: 1.123,
  minor: 0.368,
  main_minor: 0.324,
  wish_after_fault: 0.365,
  fault_after_wish: 0.579,
} as const;
/** What it counts that the segment's words tell the intent. */
const TOLD: Readonly<Record<Intent, number>> = {
  bug_report: 0.589,
  feature_request: 1.809,
  general_inquiry: 1.966,
};
/** Margins are cut off there. */
const MARGIN_MAX = 4;
const MAIN_MARGIN_MIN = -3;
const SCORE_FLOOR = 0.001;
/** An addition is likelier to be the other matter, a question less likely to be a fault. */
const ADDITION_BONUS = 0.5;
const ASKED_FAULT_MALUS = 1.5;
/** A segment whose words tell the intent is likelier to be it. */
const TOLD_BONUS = 1.5;
/** "By the way:" and the like, cut from what comes on top. */
const HEAD_WORDS = 6;
/** "Something small first." says what comes next is small. */
const LEAD_WORDS = 8;

const ADDED_AT_START =
  /^[^\p{L}\d]*(?:and |oh,? )*(?:also\b|besides|by the way|btw|additionally|on (?:a|another) |another (?:thing|matter|question|point)|one more|other thing|separately|something for|apart from|unrelated|second(?:ly)?\b|ps\b|p\.s|for the future|as a thought|if ever|if you ever|meanwhile)/iu;
const ADDED_AT_END = /\b(?:too|as well|however)[.!?]*$/i;
const END_CHARACTERS = 14;
const ADDED_INSIDE =
  /\b(?:besides|one more|other thing|different subject|other matter|two (?:things|matters|questions))\b/i;
/** What refers to what was said before. */
const REFERRING = /\b(?:it|its|this|that|them|these|those|one|there|so|same|such)\b/i;
/** Of the customer, not of the product: rather the story of a question. */
const OF_ONESELF =
  /^[^\p{L}\d]*(?:(?:and|but|so|as|since|because|now|today|yesterday|well|hi|hello),? )*(?:(?:i|we)(?! (?:can't|cannot|get|see|keep|receive)\b)|i'm|i've|i'd|i'll|we're|we've|my (?:wife|husband|son|daughter|mother|father|brother|sister|friend|boss|neighbour|company|team))\b/iu;
const MONEY =
  /[£$€]\s?\d|\d\s?(?:euro|pound|dollar|quid)|\b\d+\.\d\d\b|\b(?:charged?|billed|refund\w*|repaid|reimburs\w+|payout|deposit|deducted|money)\b/i;
const WORD = /[a-z']{4,}/g;
const STEM_CHARACTERS = 5;
const PLAIN_WORDS = new Set(
  "the and for that this with you your have has had are was were not but can could would will from they them then than when what where which who how why does did just also there their been being into over after before about only more some any all one two it's i'd i've i'm don't"
    .split(" "),
);

/** What patterns find in the segments of a message, looked for once. */
export interface Told {
  /** For each segment, whether it says that it comes on top. */
  readonly added: readonly boolean[];
  /** For each segment, whether it says that it weighs much (1) or little (-1). */
  readonly weights: readonly (-1 | 0 | 1)[];
  readonly money: boolean;
}

/** Looks for what tells matters apart. */
export function toldBy(segments: readonly Segment[]): Told {
  return {
    added: segments.map(({ text }) => saysAddition(text)),
    weights: segments.map(({ text }) => weightOf(text)),
    money: segments.some(({ text }) => MONEY.test(text)),
  };
}

function saysAddition(text: string): boolean {
  return ADDED_AT_START.test(text) || ADDED_AT_END.test(text.slice(-END_CHARACTERS)) ||
    ADDED_INSIDE.test(text);
}

/** Which intent is asked for. */
export interface Asked {
  readonly intent: Intent;
  readonly top: Intent;
  readonly scores: Scores;
  /** Less than this probability need not be told exactly, in (0, 1). */
  readonly least: number;
}

/** Another matter. */
export interface SecondMatter {
  /** In [0, 1]; 0 where it is surely less than the least that is asked for. */
  readonly probability: number;
  /** Above 0 where the customer says that it weighs more than the first, below it where less. */
  readonly outweighs: number;
}

const NONE: SecondMatter = { probability: 0, outweighs: 0 };

/** Whether one of the segments is of `intent` though `top` comes first. */
export function secondMatter(
  segments: readonly Segment[],
  told: Told,
  { intent, top, scores, least }: Asked,
): SecondMatter {
  const kind = INTENTS.indexOf(intent), first = INTENTS.indexOf(top);
  const fault = intent === "bug_report";
  const yes = (said: boolean) => said ? 1 : 0;
  const known = WEIGHTS.bias + WEIGHTS.log_score * Math.log(scores[intent] + SCORE_FLOOR) +
    WEIGHTS.log_segments * Math.log(segments.length) +
    WEIGHTS.fault * yes(fault) +
    WEIGHTS.wish * yes(intent === "feature_request") +
    WEIGHTS.wish_after_fault * yes(intent === "feature_request" && top === "bug_report") +
    WEIGHTS.fault_after_wish * yes(fault && top === "feature_request") +
    WEIGHTS.any_minor * yes(told.weights.includes(-1)) +
    WEIGHTS.any_major * yes(told.weights.includes(1)) +
    WEIGHTS.addition * yes(segments.some((segment, at) => isAddition(segment, at, told))) +
    WEIGHTS.asked_money * yes(intent === "general_inquiry" && told.money);
  // Most messages are of one matter: the rest is looked at only where it can decide.
  const most = known + WEIGHTS.main_margin * MARGIN_MAX + WEIGHTS.clause + TOLD[intent] +
    WEIGHTS.main_told + WEIGHTS.fault_with_wish + WEIGHTS.minor + WEIGHTS.main_minor;
  const least_margin = Math.log(least / (1 - least)) - most;
  if (segments.every((one) => WEIGHTS.margin * marginOf(one, kind) < least_margin)) {
    return NONE;
  }
  const saysSo = (one: Intent, { text, question }: Segment) => tells(one, text, question);
  const best = bestOf(
    segments,
    (segment, at) =>
      marginOf(segment, kind) + (saysSo(intent, segment) ? TOLD_BONUS : 0) +
      (told.added[at] ? ADDITION_BONUS : 0) -
      (fault && segment.question ? ASKED_FAULT_MALUS : 0),
  );
  const main = bestOf(
    segments,
    (segment, at) =>
      at === best ? -Infinity : marginOf(segment, first) + (saysSo(top, segment) ? TOLD_BONUS : 0),
  );
  const segment = segments[best], other = segments[main];
  if (segment === undefined || other === undefined || best === main) return NONE;
  const weight = weightAt(best, segments, told), mainWeight = weightAt(main, segments, told, best);
  const later = best > main ? segment : other;
  const sum = known +
    WEIGHTS.margin * within(-MARGIN_MAX, MARGIN_MAX, marginOf(segment, kind)) +
    WEIGHTS.main_margin * within(MAIN_MARGIN_MIN, MARGIN_MAX, marginOf(other, first)) +
    WEIGHTS.clause * yes(segment.clause) +
    TOLD[intent] * yes(saysSo(intent, segment)) +
    WEIGHTS.main_told * yes(saysSo(top, other)) +
    WEIGHTS.not_asked * yes(intent === "general_inquiry" && !segment.question) +
    WEIGHTS.fault_with_wish * yes(fault && saysSo("feature_request", segment)) +
    WEIGHTS.shared * yes(sharesWords(segments, best)) +
    WEIGHTS.referring_fault * yes(fault && REFERRING.test(later.text)) +
    WEIGHTS.own_fault * yes(fault && OF_ONESELF.test(segment.text)) +
    WEIGHTS.minor * yes(weight < 0) +
    WEIGHTS.main_minor * yes(mainWeight < 0);
  return { probability: 1 / (1 + Math.exp(-sum)), outweighs: weight - mainWeight };
}

/** The weight that a segment has by its own words, or by a few before it that are of no other. */
function weightAt(
  at: number,
  segments: readonly Segment[],
  { weights }: Told,
  other?: number,
): number {
  const own = weights[at] ?? 0, before = segments[at - 1];
  if (own !== 0 || before === undefined || at - 1 === other) return own;
  return before.text.trim().split(/\s+/u).length < LEAD_WORDS ? weights[at - 1] ?? 0 : 0;
}

function within(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}

/** How far an intent is before the others, in logits; below 0 it is behind. */
function marginOf({ logits }: Segment, kind: number): number {
  let most = -Infinity;
  for (let at = 0; at < logits.length; at++) {
    if (at !== kind) most = Math.max(most, logits[at] ?? 0);
  }
  return (logits[kind] ?? 0) - most;
}

function bestOf(
  segments: readonly Segment[],
  score: (segment: Segment, at: number) => number,
): number {
  let best = 0, most = -Infinity;
  segments.forEach((segment, at) => {
    const value = score(segment, at);
    if (value > most) {
      best = at;
      most = value;
    }
  });
  return best;
}

function isAddition({ text }: Segment, at: number, { added }: Told): boolean {
  return added[at] === true && (at > 0 || text.trim().split(/\s+/u).length < HEAD_WORDS);
}

function sharesWords(segments: readonly Segment[], best: number): boolean {
  const own = new Set(stemsOf(segments[best]?.text ?? ""));
  return own.size > 0 &&
    segments.some(({ text }, at) => at !== best && stemsOf(text).some((stem) => own.has(stem)));
}

function stemsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(WORD) ?? []).filter((word) => !PLAIN_WORDS.has(word))
    .map((word) => word.slice(0, STEM_CHARACTERS));
}
