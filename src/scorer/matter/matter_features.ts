/**
 * Features of the three heads that tell matters apart: which role a segment
 * has, whether a segment is a second matter beside another, and which of two
 * matters comes first.
 *
 * @module
 */
import { type Intent, INTENTS, type Scores } from "../../triage/domain/intent.ts";
import { fromLogOdds } from "../../triage/domain/log_odds.ts";
import { DIMENSIONS } from "../../similar/word_meanings.ts";
import type { FeatureRow } from "./feature_row.ts";
import { nearness, type SegmentView, toUnitLength } from "./segment_view.ts";

/** What a segment is: a matter of one of the types, or none (its story, a reason, courtesy). */
export const ROLES = [...INTENTS, "none"] as const;

/** Logits and margins are cut off there. */
const MARGIN_MAX = 4;
const SCORE_FLOOR = 0.003;
const WORDS_MAX = 30;
/** Log-odds of a role below which no segment is looked at as a matter: 1 in 20. */
const LEAST_ROLE_ODDS = -3;

/** A message's segments, and the scores of the whole. */
export interface MatterView {
  readonly views: readonly SegmentView[];
  readonly scores: Scores;
}

const NO_NEIGHBOUR = [0, 0, 0, 0, 0];
const logOf = (score: number) => Math.log(score + SCORE_FLOOR);

/** Puts what tells the role of segment `at` into a row. */
export function roleFeatures<Row extends FeatureRow>(
  { views, scores }: MatterView,
  at: number,
  row: Row,
): Row {
  const view = views[at];
  if (view === undefined) return row;
  row.addAll(view.margins, 0.5).add(view.segment.question).add(view.segment.clause)
    .add(Math.min(view.words.length, WORDS_MAX) / (WORDS_MAX / 2))
    .add(at === 0).add(at === views.length - 1).add(Math.log(views.length)).add(at / views.length);
  for (const intent of INTENTS) row.add(logOf(scores[intent]) / 2);
  for (let kind = 0; kind < INTENTS.length; kind++) row.add(bestBeside(views, at, kind) / 2);
  for (let beside = at - 1; beside <= at + 1; beside += 2) {
    const neighbour = views[beside];
    if (neighbour === undefined) row.addAll(NO_NEIGHBOUR);
    else row.add(1).addAll(neighbour.margins, 0.5).add(neighbour.segment.question);
  }
  return row.addMeaning(view.meaning).addTerms(view.terms, 1);
}

/** How far a type leads in the segment other than `at` in which it leads most. */
function bestBeside(views: readonly SegmentView[], at: number, kind: number): number {
  let most = -Infinity;
  for (let other = 0; other < views.length; other++) {
    if (other !== at) most = Math.max(most, views[other]?.margins[kind] ?? 0);
  }
  return most;
}

/** A segment that may be the second matter, and the one that then is the first. */
export interface Candidate {
  readonly intent: Intent;
  readonly top: Intent;
  readonly second: number;
  readonly main: number;
}

/** Logits of roles by segment. */
export type RoleLogits = readonly (readonly number[])[];

/** The segments that tell an intent and the top one best; `null` where none tells the intent. */
export function candidateOf(
  { views }: MatterView,
  roles: RoleLogits,
  intent: Intent,
  top: Intent,
): Candidate | null {
  const kind = INTENTS.indexOf(intent);
  if (!roles.some((of) => (of[kind] ?? 0) >= LEAST_ROLE_ODDS)) return null;
  const best = (kind: Intent, except: number) => {
    const number = INTENTS.indexOf(kind);
    let found = 0, most = -Infinity;
    views.forEach(({ margins }, at) => {
      const value = (roles[at]?.[number] ?? 0) + (margins[number] ?? 0);
      if (at === except || value <= most) return;
      most = value;
      found = at;
    });
    return found;
  };
  const second = best(intent, -1);
  return { intent, top, second, main: best(top, second) };
}

