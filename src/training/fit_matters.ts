/**
 * Fits what tells matters apart: the role of a segment on marked stretches,
 * then on roles told by others' rows whether a segment is a second matter, and
 * which of two comes first. Figures are of rows left out.
 *
 * @module
 */
import { readMessage } from "../reading/read_message.ts";
import { readDocument } from "../scorer/document/document.ts";
import {
  type Candidate,
  candidateOf,
  FIRST_COLUMNS,
  firstFeatures,
  type MatterView,
  ROLE_COLUMNS,
  roleFeatures,
  type RoleLogits,
  ROLES,
  SECOND_COLUMNS,
  secondFeatures,
} from "../scorer/matter/matter_features.ts";
import type { MatterModel } from "../scorer/matter/matter_model.ts";
import { scoresOfTwo } from "../scorer/matter/matters.ts";
import { chooseSegmentTerms, wordsOf } from "../scorer/matter/segment_terms.ts";
import {
  MatterReader,
  probabilityOf,
  rolesOf,
  type SecondMatter,
} from "../scorer/matter/second_matter.ts";
import { type Segment, segmentsOf } from "../scorer/matter/segments.ts";
import { calibratedScores, calibrationFor, sharpness } from "../scorer/model/calibration.ts";
import { FeatureSpace } from "../scorer/model/features.ts";
import { createIntentReader } from "../scorer/model/intent_model.ts";
import type { LinearModel } from "../scorer/model/linear.ts";
import { type FeatureRow, ListedRow, SummedRow } from "../scorer/matter/feature_row.ts";
import type { Weights } from "../scorer/model/weights.ts";
import type { WordList } from "../scorer/words/word_list.ts";
import { type Intent, INTENTS, type Scores, topIntent } from "../triage/domain/intent.ts";
import { type Example, fitSoftmax } from "./softmax_regression.ts";
import type { ToldMatters } from "./told_matters.ts";

/** The heads with their figures. */
export interface FittedMatters {
  readonly model: MatterModel;
  readonly figures: Readonly<Record<string, number>>;
}

const PENALTY = { role: 3, second: 4, first: 6 } as const;
const STEPS = { role: 50, second: 150, first: 60 } as const;
/** What a row counts at most for roles. */
const ROLE_WEIGHT_MAX = 2;
/** Parts that are left out in turn. */
const PARTS = 3;
/** Share of messages on one matter, none of them learnt from, in which another may be named. */
const FALSE_SECONDS = 0.03;
/** A segment has the role of a stretch that covers so many of its characters, or half of it. */
const LEAST_CHARACTERS = 8;

interface Read {
  readonly told: ToldMatters;
  readonly part: number;
  readonly segments: readonly Segment[];
  readonly words: WordList;
  readonly scores: Scores;
  readonly top: Intent;
}

/** Fits the heads. The same rows give the same numbers. @param plain Messages on one matter, to choose from where on a second is named. */
export function fitMatters(
  rows: readonly ToldMatters[],
  plain: readonly ToldMatters[],
  weights: Weights,
): FittedMatters {
  const read = reader(weights);
  const all = rows.flatMap((told, at) => read(told, at % PARTS));
  const terms = chooseSegmentTerms(
    all.map(({ segments, words }) => segments.map((segment) => wordsOf(words, segment))),
  );
  const empty = { classes: [], weights: new Float32Array(), bias: new Float32Array() };
  const viewer = new MatterReader({
    terms,
    role: empty,
    second: empty,
    first: empty,
    named_from: 1,
  });
  const viewed = all.map((row) => {
    const view = viewer.view(row.segments, row.words, row.scores);
    return { ...row, view, roles: rolesToldOf(row) };
  });
  const parts = Array.from({ length: PARTS }, (_, part) => part);
  const heads = parts.map((part) =>
    fitRole(viewed.filter((row) => row.part !== part), terms.length)
  );
  const judged = viewed.map((row) => ({
    ...row,
    logits: rolesOf({ role: heads[row.part] ?? empty }, row.view),
  }));
  const fit = (rows: readonly Judged[]) => ({
    second: fitSecond(rows, terms.length),
    first: fitFirst(rows, terms.length),
  });
  const held = parts.flatMap((part) => {
    const { second, first } = fit(judged.filter((row) => row.part !== part));
    return judged.filter((row) => row.part === part).map((row) => judge(row, second, first));
  });
  const role = fitRole(viewed, terms.length);
  const model = { terms, role, ...fit(judged), named_from: 1 };
  const quiet = plain.flatMap((told) => read(told, 0))
    .map((row) => {
      const view = viewer.view(row.segments, row.words, row.scores);
      const roles = rolesOf({ role }, view);
      return judge({ ...row, view, roles: null, logits: roles }, model.second, model.first);
    }).filter(({ row }) => row.top === row.told.first)
    .map(({ probability }) => probability).sort((a, b) => b - a);
  const named_from = rounded((quiet[Math.floor(FALSE_SECONDS * plain.length)] ?? 0.5) + 0.001);
  return { model: { ...model, named_from }, figures: figuresOf(held, named_from, all.length) };
}

