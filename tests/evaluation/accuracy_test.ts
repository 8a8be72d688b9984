// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { measureAccuracy } from "../../src/evaluation/accuracy.ts";

const LABELS = ["a", "b", "c"] as const;
const pair = fc.record({
  label: fc.constantFrom(...LABELS),
  predicted: fc.constantFrom(...LABELS),
});
const pairs = fc.array(pair, { maxLength: 50 });

Deno.test("the figures of a confusion worked out by hand", () => {
  const figures = measureAccuracy(LABELS, [
    { label: "a", predicted: "a" },
    { label: "a", predicted: "a" },
    { label: "a", predicted: "b" },
    { label: "b", predicted: "b" },
    { label: "b", predicted: "c" },
  ]);
  assertEquals(figures.accuracy, 3 / 5);
  assertEquals(figures.confusion.a, { a: 2, b: 1, c: 0 });
  assertEquals(figures.classes.a, { precision: 1, recall: 2 / 3, f1: 4 / 5, rows: 3 });
  assertEquals(figures.classes.b, { precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, rows: 2 });
  assertEquals(figures.classes.c, { precision: 0, recall: 0, f1: 0, rows: 0 });
  assertAlmostEquals(figures.macro_f1, (4 / 5 + 1 / 2) / 2);
});

Deno.test("no rows give zeros, not NaN", () => {
  const { accuracy, macro_f1, classes } = measureAccuracy(LABELS, []);
  assertEquals([accuracy, macro_f1, classes.a.f1], [0, 0, 0]);
});

Deno.test("always right is 1 throughout", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...LABELS), { minLength: 1 }), (labels) => {
    const figures = measureAccuracy(LABELS, labels.map((label) => ({ label, predicted: label })));
    assertEquals([figures.accuracy, figures.macro_f1], [1, 1]);
  }));
});

Deno.test("the confusion holds every row once, and figures stay within [0, 1]", () => {
  fc.assert(fc.property(pairs, (pairs) => {
    const { confusion, classes, accuracy, macro_f1 } = measureAccuracy(LABELS, pairs);
    const cells = LABELS.flatMap((right) => LABELS.map((said) => confusion[right][said]));
    assertEquals(cells.reduce((sum, cell) => sum + cell, 0), pairs.length);
    const figures = LABELS.flatMap((label) => Object.values(classes[label]).slice(0, 3));
    assertEquals([...figures, accuracy, macro_f1].every((x) => x >= 0 && x <= 1), true);
  }));
});

Deno.test("F1 lies between precision and recall", () => {
  fc.assert(fc.property(pairs, (pairs) => {
    for (const { precision, recall, f1 } of Object.values(measureAccuracy(LABELS, pairs).classes)) {
      assertEquals(f1 >= Math.min(precision, recall) - 1e-12, true);
      assertEquals(f1 <= Math.max(precision, recall) + 1e-12, true);
    }
  }));
});

Deno.test("the order of rows does not matter", () => {
  fc.assert(fc.property(pairs, (pairs) => {
    assertEquals(measureAccuracy(LABELS, pairs), measureAccuracy(LABELS, pairs.toReversed()));
  }));
});
