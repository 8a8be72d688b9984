/**
 * Fits the comparison of cases on matters told several times. What is said of
 * it is measured on whole writers left out of all of its models.
 *
 * @module
 */
import {
  joiningFigures,
  type JudgedPair,
  meanAveragePrecision,
  pairCalibrationError,
  probabilityFor,
} from "../evaluation/similar_figures.ts";
import type { MatterRow } from "../evaluation/matter_rows.ts";
import { readMessage } from "../reading/read_message.ts";
import { makeGist } from "../similar/make_gist.ts";
import { differsOf } from "../similar/differs.ts";
import { kindFeatures, type KindModel, kindOf } from "../similar/kind.ts";
import { PAIR_FEATURES, pairFeatures } from "../similar/pair_features.ts";
import {
  backgroundOf,
  prepare,
  type PreparedGist,
  type ReadGist,
  readGist,
} from "../similar/prepared_gist.ts";
import { NEAREST_CASES, oddsAmong, standingAmong } from "../similar/rank.ts";
import type { LogisticModel, SimilarModel } from "../similar/similar_model.ts";
import { STANDING_FEATURES, standingFeatures, standingOdds } from "../similar/standing.ts";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import { fromLogOdds } from "../triage/domain/log_odds.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { fitSoftmax } from "./softmax_regression.ts";

/** A message whose type a person told. */
export interface TypedMessage {
  readonly text: string;
  readonly type: Intent;
}

/** The tellings of one product, by one writer. */
export interface Shelf {
  readonly writer: string;
  readonly fold: number;
  /** Place of each telling among all rows. */
  readonly places: readonly number[];
  readonly matters: readonly string[];
  /** Type of each telling, where that is told. */
  readonly types: readonly (Intent | undefined)[];
  readonly gists: readonly PreparedGist[];
}

/** The comparison with its figures on writers left out. */
export interface FittedSimilar {
  readonly model: SimilarModel;
  readonly left_out: readonly JudgedPair[];
  readonly joining_probability: number;
  readonly figures: Readonly<Record<string, number>>;
}

interface Example {
  readonly features: Float64Array;
  readonly same: boolean;
}

/** An example of a class. */
export interface KindExample {
  readonly features: Float64Array;
  readonly target: number;
  readonly weight: number;
}

const FOLDS = 6;
const PENALTY = 1;
/** Of the types' model, which has a hundred weights a type. */
const KIND_PENALTY = 3;
/** What a message that tells of no matter counts beside one that does. */
const TYPED_WEIGHT = 0.3;
const STEPS = 200;
/**
 * How often cases are judged by how they stand. Of three writers, each left out, the area under
 * precision and recall of all pairs was .568, .605, .623 and .630 after one to four times.
 */
const STANDING_TIMES = 4;
/** Cases are joined from where on this share of pairs is right, of writers left out. */
const JOINING_PRECISION = 0.92;

/** Reads messages whose types are told. */
export function kindExamplesOf(messages: readonly TypedMessage[], scorer: Scorer): KindExample[] {
  return messages.map(({ text, type }) => {
    const { gist, ...read } = readTelling(text, "", scorer);
    return {
      features: kindFeatures(gist.scores, read),
      target: INTENTS.indexOf(type),
      weight: TYPED_WEIGHT,
    };
  });
}

function readTelling(message: string, product_name: string, scorer: Scorer): ReadGist {
  const document = scorer.read(readMessage(message));
  return readGist(makeGist({ document, judgement: scorer.score(document), product_name }));
}

/** Reads all tellings, product by product. */
export function shelvesOf(rows: readonly MatterRow[], scorer: Scorer): Shelf[] {
  const read = rows.map((row, place) => ({
    place,
    row,
    read: readTelling(row.message, row.product, scorer),
  }));
  const shelves = Map.groupBy(read, ({ row, read }) => `${row.writer}\n${read.gist.product}`);
  return [...shelves.keys()].sort().map((name, at) => {
    const tellings = shelves.get(name) ?? [];
    const background = backgroundOf(tellings.map(({ read }) => read));
    return {
      writer: tellings[0]?.row.writer ?? "",
      fold: at % FOLDS,
      places: tellings.map(({ place }) => place),
      matters: tellings.map(({ row }) => row.matter),
      types: tellings.map(({ row }) => row.type),
      gists: tellings.map(({ read }) => prepare(read, background)),
    };
  });
}