/** Puts what tells that a candidate is a matter of its own into a row. */
export function secondFeatures<Row extends FeatureRow>(
  { views, scores }: MatterView,
  roles: RoleLogits,
  { intent, top, second, main }: Candidate,
  row: Row,
): Row {
  const view = views[second], other = views[main];
  if (view === undefined || other === undefined) return row;
  const kind = INTENTS.indexOf(intent), first = INTENTS.indexOf(top);
  const third = 3 - kind - first, none = INTENTS.length;
  const of = (at: number, role: number) => roles[at]?.[role] ?? 0;
  const { topic } = view;
  const rest = new Float64Array(topic.length);
  let nearest = -1;
  for (let at = 0; at < views.length; at++) {
    const one = views[at]?.topic;
    if (at === second || one === undefined) continue;
    nearest = Math.max(nearest, nearness(topic, one));
    for (let place = 0; place < rest.length; place++) {
      rest[place] = (rest[place] ?? 0) + (one[place] ?? 0);
    }
  }
  const near = nearness(topic, toUnitLength(rest));
  const { question, clause } = view.segment;
  row.add(within(-MARGIN_MAX, MARGIN_MAX, view.margins[kind] ?? 0))
    .add(within(1 - MARGIN_MAX, MARGIN_MAX, other.margins[first] ?? 0))
    .add(logOf(scores[intent])).add(Math.log(views.length)).add(clause).add(other.segment.clause)
    .add(of(second, kind)).add(of(main, first)).add(of(second, first))
    .add(of(second, none)).add(of(main, none))
    .add(Math.max(...views.map((_, at) => of(at, third))))
    .add(views.reduce((sum, _, at) => sum + fromLogOdds(of(at, kind)), 0))
    .add(second < main).add(Math.abs(second - main) === 1)
    .add(second === 0).add(second === views.length - 1)
    .add(question).add(other.segment.question)
    .add(nearness(topic, other.topic)).add(near).add(nearest)
    .add(kind === 0).add(kind === 1)
    .add(kind === 1 && first === 0).add(kind === 0 && first === 1);
  for (const number of INTENTS.keys()) {
    row.add(number === kind && question).add(number === kind ? near : 0);
  }
  // For any type, for each, and for the segment of the first.
  const step = INTENTS.length + 2;
  return row.addTerms(view.terms, 1, step).addTerms(view.terms, 1, step, 1 + kind)
    .addTerms(other.terms, 1, step, step - 1);
}

/** Columns besides those of terms, by head, and how many a term has of the second one. */
export const ROLE_COLUMNS = 26 + DIMENSIONS, FIRST_COLUMNS = 7 + DIMENSIONS;
/** The same of {@linkcode secondFeatures}. */
export const SECOND_COLUMNS = { plain: 32, of_term: INTENTS.length + 2 } as const;

/** The segment that tells a matter, and its type. */
export interface MatterPlace {
  readonly at: number;
  readonly intent: Intent;
}

/** Puts what tells that `one` comes before `other` into a row: of the one as it is, of the other negated. */
export function firstFeatures<Row extends FeatureRow>(
  { views, scores }: MatterView,
  one: MatterPlace,
  other: MatterPlace,
  row: Row,
): Row {
  const words = (at: number) => views[at]?.words.length ?? 0;
  const total = Math.max(1, words(one.at) + words(other.at));
  const later = Math.max(one.at, other.at), sign = one.at > other.at ? 1 : -1;
  const all = Math.max(1, views.reduce((sum, { words: { length } }) => sum + length, 0));
  const before = views.slice(0, later).reduce((sum, { words: { length } }) => sum + length, 0);
  const isOf = (side: MatterPlace, intent: Intent) => Number(side.intent === intent);
  for (const intent of INTENTS) row.add(isOf(one, intent) - isOf(other, intent));
  row.add(sign).add((words(one.at) - words(other.at)) / total)
    .add(logOf(scores[one.intent]) - logOf(scores[other.intent]))
    // How much is said from the later one on, beside what is said before it.
    .add(sign * (all - 2 * before) / all);
  const meaning = views[one.at]?.meaning ?? new Float64Array(DIMENSIONS);
  const others = views[other.at]?.meaning;
  row.addMeaning(meaning.map((value, at) => value - (others?.[at] ?? 0)));
  return row.addTerms(views[one.at]?.terms ?? [], 1)
    .addTerms(views[other.at]?.terms ?? [], -1);
}

function within(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}
