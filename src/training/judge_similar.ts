/**
 * Judges pairs of tellings as the service would: what each telling finds of
 * those that it sees.
 *
 * @module
 */
import type { JudgedPair } from "../evaluation/similar_figures.ts";
import { differsOf } from "../similar/differs.ts";
import { nearestOf } from "../similar/rank.ts";
import type { SimilarModel } from "../similar/similar_model.ts";
import { fromLogOdds } from "../triage/domain/log_odds.ts";
import {
  areSame,
  deskScenes,
  productScenes,
  productsOf,
  type Scene,
  type Telling,
  typedBy,
} from "./similar_scenes.ts";

/** What one finds of another. */
interface Found {
  readonly probability: number;
  readonly differs: boolean;
}

const NOT_FOUND: Found = { probability: 0, differs: false };

/** Every pair of a product's tellings: the mean of what each finds of the other. */
export function judgeProducts(tellings: readonly Telling[], model: SimilarModel): JudgedPair[] {
  const known = tellings.map((one) => typedBy(one, model.kind));
  const found = new Map(productScenes(known).map((scene) => [scene.asker, findIn(scene, model)]));
  return productsOf(known).flatMap((product) =>
    product.flatMap((one, at) =>
      product.slice(0, at).map((other) => {
        const there = found.get(one)?.get(other), back = found.get(other)?.get(one);
        return {
          one: one.place,
          other: other.place,
          probability: ((there?.probability ?? 0) + (back?.probability ?? 0)) / 2,
          same: areSame(one, other),
          differs: there?.differs ?? back?.differs ?? false,
        };
      })
    )
  );
}

/**
 * What each telling finds on a desk with others, of what came before it: of each desk every pair
 * that is found, and those of one matter that are not.
 */
export function judgeAmongOthers(
  tellings: readonly Telling[],
  others: readonly Telling[],
  model: SimilarModel,
): JudgedPair[] {
  const known = [tellings, others].map((all) => all.map((one) => typedBy(one, model.kind)));
  return deskScenes(known[0] ?? [], known[1] ?? []).flatMap((scene) => {
    const { asker } = scene;
    const found = findIn(scene, model);
    const missed = scene.before.filter((other) => areSame(asker, other) && !found.has(other));
    return [...found, ...missed.map((other) => [other, NOT_FOUND] as const)]
      .map(([other, judged]) => ({
        one: asker.place,
        other: other.place,
        same: areSame(asker, other),
        ...judged,
      }));
  });
}

function findIn(scene: Scene, model: SimilarModel): Map<Telling, Found> {
  const { own, candidates, tellings } = scene;
  return new Map(
    nearestOf(own, candidates, model).flatMap(({ place, log_odds }) => {
      const telling = tellings[place], candidate = candidates[place];
      if (telling === undefined || candidate === undefined) return [];
      const probability = fromLogOdds(log_odds);
      return [[telling, { probability, differs: differsOf(own, candidate).length > 0 }]];
    }),
  );
}
