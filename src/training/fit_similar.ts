/**
 * Fits the comparison of cases on matters told several times. What is said of
 * it is measured on products left out of all of its models.
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
import { backgroundOf, prepare, type PreparedGist, readGist } from "../similar/prepared_gist.ts";
import { oddsAmong } from "../similar/rank.ts";
import { type LogisticModel, logOdds, type SimilarModel } from "../similar/similar_model.ts";
import { STANDING_FEATURES, standingFeatures } from "../similar/standing.ts";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import { fromLogOdds } from "../triage/domain/log_odds.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { fitSoftmax } from "./softmax_regression.ts";

/** The tellings of one product. */
export interface Shelf {
  readonly fold: number;
  /** Place of each telling among all rows. */
  readonly places: readonly number[];
  readonly matters: readonly string[];
  /** Type of each telling, where that is told. */
  readonly types: readonly (Intent | undefined)[];
  readonly gists: readonly PreparedGist[];
}

/** The comparison with its figures on products left out. */
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

const FOLDS = 6;
const PENALTY = 1;
/** Of the types' model, which has a hundred weights a type. */
const KIND_PENALTY = 3;
const STEPS = 200;
/** Cases are joined from where on this share of pairs is right. */
const JOINING_PRECISION = 0.92;

/** Reads all tellings, product by product. */
export function shelvesOf(rows: readonly MatterRow[], scorer: Scorer): Shelf[] {
  const read = rows.map((row, place) => {
    const document = scorer.read(readMessage(row.message));
    const judgement = scorer.score(document);
    const gist = makeGist({ document, judgement, product_name: row.product });
    return { place, row, read: readGist(gist) };
  });
  const products = Map.groupBy(read, ({ read }) => read.gist.product);
  return [...products.keys()].sort().map((product, at) => {
    const tellings = products.get(product) ?? [];
    const background = backgroundOf(tellings.map(({ read }) => read));
    return {
      fold: at % FOLDS,
      places: tellings.map(({ place }) => place),
      matters: tellings.map(({ row }) => row.matter),
      types: tellings.map(({ row }) => row.type),
      gists: tellings.map(({ read }) => prepare(read, background)),
    };
  });
}

/** Fits the comparison. The same rows give the same numbers. */
export function fitSimilar(shelves: readonly Shelf[]): FittedSimilar {
  const left_out = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitAll(shelves.filter((shelf) => shelf.fold !== fold));
    return shelves.filter((shelf) => shelf.fold === fold)
      .flatMap((shelf) => judgeShelf(shelf, model));
  }).flat();
  const joining_probability = probabilityFor(left_out, JOINING_PRECISION);
  const { pairs, precision, recall } = joiningFigures(left_out, joining_probability);
  return {
    model: fitAll(shelves),
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

/** Every pair of a product's tellings, judged: the mean of what each finds of the other. */
export function judgeShelf(untyped: Shelf, model: SimilarModel): JudgedPair[] {
  const shelf = typed(untyped, model.kind);
  const odds = oddsAmong(shelf.gists, model);
  const found = standingOf(odds).map((row) =>
    row.map((features) => features && fromLogOdds(logOdds(model.standing, features)))
  );
  return pairsOf(shelf).map(({ one, other, same }) => ({
    one: shelf.places[one] ?? 0,
    other: shelf.places[other] ?? 0,
    probability: ((found[one]?.[other] ?? 0) + (found[other]?.[one] ?? 0)) / 2,
    same,
    differs: areApart(shelf.gists[one], shelf.gists[other]),
  }));
}

function areApart(one: PreparedGist | undefined, other: PreparedGist | undefined): boolean {
  return one !== undefined && other !== undefined && differsOf(one, other).length > 0;
}

/** Each model learns from what the one before says of products that it has not seen. */
function fitAll(untyped: readonly Shelf[]): SimilarModel {
  const folds = [...new Set(untyped.map(({ fold }) => fold))];
  const shelves = folds.flatMap((fold) => {
    const kind = fitKind(untyped.filter((shelf) => shelf.fold !== fold));
    return untyped.filter((shelf) => shelf.fold === fold).map((shelf) => typed(shelf, kind));
  });
  const standing = folds.flatMap((fold) => {
    const pair = fitPairs(shelves.filter((shelf) => shelf.fold !== fold));
    return shelves.filter((shelf) => shelf.fold === fold).flatMap((shelf) => {
      const rows = standingOf(oddsAmong(shelf.gists, { pair }));
      return pairsOf(shelf).flatMap(({ one, other, same }): Example[] =>
        [rows[one]?.[other], rows[other]?.[one]].flatMap((features) =>
          features ? [{ features, same }] : []
        )
      );
    });
  });
  return {
    kind: fitKind(untyped),
    pair: fitPairs(shelves),
    standing: fitLogistic(standing, STANDING_FEATURES.length),
  };
}

/** A shelf whose tellings are of the types that a model tells. */
function typed(shelf: Shelf, kind: KindModel): Shelf {
  const gists = shelf.gists.map((one) => ({
    ...one,
    types: kindOf(kind, one.gist.scores, one),
  }));
  return { ...shelf, gists };
}

function fitKind(shelves: readonly Shelf[]): KindModel {
  const examples = shelves.flatMap(({ gists, types }) =>
    gists.flatMap((one, at) => {
      const type = types[at];
      return type === undefined
        ? []
        : [{ features: kindFeatures(one.gist.scores, one), target: INTENTS.indexOf(type) }];
    })
  );
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

/** By row and column: how the column's case stands to the row's, among all. */
function standingOf(odds: readonly Float64Array[]): (Float64Array | null)[][] {
  return odds.map((_, first) => {
    const order = [first, ...odds.keys().filter((at) => at !== first)];
    const turned = order.map((row) =>
      Float64Array.from(order, (column) => odds[row]?.[column] ?? 0)
    );
    const features = standingFeatures(turned);
    const row: (Float64Array | null)[] = odds.map(() => null);
    order.slice(1).forEach((place, at) => row[place] = features[at] ?? null);
    return row;
  });
}

function pairsOf({ matters }: Shelf): { one: number; other: number; same: boolean }[] {
  return matters.flatMap((matter, one) =>
    matters.slice(0, one).map((other, at) => ({ one, other: at, same: matter === other }))
  );
}

function fitLogistic(examples: readonly Example[], count: number): LogisticModel {
  const { bias, weights } = fitClasses(
    examples.map(({ features, same }) => ({ features, target: Number(same) })),
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
  examples: readonly { readonly features: Float64Array; readonly target: number }[],
  { classes, count, penalty }: { classes: readonly string[]; count: number; penalty: number },
): KindModel {
  const columns = Array.from({ length: count }, (_, column) => column);
  const { weights, bias } = fitSoftmax(
    examples.map(({ features, target }) => ({ columns, values: features, target, weight: 1 })),
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
