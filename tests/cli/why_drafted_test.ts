/**
 * What drafts take each clause of a message for, and by which features.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";
import { whyDrafted } from "../../src/cli/why_drafted.ts";

Deno.test("each clause is shown with its two likeliest roles and the features that decided", () => {
  const lines = whyDrafted("Thanks for the maps. The list freezes when I zoom in.", "bug_report");
  assertEquals(lines.length, 6);
  assertMatch(lines[2] ?? "", /^fault 0\.\d\d, \w+ 0\.\d\d: The list freezes$/);
  for (const line of [lines[1], lines[3], lines[5]]) {
    assertMatch(line ?? "", /^ {2}(?:\S+(?: \S+)? -?\d\.\d(?:; |$)){1,4}/);
  }
});

Deno.test("the same words are weighed by the roles of a wish", () => {
  const [first = ""] = whyDrafted("Please add a list of huts.", "feature_request");
  assertMatch(first, /^wish 0\.\d\d, /);
});
