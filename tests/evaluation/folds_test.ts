// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { crossValidate } from "../../src/evaluation/cross_validation.ts";
import { dealInto, leaveOneOut } from "../../src/evaluation/folds.ts";
import { poolOf } from "../../src/evaluation/pool.ts";
import { keywordScorer, row } from "./keyword_scorer.ts";

const anyRows = fc.array(
  fc.record({ text: fc.string({ maxLength: 3 }), source: fc.constantFrom("a", "b", "c") })
    .map(row),
  { maxLength: 40 },
);

Deno.test("reviews that share rows are left out together", () => {
  const rows = ["maalej2016", "marc_jha2017", "shah2018", "lanwuwei2018"]
    .map((source) => row({ text: source, source }));
  const folds = leaveOneOut(rows, ({ source }) => poolOf(source));
  assertEquals(folds.map(({ name, test, train }) => [name, test.length, train.length]), [
    ["app", 3, 1],
    ["lanwuwei2018", 1, 3],
  ]);
});

Deno.test("rows without a key are always fitted on and never measured", () => {
  const rows = [row({ text: "1", group: "x" }), row({ text: "2", group: "y" }), row({ text: "3" })];
  const folds = leaveOneOut(rows, ({ group }) => group ?? null);
  assertEquals(folds.map(({ test }) => test.map(({ text }) => text)), [["1"], ["2"]]);
  assertEquals(folds.map(({ train }) => train.map(({ text }) => text)), [["2", "3"], ["1", "3"]]);
});

Deno.test("a text that is measured is not fitted on, even from another source", () => {
  const rows = [
    row({ text: "It crashes!", source: "a" }),
    row({ text: " it crashes", source: "b" }),
    row({ text: "Add a map", source: "b" }),
  ];
  assertEquals(
    leaveOneOut(rows, ({ source }) => source).map(({ train }) => train.map(({ text }) => text)),
    [["Add a map"], []],
  );
});

Deno.test("every row is measured once, and never by a scorer that has seen its text", () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const folds = leaveOneOut(rows, ({ source }) => source);
    assertEquals(folds.flatMap(({ test }) => test).length, rows.length);
    for (const { train, test } of folds) {
      const seen = new Set(train.map(({ text }) => text));
      assertEquals(test.some(({ text }) => seen.has(text)), false);
    }
  }));
});

Deno.test("dealing is the same every time, and equal texts fall together", () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const folds = dealInto(5, rows, "a");
    assertEquals(folds, dealInto(5, rows, "a"));
    assertEquals(
      folds.flatMap(({ test }) => test).length,
      rows.filter(({ source }) => source === "a").length,
    );
    for (const text of new Set(rows.map(({ text }) => text))) {
      const holding = folds.filter(({ test }) => test.some((row) => row.text === text));
      assertEquals(holding.length <= 1, true);
    }
  }));
});

Deno.test("many texts are dealt into parts of about the same size", () => {
  const rows = Array.from({ length: 500 }, (_, index) => row({ text: `text ${index}` }));
  const sizes = dealInto(5, rows, "s").map(({ test }) => test.length);
  assertEquals(sizes.length, 5);
  assertEquals(sizes.every((size) => size > 70 && size < 130), true, sizes.join(" "));
});

Deno.test("each fold is judged by the scorer fitted on its training rows", async () => {
  const rows = ["a", "b"].map((source) => row({ text: `bug .9 ${source}`, source }));
  const fitted: string[][] = [];
  const outcomes = await crossValidate(leaveOneOut(rows, ({ source }) => source), (train) => {
    fitted.push(train.map(({ source }) => source));
    return keywordScorer();
  });
  assertEquals(fitted, [["b"], ["a"]]);
  assertEquals(outcomes.map(({ fold, row }) => [fold, row.source]), [["a", "a"], ["b", "b"]]);
});
