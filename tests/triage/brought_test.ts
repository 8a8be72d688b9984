/**
 * What counts as the customer's own, however it is written.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { broughtBy, familyOf } from "../../src/triage/guard/brought.ts";
import { sentenceWords } from "../../src/triage/guard/sentence_words.ts";
import { asOwnWords } from "../../src/triage/text/own_words.ts";

const brought = broughtBy(
  "Charged twice on 3 Oct and on Nov 14, seen on 09 Dec, Thurs.",
  "",
  familyOf(""),
);

for (
  const [word, has] of [
    ["october", true],
    ["november", true],
    ["january", false],
    ["thursday", true],
    ["friday", false],
    ["9th", true],
    ["3rd", true],
    ["14th", true],
    ["15th", false],
  ] as const
) {
  Deno.test(`${word} is ${has ? "" : "not "}the customer's`, () => {
    assertEquals(brought.has(word), has);
  });
}

Deno.test("function words are nobody's, the customer's own too", () => {
  const { sentences } = createLocalScorer().read(asOwnWords("The export fails in the portal."));
  const words = sentenceWords(
    sentences.flatMap(({ tokens }) => tokens),
    broughtBy("The export fails in it", "", familyOf("")),
  );
  assertEquals(
    words.filter(({ brought }) => brought).map(({ word }) => word),
    ["export", "fails"],
  );
});
