// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertNotEquals } from "@std/assert";
import { readMessage } from "../../src/reading/read_message.ts";
import { readDocument } from "../../src/scorer/document/document.ts";
import { FeatureSpace } from "../../src/scorer/model/features.ts";
import {
  createIntentReader,
  intentModelFor,
  LONG_TOKENS,
} from "../../src/scorer/model/intent_model.ts";
import { logits } from "../../src/scorer/model/linear.ts";
import { MEANING_LOUDNESS, MeaningReader } from "../../src/scorer/model/meaning_net.ts";
import { shippedWeights } from "../../src/scorer/local_scorer.ts";

const weights = shippedWeights();

Deno.test("a long text has a model of its own, over the same columns and classes", () => {
  assertEquals(intentModelFor(weights, LONG_TOKENS - 1), weights.intent);
  assertEquals(intentModelFor(weights, LONG_TOKENS), weights.long_intent);
  assertEquals(weights.long_intent.classes, weights.intent.classes);
  assertEquals(weights.long_intent.weights.length, weights.intent.weights.length);
});

Deno.test("words and meanings tell the type together", () => {
  const reading = readDocument(
    readMessage("Every Friday I copy forty names by hand into a sheet."),
  );
  const features = new FeatureSpace(weights.vocabulary).extract(reading);
  const words = logits(weights.intent, features);
  const meaning = new MeaningReader(weights.meaning).read(reading).sums;
  const together = createIntentReader(weights)(reading, features);
  assertNotEquals(together, words);
  assertEquals(together, words.map((sum, at) => sum + MEANING_LOUDNESS * (meaning[at] ?? 0)));
});

Deno.test("words keep the meanings they have: the net has none of its own", () => {
  assertEquals(weights.meaning.words, []);
  assertEquals(weights.meaning.output.classes, weights.intent.classes);
});
