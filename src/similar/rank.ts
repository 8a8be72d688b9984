/**
 * Ranks candidates by how probable it is that they tell of the same thing.
 *
 * @module
 */
import { SIMILAR_LIMITS, type SimilarCase } from "../triage/domain/similar.ts";
import { differsOf } from "./differs.ts";
import { productOf } from "./meaning.ts";
import { PAIR_FEATURES, pairFeatures } from "./pair_features.ts";
import { type Background, prepare, type PreparedGist, type ReadGist } from "./prepared_gist.ts";
import { fromLogOdds } from "../triage/domain/log_odds.ts";
import { logOdds, SIMILAR_MODEL, type SimilarModel } from "./similar_model.ts";
import { squareOf, standingOdds } from "./standing.ts";
import { whyOf } from "./why.ts";

/** A case that may be similar. */
export interface Candidate {
  readonly case_id: string;
  readonly read: ReadGist;
}

/** What candidates are seen against, and how many are wanted. */
export interface RankOptions {
  readonly background: Background;
  readonly limit: number;
  /** Less probable ones are left out. @default 0 */
  readonly from?: number;
  /** Whether it is told what the others say and this one does not. @default true */
  readonly tells_others?: boolean;
}

/**
 * So many of the nearest are compared with each other too, or as many as are wanted. Of three
 * writers, each left out, the area under precision and recall was .579 with 12, .602 with 16 and
 * .622 with 24, at 78, 136 and 300 comparisons (2026-11-30).
 */
export const NEAREST_CASES = 16;

/**
 * What the nearness of two meanings counts beside log-odds, in the order of the list: among tellings
 * that are as good as equally probable the same words come first.
 */
const MEANING_COUNTS = 2;

/**
 * The candidates, the most probable first, of those that are nearly as probable the nearest in meaning;
 * at most as many as are wanted.
 */
export function rankSimilar(
  read: ReadGist,
  candidates: readonly Candidate[],
  { background, limit, from = 0, tells_others = true }: RankOptions,
  model: SimilarModel = SIMILAR_MODEL,
): SimilarCase[] {
  const own = prepare(read, background);
  const compared = candidates.map((candidate) => prepare(candidate.read, background));
  const most = Math.max(NEAREST_CASES, Math.min(limit, SIMILAR_LIMITS.cases));
  return nearestOf(own, compared, model, most).flatMap(({ place, log_odds }) => {
    const candidate = candidates[place], prepared = compared[place];
    if (candidate === undefined || prepared === undefined) return [];
    const { case_id } = candidate;
    const meaning = own.scale * prepared.scale * productOf(own.meaning, prepared.meaning);
    const order = log_odds + MEANING_COUNTS * meaning;
    return [{ case_id, prepared, order, probability: fromLogOdds(log_odds) }];
  }).filter(({ probability }) => probability >= from)
    .sort((one, other) => other.order - one.order).slice(0, limit)
    .map(({ prepared, order: _, ...similar }) => ({
      ...similar,
      why: whyOf(own, prepared),
      differs: differsOf(own, prepared, tells_others),
    }));
}

/** A candidate that is among the nearest. */
export interface Nearest {
  /** Its place among the candidates. */
  readonly place: number;
  /** That it tells of the same, by how both stand among the nearest. */
  readonly log_odds: number;
}

/** The nearest of the candidates, judged; the nearest by themselves first. */
export function nearestOf(
  own: PreparedGist,
  candidates: readonly PreparedGist[],
  model: Pick<SimilarModel, "pair" | "standing">,
  most: number = NEAREST_CASES,
): Nearest[] {
  const { nearest, odds } = seenBy(own, candidates, model, most);
  const judged = standingAmong(odds, model, 1)[0];
  return nearest.map((place, at) => ({ place, log_odds: judged?.[at + 1] ?? -Infinity }));
}

/** What a case sees of the candidates. */
export interface Seen {
  /** Places of those that are nearest by themselves, the nearest first. */
  readonly nearest: readonly number[];
  /** Log-odds of every one with every other: of the case itself first, then of these. */
  readonly odds: readonly Float64Array[];
}

/** Compares a case with the candidates, and the nearest of them with each other. */
export function seenBy(
  own: PreparedGist,
  candidates: readonly PreparedGist[],
  model: Pick<SimilarModel, "pair">,
  most: number = NEAREST_CASES,
): Seen {
  const nearest = candidates.map((prepared, place) => ({
    place,
    prepared,
    odds: oddsOf(own, prepared, model),
  })).sort((one, other) => other.odds - one.odds).slice(0, most);
  return {
    nearest: nearest.map(({ place }) => place),
    odds: oddsAmong(
      [own, ...nearest.map(({ prepared }) => prepared)],
      model,
      nearest.map(({ odds }) => odds),
    ),
  };
}

/**
 * Log-odds of every gist with every other, judged by how they stand, as often as was learnt.
 *
 * @param first How many are asked for; only the first rows are whole then. @default all
 */
export function standingAmong(
  odds: readonly Float64Array[],
  { standing }: Pick<SimilarModel, "standing">,
  first = odds.length,
): readonly Float64Array[] {
  const last = standing.at(-1);
  const before = standing.slice(0, -1).reduce<readonly Float64Array[]>(
    (known, round) => standingOdds(known, round),
    odds,
  );
  return last === undefined ? before : standingOdds(before, last, first);
}

/** The features of the pair that is just weighed. */
const weighed = new Float64Array(PAIR_FEATURES.length);

function oddsOf(
  one: PreparedGist,
  other: PreparedGist,
  { pair }: Pick<SimilarModel, "pair">,
): number {
  return logOdds(pair, pairFeatures(one, other, weighed));
}

/**
 * Log-odds of every gist with every other.
 *
 * @param first Those of the first with each of the others, where they are known.
 */
export function oddsAmong(
  gists: readonly PreparedGist[],
  model: Pick<SimilarModel, "pair">,
  first: readonly number[] = [],
): Float64Array[] {
  const odds = squareOf(gists.length);
  gists.forEach((one, row) => {
    const line = odds[row];
    for (let column = 0; column < row; column++) {
      const other = gists[column], across = odds[column];
      if (line === undefined || other === undefined || across === undefined) continue;
      const known = column === 0 ? first[row - 1] : undefined;
      line[column] = across[row] = known ?? oddsOf(one, other, model);
    }
  });
  return odds;
}
