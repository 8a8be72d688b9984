// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { bm25 } from "../../src/evaluation/bm25.ts";
import {
  joiningFigures,
  type JudgedPair,
  meanAveragePrecision,
  pairCalibrationError,
  probabilityFor,
} from "../../src/evaluation/similar_figures.ts";

const PAIRS: readonly JudgedPair[] = [
  { one: 1, other: 0, probability: 0.9, same: true, differs: false },
  { one: 2, other: 0, probability: 0.8, same: false, differs: false },
  { one: 2, other: 1, probability: 0.4, same: true, differs: false },
];

Deno.test("precision and recall count the pairs from a probability on", () => {
  assertEquals(joiningFigures(PAIRS, 0.85), { pairs: 3, joined: 1, precision: 1, recall: 0.5 });
  assertEquals(joiningFigures(PAIRS, 0.5), { pairs: 3, joined: 2, precision: 0.5, recall: 0.5 });
  assertEquals(probabilityFor(PAIRS, 0.92), 0.9);
  assertEquals(probabilityFor(PAIRS, 0.6), 0.4);
  assertEquals(probabilityFor([], 0.6), 1);
});

Deno.test("average precision is of each case's own list", () => {
  // Of 0: right, wrong: 1. Of 1: right, right: 1. Of 2: wrong, right: 1/2.
  assertAlmostEquals(meanAveragePrecision(PAIRS), 2.5 / 3, 1e-12);
  assertEquals(meanAveragePrecision([]), 0);
});

Deno.test("calibration is the gap between what is said and what is true", () => {
  assertAlmostEquals(pairCalibrationError(PAIRS), (0.1 + 0.8 + 0.6) / 3, 1e-12);
});

Deno.test("a full-text search finds rare words before frequent ones", () => {
  const [first] = bm25(["the rare heron", "the heron", "the the the", "of the"]);
  assert(first !== undefined);
  assert((first[1] ?? 0) > (first[2] ?? 0) && (first[2] ?? 0) > 0);
});