/**
 * Fits the comparison. The same rows give the same numbers.
 *
 * @param typed Further messages whose types are told.
 */
export function fitSimilar(
  shelves: readonly Shelf[],
  typed: readonly KindExample[],
): FittedSimilar {
  const writers = [...new Set(shelves.map(({ writer }) => writer))];
  const left_out = writers.flatMap((writer) => {
    const model = fitAll(shelves.filter((shelf) => shelf.writer !== writer), typed);
    return shelves.filter((shelf) => shelf.writer === writer)
      .flatMap((shelf) => judgeShelf(shelf, model));
  });
  const joining_probability = probabilityFor(left_out, JOINING_PRECISION);
  const { pairs, precision, recall } = joiningFigures(left_out, joining_probability);
  return {
    model: fitAll(shelves, typed),
    left_out,
    joining_probability,
    figures: {
      pairs,
      precision,
      recall,
      mean_average_precision: meanAveragePrecision(left_out),
      calibration_error: pairCalibrationError(left_out),
    },
  };
}

/**
 * Every pair of a product's tellings, judged: the mean of what each finds of the other. As in the
 * service each sees but those that are nearest to it.
 */
export function judgeShelf(untyped: Shelf, model: SimilarModel): JudgedPair[] {
  const shelf = typed(untyped, model.kind);
  const odds = oddsAmong(shelf.gists, model);
  const found = odds.map((row, one) => foundBy(one, row, odds, model));
  return pairsOf(shelf).map(({ one, other, same }) => ({
    one: shelf.places[one] ?? 0,
    other: shelf.places[other] ?? 0,
    probability: ((found[one]?.[other] ?? 0) + (found[other]?.[one] ?? 0)) / 2,
    same,
    differs: areApart(shelf.gists[one], shelf.gists[other]),
  }));
}

/** Of each telling how probably it tells what one does; 0 of those that this one does not see. */
function foundBy(
  one: number,
  row: Float64Array,
  odds: readonly Float64Array[],
  model: SimilarModel,
): Float64Array {
  const nearest = [...odds.keys()].filter((other) => other !== one)
    .sort((some, other) => (row[other] ?? 0) - (row[some] ?? 0)).slice(0, NEAREST_CASES);
  const seen = [one, ...nearest];
  const among = seen.map((of) => Float64Array.from(seen, (with_) => odds[of]?.[with_] ?? 0));
  const judged = standingAmong(among, model)[0] ?? new Float64Array();
  const found = new Float64Array(odds.length);
  nearest.forEach((other, at) => found[other] = fromLogOdds(judged[at + 1] ?? -Infinity));
  return found;
}

function areApart(one: PreparedGist | undefined, other: PreparedGist | undefined): boolean {
  return one !== undefined && other !== undefined && differsOf(one, other).length > 0;
}

/** Each model learns from what the one before says of products that it has not seen. */
function fitAll(untyped: readonly Shelf[], examples: readonly KindExample[]): SimilarModel {
  const folds = [...new Set(untyped.map(({ fold }) => fold))];
  const without = <Value extends { readonly fold: number }>(all: readonly Value[], fold: number) =>
    all.filter((one) => one.fold !== fold);
  const of = <Value extends { readonly fold: number }>(all: readonly Value[], fold: number) =>
    all.filter((one) => one.fold === fold);
  const shelves = folds.flatMap((fold) => {
    const kind = fitKind(without(untyped, fold), examples);
    return of(untyped, fold).map((shelf) => typed(shelf, kind));
  });
  let judged = folds.flatMap((fold) => {
    const pair = fitPairs(without(shelves, fold));
    return of(shelves, fold).map((shelf): JudgedShelf => ({
      fold,
      shelf,
      odds: oddsAmong(shelf.gists, { pair }),
    }));
  });
  const standing: LogisticModel[] = [];
  for (let time = 0; time < STANDING_TIMES; time++) {
    const before = judged;
    standing.push(fitStanding(before));
    judged = folds.flatMap((fold) => {
      const model = fitStanding(without(before, fold));
      return of(before, fold).map((one) => ({ ...one, odds: standingOdds(one.odds, model) }));
    });
  }
  return { kind: fitKind(untyped, examples), pair: fitPairs(shelves), standing };
}

