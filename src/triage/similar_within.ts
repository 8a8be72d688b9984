/**
 * Looks for cases like a new one, beside the rest of the work and within
 * bounds: no answer waits long for what only explains it.
 *
 * @module
 */
import type { Gist } from "./domain/gist.ts";
import { type FoundSimilar, SIMILAR_LIMITS, type SimilarCases } from "./domain/similar.ts";

/**
 * The probable ones, at most as many as an explanation holds; `null` where
 * nobody looked, or too long. Never rejects.
 */
export type FindSimilar = (gist: Gist | null) => Promise<FoundSimilar | null>;

const NOBODY_LOOKS = Promise.resolve(null);

/** Bounds how long an answer waits, and how many wait at once. */
export function similarWithin(cases: SimilarCases | null): FindSimilar {
  const { explained_cases, explained_probability, wait_ms, waiting_answers } = SIMILAR_LIMITS;
  let waiting = 0;
  return (gist) => {
    if (cases === null || gist === null || waiting >= waiting_answers) return NOBODY_LOOKS;
    waiting++;
    const { promise, resolve } = Promise.withResolvers<FoundSimilar | null>();
    const timer = setTimeout(resolve, wait_ms, null);
    const end = (found: FoundSimilar | null) => {
      waiting--;
      clearTimeout(timer);
      resolve(found);
    };
    cases.similarToGist(gist, explained_cases, explained_probability).then(
      end,
      // A store that is away is told of when the case is to be stored.
      () => end(null),
    );
    return promise;
  };
}
