/**
 * What matters are told by: terms of segments, and features that stay in their
 * columns.
 *
 * @module
 */
import fc from "fast-check";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import {
  candidateOf,
  FIRST_COLUMNS,
  firstFeatures,
  ROLE_COLUMNS,
  roleFeatures,
  SECOND_COLUMNS,
  secondFeatures,
} from "../../src/scorer/matter/matter_features.ts";
import { scoresOfTwo } from "../../src/scorer/matter/matters.ts";
import {
  chooseSegmentTerms,
  SegmentTerms,
  termsOf,
} from "../../src/scorer/matter/segment_terms.ts";
import { SegmentView } from "../../src/scorer/matter/segment_view.ts";
import { type FeatureRow, ListedRow, SummedRow } from "../../src/scorer/matter/feature_row.ts";
import { logits } from "../../src/scorer/model/linear.ts";
import { INTENTS } from "../../src/triage/domain/intent.ts";

const word = fc.constantFrom("map", "is", "blank", "add", "dark", "mode", "?", "1");
const segments = fc.array(fc.array(word, { maxLength: 10 }), { minLength: 2, maxLength: 5 });

Deno.test("terms: words, neighbours, both ends, and the words of a short segment before", () => {
  assertEquals([...termsOf(["add", "this"], ["ps"])].sort(), [
    "< ps",
    "^ add",
    "add",
    "add this",
    "this",
    "this $",
  ]);
  const long = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
  assert(![...termsOf(["add"], long)].some((term) => term.startsWith("<")));
});

Deno.test("a term counts from five messages on", () => {
  const messages = Array.from({ length: 5 }, (_, at) => [at < 4 ? ["add", "map"] : ["add"]]);
  assertEquals(chooseSegmentTerms(messages), ["^ add", "add"]);
});

Deno.test("the terms that are found are those of the segments that the vocabulary has", () => {
  fc.assert(fc.property(segments, fc.array(fc.nat(), { maxLength: 6 }), (said, left_out) => {
    const all = [...new Set(said.flatMap((words, at) => [...termsOf(words, said[at - 1] ?? [])]))];
    const vocabulary = all.filter((_, at) => !left_out.includes(at)).sort();
    const found = new SegmentTerms(vocabulary).find(said);
    said.forEach((words, at) => {
      const wanted = [...termsOf(words, at === 0 ? [] : said[at - 1] ?? [])]
        .map((term) => vocabulary.indexOf(term)).filter((column) => column >= 0);
      assertEquals([...found[at] ?? []].sort(), wanted.sort());
    });
  }));
});

Deno.test("features stay in their columns, and a matter that comes first turns round", () => {
  const TERMS = 3;
  const isWithin = ({ columns, values }: ListedRow, count: number) => {
    assert(Array.from(columns).every((column) => column >= 0 && column < count));
    assert(Array.from(values).every(Number.isFinite));
  };
  const logits = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(segments, fc.array(logits, { minLength: 5, maxLength: 5 }), (said, told) => {
      const views = said.map((words, at) =>
        new SegmentView(
          {
            text: "",
            first: 0,
            next: 0,
            logits: told[at] ?? [],
            question: at === 1,
            clause: false,
          },
          words,
          [at % TERMS],
        )
      );
      const scores = { bug_report: 0.5, feature_request: 0.5, general_inquiry: 0 };
      const view = { views, scores };
      views.forEach((_, at) =>
        isWithin(roleFeatures(view, at, new ListedRow()), ROLE_COLUMNS + TERMS)
      );
      for (const intent of INTENTS.slice(1)) {
        const candidate = candidateOf(view, told, intent, "bug_report");
        if (candidate === null) continue;
        const { plain, of_term } = SECOND_COLUMNS;
        isWithin(secondFeatures(view, told, candidate, new ListedRow()), plain + of_term * TERMS);
        const one = { at: candidate.second, intent },
          other = { at: candidate.main, intent: candidate.top };
        const sums = (row: ListedRow, sign: number) => {
          const sums = new Float64Array(FIRST_COLUMNS + TERMS);
          Array.from(row.columns).forEach((column, at) =>
            sums[column] = (sums[column] ?? 0) + sign * (row.values[at] ?? 0)
          );
          return sums;
        };
        isWithin(firstFeatures(view, one, other, new ListedRow()), FIRST_COLUMNS + TERMS);
        const there = sums(firstFeatures(view, one, other, new ListedRow()), 1);
        sums(firstFeatures(view, other, one, new ListedRow()), -1).forEach((value, column) =>
          assert(Math.abs(value - (there[column] ?? 0)) < 1e-9)
        );
      }
    }),
  );
});

Deno.test("of two matters the likelier first one leads, and scores stay a distribution", () => {
  const scores = { bug_report: 0.2, feature_request: 0.7, general_inquiry: 0.1 };
  const second = { intent: "bug_report", probability: 0.8, first_probability: 0.9 } as const;
  const ofTwo = scoresOfTwo(scores, "feature_request", second);
  const rounded = INTENTS.map((intent) => Math.round(ofTwo[intent] * 100) / 100);
  assertEquals(rounded, [0.76, 0.22, 0.02]);
});

Deno.test("features that are summed as they come give the logits of those in lists", () => {
  const model = {
    classes: ["one", "other"],
    weights: Float32Array.from({ length: 2 * 12 }, (_, at) => Math.sin(at)),
    bias: Float32Array.of(0.25, -0.5),
  };
  const value = fc.double({ min: -9, max: 9, noNaN: true });
  fc.assert(fc.property(
    fc.array(value, { minLength: 6, maxLength: 6 }),
    fc.array(fc.nat(1), { maxLength: 3 }),
    (values, terms) => {
      const fill = <Row extends FeatureRow>(row: Row): Row =>
        row.add(true).addAll(values.slice(0, 3), 0.5).addMeaning(Float64Array.from(values))
          .addTerms(terms, 1);
      assertEquals(fill(new SummedRow(model)).logits, logits(model, fill(new ListedRow())));
    },
  ));
});
