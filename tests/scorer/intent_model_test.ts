// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { intentModelFor, LONG_TOKENS } from "../../src/scorer/model/intent_model.ts";
import { shippedWeights } from "../../src/scorer/local_scorer.ts";

const weights = shippedWeights();

Deno.test("a long text has a model of its own, over the same columns and classes", () => {
  assertEquals(intentModelFor(weights, LONG_TOKENS - 1), weights.intent);
  assertEquals(intentModelFor(weights, LONG_TOKENS), weights.long_intent);
  assertEquals(weights.long_intent.classes, weights.intent.classes);
  assertEquals(weights.long_intent.weights.length, weights.intent.weights.length);
});
