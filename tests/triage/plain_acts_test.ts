/**
 * The plain things that honest letters say: each row on its own examples.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertNotEquals } from "@std/assert";
import { broughtBy, familyOf } from "../../src/triage/guard/brought.ts";
import { PLAIN_ACTS } from "../../src/triage/guard/plain_act_rows.ts";
import { plainActOf } from "../../src/triage/guard/plain_acts.ts";

const brought = broughtBy(
  "The export fails, and I lost my husband. My machine is safe.",
  "",
  familyOf(""),
);

for (const { id, says, yes, no } of PLAIN_ACTS) {
  Deno.test(`${id}: ${says}`, () => {
    for (const part of yes) assertEquals(plainActOf(part, brought), id, part);
    for (const part of no) assertNotEquals(plainActOf(part, brought), id, part);
  });
}