type Viewed = Read & { readonly view: MatterView; readonly roles: readonly number[] | null };
type Judged = Viewed & { readonly logits: RoleLogits };

function reader(weights: Weights) {
  const space = new FeatureSpace(weights.vocabulary);
  const intent = createIntentReader(weights);
  return (told: ToldMatters, part: number): Read[] => {
    const own = readMessage(told.message);
    if (own.author !== "person" || own.state !== "open") return [];
    const reading = readDocument(own);
    const features = space.extract(reading);
    const segments = segmentsOf(reading, features, space, weights);
    if (segments.length < 2) return [];
    const calibration = calibrationFor(weights, features.token_count);
    const scores = calibratedScores(
      intent(reading, features),
      calibration,
      sharpness(calibration, features),
    );
    const { words } = reading;
    return [{ told, part, segments, words, scores, top: topIntent(scores) }];
  };
}

/** By segment the number of its role; `null` where nobody marked the stretches. */
function rolesToldOf({ told: { stretches, message }, segments }: Read): number[] | null {
  if (stretches === null || stretches.length === 0) return null;
  const marked = stretches.map(({ text, intent }) => {
    const start = message.indexOf(text);
    return { start, end: start + text.length, role: INTENTS.indexOf(intent) };
  });
  let from = 0;
  return segments.map(({ text }) => {
    const start = Math.max(0, message.indexOf(text, from)), end = start + text.length;
    from = start;
    let most = 0, role = ROLES.length - 1;
    for (const stretch of marked) {
      const shared = Math.min(end, stretch.end) - Math.max(start, stretch.start);
      if (shared <= most || shared < Math.min(LEAST_CHARACTERS, text.length / 2)) continue;
      most = shared;
      role = stretch.role;
    }
    return role;
  });
}

function fitRole(rows: readonly Viewed[], terms: number): LinearModel {
  const examples = rows.flatMap(({ view, roles, told }) =>
    (roles ?? []).map((target, at) => ({
      ...roleFeatures(view, at, new ListedRow()),
      target,
      weight: Math.min(ROLE_WEIGHT_MAX, told.weight),
    }))
  );
  return fitSoftmax(examples, {
    classes: ROLES,
    columns: ROLE_COLUMNS + terms,
    penalty: PENALTY.role,
    steps: STEPS.role,
  });
}

/** The second matters that may stand beside the type that the scorer gives. */
function candidates({ view, logits, top, told }: Judged) {
  return INTENTS.filter((intent) => intent !== top).flatMap((intent) => {
    const candidate = candidateOf(view, logits, intent, top);
    return candidate === null
      ? []
      : { candidate, right: told.first === intent || told.second === intent };
  });
}

/** Rows whose type is told wrong teach nothing of what stands beside it. */
function isUsable({ top, told }: Judged): boolean {
  return told.second !== null || top === told.first;
}

