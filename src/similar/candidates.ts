/**
 * Which of a product's cases are compared with one, by the terms that they share.
 *
 * @module
 */
import type { SearchTerm } from "./terms.ts";

/** Of each term the newest cases are looked at. Of twice as many no more of the right ones are found. */
export const NEWEST_CASES = 60;
/** Cases that are compared, one by one. Of twice as many the list is no better. */
export const COMPARED_CASES = 32;
/** The newest cases of the product, which show what all of them have in common. */
export const BACKGROUND_CASES = 24;

/** Cases that are compared. */
export interface Candidates {
  /** Their numbers: what shares most first, the newest first of those that share as much. */
  readonly numbers: readonly number[];
  /** Among how many cases they were chosen. */
  readonly among: number;
}

/**
 * Chooses them.
 *
 * @param lists Of each of the terms, the numbers of its newest cases.
 */
export function mostSharing(
  terms: readonly SearchTerm[],
  lists: readonly (readonly number[])[],
): Candidates {
  const shared = new Map<number, number>();
  terms.forEach(({ weight }, at) => {
    for (const number of lists[at] ?? []) shared.set(number, (shared.get(number) ?? 0) + weight);
  });
  const best: number[] = [], weights: number[] = [];
  for (const [number, weight] of shared) {
    let place = best.length;
    while (place > 0 && comesBefore(number, weight, best[place - 1], weights[place - 1])) place--;
    if (place > COMPARED_CASES) continue;
    best.splice(place, 0, number);
    weights.splice(place, 0, weight);
    if (best.length > COMPARED_CASES + 1) best.pop(), weights.pop();
  }
  return { numbers: best, among: shared.size };
}

function comesBefore(number: number, weight: number, other = 0, others = 0): boolean {
  return weight > others || weight === others && number > other;
}
