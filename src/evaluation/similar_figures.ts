/**
 * How well tellings of one matter are found: precision and recall of pairs, and
 * whether the list of similar cases has the right ones first.
 *
 * @module
 */

/** Two cases of one product, how probably they are of one matter, and whether they are. */
export interface JudgedPair {
  readonly one: number;
  readonly other: number;
  readonly probability: number;
  readonly same: boolean;
  /** Whether something keeps them apart: then they are put together by people alone. */
  readonly differs: boolean;
}

/** Precision and recall of the pairs from a probability on. */
export interface JoiningFigures {
  readonly pairs: number;
  readonly joined: number;
  readonly precision: number;
  readonly recall: number;
}

/** The pairs from a probability on. */
export function joiningFigures(pairs: readonly JudgedPair[], from: number): JoiningFigures {
  const same = pairs.filter((pair) => pair.same).length;
  const joined = pairs.filter(({ probability }) => probability >= from);
  const right = joined.filter((pair) => pair.same).length;
  return {
    pairs: pairs.length,
    joined: joined.length,
    precision: joined.length === 0 ? 1 : right / joined.length,
    recall: same === 0 ? 0 : right / same,
  };
}

/** The lowest probability from which on the pairs have this precision; 1 where none has. */
export function probabilityFor(pairs: readonly JudgedPair[], precision: number): number {
  const sorted = pairs.toSorted((one, other) => other.probability - one.probability);
  let right = 0, lowest = 1;
  sorted.forEach(({ same, probability }, at) => {
    if (same) right++;
    if (right / (at + 1) >= precision) lowest = probability;
  });
  return lowest;
}

/**
 * Mean average precision (Manning, Raghavan, Schütze 2008, "Introduction to
 * Information Retrieval", 8.4): of every case that another tells the matter of
 * too, how high those stand in its list.
 */
export function meanAveragePrecision(pairs: readonly JudgedPair[]): number {
  const lists = new Map<number, { readonly probability: number; readonly same: boolean }[]>();
  const add = (of: number, pair: JudgedPair) => {
    const list = lists.get(of) ?? [];
    lists.set(of, list);
    list.push(pair);
  };
  for (const pair of pairs) {
    add(pair.one, pair);
    add(pair.other, pair);
  }
  let sum = 0, counted = 0;
  for (const list of lists.values()) {
    list.sort((one, other) => other.probability - one.probability);
    let right = 0, precisions = 0;
    list.forEach(({ same }, at) => {
      if (same) precisions += ++right / (at + 1);
    });
    if (right === 0) continue;
    counted++;
    sum += precisions / right;
  }
  return counted === 0 ? 0 : sum / counted;
}

/** Mean gap between said and true, over fifteen bins of equal width weighted by their pairs. */
export function pairCalibrationError(pairs: readonly JudgedPair[]): number {
  const bins = Array.from({ length: 15 }, () => ({ pairs: 0, said: 0, same: 0 }));
  for (const { probability, same } of pairs) {
    const bin = bins[Math.min(14, Math.floor(probability * 15))];
    if (bin === undefined) continue;
    bin.pairs++;
    bin.said += probability;
    bin.same += Number(same);
  }
  return bins.reduce((sum, { said, same }) => sum + Math.abs(said - same), 0) /
    Math.max(1, pairs.length);
}