function fitSecond(rows: readonly Judged[], terms: number): LinearModel {
  const examples: Example[] = rows.filter(isUsable).flatMap((row) =>
    candidates(row).map(({ candidate, right }) => ({
      ...secondFeatures(row.view, row.logits, candidate, new ListedRow()),
      target: right ? 1 : 0,
      weight: row.told.weight,
    }))
  );
  const { plain, of_term } = SECOND_COLUMNS;
  return fitOdds(examples, plain + of_term * terms, "second");
}

function fitFirst(rows: readonly Judged[], terms: number): LinearModel {
  const examples = rows.flatMap((row): Example[] => {
    const { told, top } = row;
    if (told.second === null || !told.ordered) return [];
    const other = top === told.first ? told.second : told.first;
    if (other !== told.first && top !== told.first) return [];
    const candidate = candidateOf(row.view, row.logits, other, top);
    if (candidate === null) return [];
    const features = firstOf(row, candidate, new ListedRow());
    const target = other === told.first ? 1 : 0;
    // Turned round it is the same row: no side is before the other.
    const turned = { ...features, values: Array.from(features.values, (value) => -value) };
    return [{ ...features, target, weight: 1 }, { ...turned, target: 1 - target, weight: 1 }];
  });
  return fitOdds(examples, FIRST_COLUMNS + terms, "first");
}

/** A model of the log-odds that the target is 1 and not 0. */
function fitOdds(
  examples: readonly Example[],
  columns: number,
  head: "second" | "first",
): LinearModel {
  const { weights, bias } = fitSoftmax(examples, {
    classes: ["no", "yes"],
    columns,
    penalty: PENALTY[head],
    steps: STEPS[head],
  });
  const odds = (pairs: Float32Array) =>
    Float32Array.from(
      { length: pairs.length / 2 },
      (_, at) => (pairs[2 * at + 1] ?? 0) - (pairs[2 * at] ?? 0),
    );
  return { classes: [head], weights: odds(weights), bias: odds(bias) };
}

function firstOf<Row extends FeatureRow>(
  { view }: Viewed,
  { second, main, intent, top }: Candidate,
  row: Row,
): Row {
  return firstFeatures(view, { at: second, intent }, { at: main, intent: top }, row);
}

/** The likelier of the other matters, as the heads tell it. */
function judge(row: Judged, second: LinearModel, first: LinearModel) {
  const others = candidates(row).map(({ candidate }): SecondMatter => ({
    intent: candidate.intent,
    probability: probabilityOf(
      secondFeatures(row.view, row.logits, candidate, new SummedRow(second)),
    ),
    first_probability: probabilityOf(firstOf(row, candidate, new SummedRow(first))),
  }));
  const none = { intent: row.top, probability: 0, first_probability: 0 };
  const other = others.reduce((best, one) => one.probability > best.probability ? one : best, none);
  return { row, ...other };
}

function figuresOf(
  held: readonly ReturnType<typeof judge>[],
  from: number,
  rows: number,
): Record<string, number> {
  const told = held.map(({ row, ...other }) => {
    const { first, second, weight } = row.told;
    const named = other.probability >= from;
    const top = named ? topIntent(scoresOfTwo(row.scores, row.top, other)) : row.top;
    const both = named && [row.top, other.intent].every((one) => one === first || one === second);
    return {
      pair: second !== null && weight > 1,
      single: second === null,
      first,
      row,
      top,
      both,
      named,
    };
  });
  const pairs = told.filter(({ pair }) => pair);
  const singles = told.filter(({ single, row, first }) => single && row.top === first);
  return {
    rows,
    pairs: pairs.length,
    both_named: pairs.filter(({ both }) => both).length,
    first_right: pairs.filter(({ top, first }) => top === first).length,
    type_right: pairs.filter(({ row, first }) => row.top === first).length,
    singles: singles.length,
    false_seconds: singles.filter(({ named }) => named).length,
    named_from: from,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
