import { readMessage } from "../../src/reading/read_message.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { readDocument } from "../../src/scorer/document/document.ts";
import { FeatureSpace } from "../../src/scorer/model/features.ts";
import { MeaningReader } from "../../src/scorer/model/meaning_net.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { decodeWeights, encodeWeights } from "../../src/scorer/model/weights.ts";
import { readRows } from "../../src/evaluation/dataset.ts";
import { readCorpus } from "../../src/training/corpus.ts";
import { fitIntent } from "../../src/training/fit_intent.ts";
import { fitScorer } from "../../src/training/fit_scorer.ts";
import { minimize } from "../../src/training/lbfgs.ts";
import { fitSoftmax } from "../../src/training/softmax_regression.ts";
import { featuresOf } from "../../src/training/vocabulary.ts";
import { topIntent } from "../../src/triage/domain/intent.ts";

const rows = (await readRows(["fixtures/training.jsonl"])).filter((_, at) => at % 6 === 0)
  // Two sources, because a term that one source alone knows does not count.
  .map((row, at) => ({ ...row, source: at % 2 === 0 ? "one" : "two" }));

Deno.test("minimize() finds the least point of a narrow valley", () => {
  // Rosenbrock's function: least at (1, 1).
  const found = minimize(
    (point, gradient) => {
      const [x = 0, y = 0] = point;
      gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
      gradient[1] = 200 * (y - x * x);
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    },
    new Float64Array([-1.2, 1]),
    { steps: 200, tolerance: 0 },
  );
  assertAlmostEquals(found[0] ?? 0, 1, 1e-4);
  assertAlmostEquals(found[1] ?? 0, 1, 1e-4);
});

Deno.test("fitSoftmax() gives shares where nothing tells classes apart", () => {
  const example = (target: number, weight: number) => ({ columns: [], values: [], target, weight });
  const { bias } = fitSoftmax([example(0, 3), example(1, 1)], {
    classes: ["a", "b"],
    columns: 0,
    penalty: 1,
    steps: 50,
  });
  assertAlmostEquals((bias[0] ?? 0) - (bias[1] ?? 0), Math.log(3), 1e-3);
});

Deno.test("training sees the features that scoring sees", () => {
  const corpus = readCorpus(rows.slice(0, 200));
  const { vocabulary, meaning } = fitIntent(corpus, corpus.rows);
  const space = new FeatureSpace(vocabulary);
  const meanings = new MeaningReader(meaning);
  for (const item of corpus.rows) {
    const reading = readDocument(readMessage(item.row.text));
    const seen = space.extract(reading);
    const trained = featuresOf(item, vocabulary, corpus);
    const sorted = (columns: readonly number[], values: readonly number[]) =>
      columns.map((column, at) => `${column}:${(values[at] ?? 0).toFixed(5)}`).sort();
    assertEquals(sorted(seen.columns, seen.values), sorted(trained.columns, trained.values));
    assertAlmostEquals(seen.unknown_share, trained.unknown_share, 1e-6);
    assertEquals(meanings.read(reading).sums, meanings.sumsOf(item.sentences));
  }
});

Deno.test("the same rows give the same weights, and rounding them keeps the answers", () => {
  const [once, again] = [fitScorer(rows), fitScorer(rows)];
  const stored = encodeWeights(once);
  assertEquals(stored, encodeWeights(again));
  const fresh = createLocalScorer({ weights: once });
  const reread = createLocalScorer({ weights: decodeWeights(stored) });
  for (const { text } of rows.slice(0, 100)) {
    const document = fresh.read(readMessage(text));
    assertEquals(topIntent(fresh.score(document).scores), topIntent(reread.score(document).scores));
  }
});

Deno.test("a scorer learns what the rows say", () => {
  const scorer = createLocalScorer({ weights: fitScorer(rows) });
  const right = rows.filter(({ text, label }) =>
    topIntent(scorer.score(scorer.read(readMessage(text))).scores) === label
  );
  // Words alone remember 90 of 100 rows; meanings beside them remember less.
  assert(right.length > rows.length * 0.87, `${right.length} of ${rows.length}`);
});
