/**
 * Every row of the reading's tables fires on each of its own examples and on
 * none of its counter-examples.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { AUTHOR_RULES } from "../../src/reading/author_rules.ts";
import { COURTESY_RULES } from "../../src/reading/courtesy_rules.ts";
import { MATTER_RULES } from "../../src/reading/matter_rules.ts";
import { ruleOf } from "../../src/reading/matter_state.ts";

const TABLES = { author: AUTHOR_RULES, courtesy: COURTESY_RULES, matter: MATTER_RULES };

for (const [table, rows] of Object.entries(TABLES)) {
  Deno.test(`the ids of the ${table} rules are unique`, () => {
    assertEquals(new Set(rows.map(({ id }) => id)).size, rows.length);
  });

  for (const { id, pattern, yes, no } of rows) {
    Deno.test(`${table} rule ${id} fires on its examples and on no other`, () => {
      assertEquals(yes.length > 0 && no.length > 0, true, "a rule has examples of both kinds");
      assertEquals(yes.filter((example) => !pattern.test(example)), []);
      assertEquals(no.filter((example) => pattern.test(example)), []);
    });
  }
}

for (const { id, state, yes } of MATTER_RULES) {
  Deno.test(`what matter rule ${id} matches says ${state}, whichever rule comes first`, () => {
    assertEquals(yes.filter((example) => ruleOf(example)?.state !== state), []);
  });
}
