/**
 * What tells matters apart is fitted: the same rows give the same numbers, and
 * messages are put together as one customer might write them.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { shippedWeights } from "../../src/scorer/local_scorer.ts";
import { decodeMatterModel, encodeMatterModel } from "../../src/scorer/matter/matter_model.ts";
import { fitMatters } from "../../src/training/fit_matters.ts";
import { joinMessages, ofPair, type ToldMatters } from "../../src/training/told_matters.ts";

const PAIRS = ["export", "import", "print", "search", "login", "backup"].map((name) =>
  ofPair({
    message: `The ${name} page is blank since Monday. Also, a dark mode would be lovely.`,
    first: "bug_report",
    second: "feature_request",
    first_text: `The ${name} page is blank since Monday.`,
    second_text: "a dark mode would be lovely",
  })
);
const SINGLES = ["export", "import", "print", "search", "login", "backup"].map((name) =>
  ofPair({
    message: `The ${name} page is blank. It was fine on Monday.`,
    first: "bug_report",
    second: null,
    first_text: `The ${name} page is blank.`,
    second_text: null,
  })
);

Deno.test("the same rows give the same heads, and they survive being stored but for rounding", () => {
  const fit = () => fitMatters([...PAIRS, ...SINGLES], SINGLES, shippedWeights());
  const { model, figures } = fit();
  assertEquals(encodeMatterModel(fit().model, null), encodeMatterModel(model, null));
  assertEquals([figures.pairs, figures.singles], [6, 6]);
  const again = decodeMatterModel(encodeMatterModel(model, figures));
  assertEquals(encodeMatterModel(again, null), encodeMatterModel(model, null));
});

Deno.test("messages that are put together hold both, each with its marked stretches", () => {
  const wishes = ["Please add folders.", "Please add tags."].map((message): ToldMatters => ({
    message,
    first: "feature_request",
    second: null,
    stretches: [{ text: message.slice(0, -1), intent: "feature_request" }],
    ordered: false,
    weight: 1,
  }));
  const joined = joinMessages([...SINGLES, ...wishes]);
  assert(joined.some(({ second }) => second === "feature_request"));
  for (const { message, first, second, stretches } of joined) {
    assert(first !== second);
    assertEquals(stretches?.length, 2);
    for (const { text } of stretches ?? []) assert(message.includes(text), message);
  }
});
