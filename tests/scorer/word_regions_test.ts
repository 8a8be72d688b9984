/**
 * Regions of meaning: words of one region count together, unknown ones do not.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { readMessage } from "../../src/reading/read_message.ts";
import { readDocument } from "../../src/scorer/document/document.ts";
import { wordRegions } from "../../src/scorer/situation/word_regions.ts";
import { regionOf, REGIONS } from "../../src/similar/word_meanings.ts";

const regionsOf = (message: string) => wordRegions(readDocument(readMessage(message)));

Deno.test("words of one region are one column, and the columns a vector of length 1", () => {
  assertEquals(regionOf("surgeon"), regionOf("doctor"));
  assertEquals(regionsOf("surgeon doctor"), { columns: [regionOf("doctor")], values: [1] });
  const { columns, values } = regionsOf("The doctor gave my invoice to the neighbour.");
  assertEquals(Array.from(columns).every((column) => column >= 0 && column < REGIONS), true);
  assertAlmostEquals(Array.from(values).reduce((sum, value) => sum + value ** 2, 0), 1, 1e-9);
});

Deno.test("a word whose meaning is not known lies in no region", () => {
  assertEquals(regionOf("xqzzvw"), -1);
  assertEquals(regionsOf("Xqzzvw xqzzvw"), { columns: [], values: [] });
});
