/**
 * The weights that choose stretches: fitted from labels, the same every time,
 * and scored at run time as they were fitted.
 *
 * @module
 */
import { asOwnWords } from "../../src/triage/text/own_words.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  endFeatures,
  insideFeatures,
  startFeatures,
} from "../../src/drafting/message/span_features.ts";
import { SPAN_KINDS, SPAN_WEIGHTS, SpanReader } from "../../src/drafting/message/span_model.ts";
import { spanSentences } from "../../src/drafting/message/span_sentence.ts";
import { SpanWeightTable } from "../../src/drafting/message/span_weight_table.ts";
import { fixtureMessages } from "../drafting/drafting.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { fitSpanWeights, type SpanRow } from "../../src/training/span_rows.ts";

const scorer = createLocalScorer();

/** Rows from texts with the stretch in brackets. */
function rowsOf(texts: readonly string[]): SpanRow[] {
  return texts.map((marked, at) => {
    const start = marked.indexOf("[");
    const end = marked.indexOf("]") - 1;
    return {
      id: `${at}`,
      text: marked.replace(/[[\]]/g, ""),
      product: "app",
      type: "bug_report",
      spans: start < 0 ? [] : [{ start, end, kind: "fault" }],
    };
  });
}

const ROWS = rowsOf([
  "Hello. [The export fails], sorry.",
  "Good day. [The chart is blank], sorry.",
  "Hello all. [The list fails], thanks.",
  "Hi. [The upload fails], cheers.",
]);

Deno.test("the same rows give the same weights", () => {
  assertEquals(fitSpanWeights(ROWS, scorer), fitSpanWeights(ROWS, scorer));
});

Deno.test("what the labels have in common weighs for them, what stands outside against", () => {
  const { fault } = fitSpanWeights(ROWS, scorer);
  assert((fault["sthe"] ?? 0) > 0, "starts with 'the'");
  assert((fault["n,"] ?? 0) > 0, "a comma follows");
  assertEquals(fault["none bug_report"] ?? 0, Math.min(0, fault["none bug_report"] ?? 0));
});

for (
  const [text, fault] of [
    ["Hi there, thanks for all. The export cuts off the last column.", "export cuts off"],
    [
      "First the good: it is light. Now the bad: the hinge no longer closes.",
      "hinge no longer closes",
    ],
    ["I love the maps. But search returns no results since Monday.", "search returns no results"],
  ] as const
) {
  Deno.test(`the shipped weights find what fails in: ${text}`, () => {
    const document = scorer.read(asOwnWords(text));
    const { evidence } = scorer.score(document);
    const [best] = new SpanReader(document.sentences, evidence, "bug_report").best("fault");
    assert(text.slice(best?.start, best?.end).includes(fault), text.slice(best?.start, best?.end));
  });
}

Deno.test("each sentence gives one stretch of a kind, inside it", () => {
  const text = "The export fails. The list is empty and the chart is blank, it crashes too.";
  const document = scorer.read(asOwnWords(text));
  const spans = new SpanReader(document.sentences, [], "bug_report").best("fault", 9);
  assertEquals(spans.length, 2);
  for (const { sentence, start, end } of spans) {
    assert(start >= sentence.start && end <= sentence.end && start < end);
  }
});

Deno.test("what words weigh when they are filed is what their named features weigh", () => {
  for (const kind of SPAN_KINDS) {
    const table = new SpanWeightTable(SPAN_WEIGHTS[kind]);
    const sum = (features: readonly string[]) =>
      features.reduce((total, feature) => total + (SPAN_WEIGHTS[kind][feature] ?? 0), 0);
    for (const { text } of fixtureMessages("fixtures/messages.jsonl").slice(0, 60)) {
      const document = scorer.read(asOwnWords(text));
      for (const one of spanSentences(document.sentences, scorer.score(document).evidence)) {
        table.load(one);
        for (const at of one.tokens.keys()) {
          assertAlmostEquals(table.start(at), sum(startFeatures(one, at)), 1e-9);
          assertAlmostEquals(table.end(at), sum(endFeatures(one, at)), 1e-9);
          assertAlmostEquals(table.inside(at), sum(insideFeatures(one, at)), 1e-9);
        }
      }
    }
  }
});
