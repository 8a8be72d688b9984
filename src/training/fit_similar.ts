/**
 * Fits the comparison of cases on matters told several times. What is said of
 * it is measured on products left out of both of its models.
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
import { PAIR_FEATURES, pairFeatures } from "../similar/pair_features.ts";
import { backgroundOf, prepare, type PreparedGist, readGist } from "../similar/prepared_gist.ts";
import { oddsAmong } from "../similar/rank.ts";
import {
  type LogisticModel,
  logOdds,
  probabilityOf,
  type SimilarModel,
} from "../similar/similar_model.ts";
import { STANDING_FEATURES, standingFeatures } from "../similar/standing.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { fitSoftmax } from "./softmax_regression.ts";

/** The tellings of one product. */
export interface Shelf {
  readonly fold: number;
  /** Place of each telling among all rows. */
  readonly places: readonly number[];
  readonly matters: readonly string[];
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
      gists: tellings.map(({ read }) => prepare(read, background)),
    };
  });
}

/** Fits the comparison. The same rows give the same numbers. */
export function fitSimilar(shelves: readonly Shelf[]): FittedSimilar {
  const left_out = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitBoth(shelves.filter((shelf) => shelf.fold !== fold));
    return shelves.filter((shelf) => shelf.fold === fold)
      .flatMap((shelf) => judgeShelf(shelf, model));
  }).flat();
  const joining_probability = probabilityFor(left_out, JOINING_PRECISION);
  const { pairs, precision, recall } = joiningFigures(left_out, joining_probability);
  return {
    model: fitBoth(shelves),
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
export function judgeShelf(shelf: Shelf, model: SimilarModel): JudgedPair[] {
  const odds = oddsAmong(shelf.gists, model);
  const found = standingOf(odds).map((row) =>
    row.map((features) => features && probabilityOf(logOdds(model.standing, features)))
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

/** The second model learns from what the first says of products that it has not seen. */
function fitBoth(shelves: readonly Shelf[]): SimilarModel {
  const folds = [...new Set(shelves.map(({ fold }) => fold))];
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
    pair: fitPairs(shelves),
    standing: fitLogistic(standing, STANDING_FEATURES.length),
  };
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
  const columns = Array.from({ length: count }, (_, column) => column);
  const { weights, bias } = fitSoftmax(
    examples.map(({ features, same }) => ({
      columns,
      values: features,
      target: Number(same),
      weight: 1,
    })),
    { classes: ["other", "same"], columns: count, penalty: PENALTY, steps: STEPS },
  );
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    bias: round((bias[1] ?? 0) - (bias[0] ?? 0)),
    weights: columns.map((at) => round((weights[2 * at + 1] ?? 0) - (weights[2 * at] ?? 0))),
  };
}
