/**
 * What counts as the customer's own, however it is written.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { broughtBy, familyOf } from "../../src/triage/guard/brought.ts";

const brought = broughtBy("Charged twice on 3 Oct and on Nov 14.", "", familyOf(""));

for (
  const [word, has] of [
    ["october", true],
    ["november", true],
    ["december", false],
    ["3rd", true],
    ["14th", true],
    ["15th", false],
  ] as const
) {
  Deno.test(`${word} is ${has ? "" : "not "}the customer's`, () => {
    assertEquals(brought.has(word), has);
  });
}