/** A shelf with the log-odds of each two of its tellings, by models that have not seen it. */
interface JudgedShelf {
  readonly fold: number;
  readonly shelf: Shelf;
  readonly odds: readonly Float64Array[];
}

function fitStanding(shelves: readonly JudgedShelf[]): LogisticModel {
  const examples = shelves.flatMap(({ shelf, odds }) => {
    const features = standingFeatures(odds);
    return pairsOf(shelf).map(({ one, other, same }): Example => ({
      features: features(one, other),
      same,
    }));
  });
  return fitLogistic(examples, STANDING_FEATURES.length);
}

/** A shelf whose tellings are of the types that a model tells. */
function typed(shelf: Shelf, kind: KindModel): Shelf {
  const gists = shelf.gists.map((one) => ({
    ...one,
    types: kindOf(kind, one.gist.scores, one),
  }));
  return { ...shelf, gists };
}

function fitKind(shelves: readonly Shelf[], further: readonly KindExample[]): KindModel {
  const told = shelves.flatMap(({ gists, types }) =>
    gists.flatMap((one, at): KindExample[] => {
      const type = types[at];
      if (type === undefined) return [];
      const features = kindFeatures(one.gist.scores, one);
      return [{ features, target: INTENTS.indexOf(type), weight: 1 }];
    })
  );
  const examples = [...told, ...further];
  const count = examples[0]?.features.length ?? 0;
  return fitClasses(examples, { classes: INTENTS, count, penalty: KIND_PENALTY });
}

function fitPairs(shelves: readonly Shelf[]): LogisticModel {
  const examples = shelves.flatMap((shelf) =>
    pairsOf(shelf).flatMap(({ one, other, same }): Example[] => {
      const [first, second] = [shelf.gists[one], shelf.gists[other]];
      return first && second ? [{ features: pairFeatures(first, second), same }] : [];
    })
  );
  return fitLogistic(examples, PAIR_FEATURES.length);
}

function pairsOf({ matters }: Shelf): { one: number; other: number; same: boolean }[] {
  return matters.flatMap((matter, one) =>
    matters.slice(0, one).map((other, at) => ({ one, other: at, same: matter === other }))
  );
}

function fitLogistic(examples: readonly Example[], count: number): LogisticModel {
  const { bias, weights } = fitClasses(
    examples.map(({ features, same }) => ({ features, target: Number(same), weight: 1 })),
    { classes: ["other", "same"], count, penalty: PENALTY },
  );
  const [other = [], same = []] = weights;
  return {
    bias: rounded((bias[1] ?? 0) - (bias[0] ?? 0)),
    weights: same.map((weight, at) => rounded(weight - (other[at] ?? 0))),
  };
}

/** A softmax model, its weights class by class. */
function fitClasses(
  examples: readonly KindExample[],
  { classes, count, penalty }: { classes: readonly string[]; count: number; penalty: number },
): KindModel {
  const columns = Array.from({ length: count }, (_, column) => column);
  const { weights, bias } = fitSoftmax(
    examples.map(({ features, ...example }) => ({ columns, values: features, ...example })),
    { classes, columns: count, penalty, steps: STEPS },
  );
  return {
    bias: Array.from(bias, rounded),
    weights: classes.map((_, at) =>
      columns.map((column) => rounded(weights[column * classes.length + at] ?? 0))
    ),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
