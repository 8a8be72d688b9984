/**
 * What passes the gate can be filed as it stands.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { isBalanced, isWhole } from "../../src/drafting/english/gate.ts";
import { draft } from "./drafting.ts";

for (
  const title of [
    "Export fails",
    'Upload fails: "Quota exceeded (E-17)"',
    "Light stays on",
    "Heart rate drops to zero for ten seconds or so",
  ]
) {
  Deno.test(`passes: ${title}`, () => assertEquals(isWhole(title), true));
}

for (
  const [title, why] of [
    ["Crash", "one word says too little"],
    ["Not one of them accepts a card", "whom it speaks of stands before"],
    ["Other reset", "leans on what stands before"],
    ["Drives to the same spot and just", "something must come after it"],
    ["And the backup has gone", "leans on what stands before"],
    ["On it, and the backup has gone", "leans on what stands before"],
    ["Total is shown as the", "something must come after it"],
    ['Page shows "not found', "a quotation mark is left open"],
    ["Crop (at 50 %", "a bracket is left open"],
  ] as const
) {
  Deno.test(`does not pass: ${title} (${why})`, () => assertEquals(isWhole(title), false));
}

Deno.test("quotation marks and brackets come in pairs", () => {
  assertEquals(['a "b"', "a (b) “c”", "a"].map(isBalanced), [true, true, true]);
  assertEquals(['a "b', "a (b", "c”"].map(isBalanced), [false, false, false]);
});

Deno.test("where nothing makes a title, the customer's sentence stands in quotation marks", () => {
  const { ticket } = draft("bug_report", "Because of it.", "rowing app");
  assertEquals(ticket.title, "“Because of it”");
});
