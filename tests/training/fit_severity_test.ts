/**
 * Weights of severity: what they learn, and that they are the same each time.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import {
  type FaultFeatures,
  LEVELS,
  likeliestLevel,
} from "../../src/drafting/ticket/severity_head.ts";
import { fitSeverity, type SeverityExample } from "../../src/training/fit_severity.ts";

function featuresOf(named: readonly (readonly [string, number])[]): FaultFeatures {
  return { named: new Map(named), meanings: [] };
}

/** Faults whose level is that of "ruled", but one higher where goods were spoiled. */
const EXAMPLES: readonly SeverityExample[] = Array.from({ length: 240 }, (_, at) => {
  const ruled = at % 3, spoiled = at % 2;
  const level = ruled + spoiled;
  return {
    features: featuresOf([["ruled", ruled], ...(spoiled ? [["cost", 1] as const] : [])]),
    lowest: level,
    highest: level,
  };
});

Deno.test("a level is learnt from the rules' level and from what was lost", () => {
  const weights = fitSeverity(EXAMPLES);
  for (const { features, lowest } of EXAMPLES) {
    assertEquals(LEVELS[likeliestLevel(features, weights)], LEVELS[lowest]);
  }
});

Deno.test("a graver fault is never held to be less grave", () => {
  const weights = fitSeverity(EXAMPLES);
  const levels = [-9, -1, 0, 1, 2, 3, 9].map((ruled) =>
    likeliestLevel(featuresOf([["ruled", ruled]]), weights)
  );
  assertEquals(levels, levels.toSorted());
  assertEquals([levels.at(0), levels.at(-1)], [0, LEVELS.length - 1]);
});

Deno.test("either of two neighbouring levels may be right", () => {
  const either = EXAMPLES.map((one) => ({ ...one, highest: Math.min(3, one.lowest + 1) }));
  const weights = fitSeverity(either);
  for (const { features, lowest, highest } of either) {
    const level = likeliestLevel(features, weights);
    assert(level >= lowest && level <= highest);
  }
});

Deno.test("the same faults give the same weights, and a rare feature none", () => {
  const rare = { features: featuresOf([["ruled", 1], ["rare", 1]]), lowest: 3, highest: 3 };
  const one = fitSeverity([...EXAMPLES, rare]);
  assertEquals(one, fitSeverity([...EXAMPLES, rare]));
  assert(!Object.hasOwn(one.weights, "rare"));
});

Deno.test("what the words mean together may speak as well", () => {
  const examples = Array.from({ length: 80 }, (_, at): SeverityExample => ({
    features: { named: new Map(), meanings: [at % 4 - 1.5, 1] },
    lowest: at % 4,
    highest: at % 4,
  }));
  const weights = fitSeverity(examples);
  for (const { features, lowest } of examples) {
    assertEquals(likeliestLevel(features, weights), lowest);
  }
});
