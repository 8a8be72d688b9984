/**
 * Gates are computed, so no row can be kept from running by its gate.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { AUTHOR_RULES } from "../../src/reading/author_rules.ts";
import { COURTESY_RULES } from "../../src/reading/courtesy_rules.ts";
import { MATTER_RULES } from "../../src/reading/matter_rules.ts";
import { gateOf } from "../../src/reading/pattern_gate.ts";
import { PatternTable } from "../../src/reading/pattern_table.ts";

const GATES: readonly (readonly [RegExp, readonly string[] | null])[] = [
  [/closed/, ["closed"]],
  [/\b(?:closed|all solved)\b/i, ["closed", "all solved"]],
  [/(?:a|b) lamp/, [" lamp"]],
  [/lamps?/, ["lamp"]],
  [/colou?r/, ["colo"]],
  [/(?:lamp)?/, null],
  [/(?:lamp)+/, ["lamp"]],
  [/(?:lamp){2,3}/, ["lamp"]],
  [/lamp|tv/, null],
  [/^(?!never)[a-z]{4}/, null],
  [/x{0,3}lamp\d/, ["lamp"]],
  [/[lamp]/, null],
  [/\p{Lu}lamp/u, ["lamp"]],
];
for (const [pattern, gate] of GATES) {
  Deno.test(`the gate of ${pattern} is ${JSON.stringify(gate)}`, () => {
    const computed = gateOf(pattern);
    assertEquals(computed === null ? null : [...computed], gate);
  });
}

const RULES = [...AUTHOR_RULES, ...COURTESY_RULES, ...MATTER_RULES];
const TABLE = new PatternTable<{ readonly id: string; readonly pattern: RegExp }>(RULES);
const EXAMPLES = RULES.flatMap(({ yes, no }) => [...yes, ...no]);

Deno.test("a table finds what each pattern finds alone, in any text", () => {
  const text = fc.array(
    fc.oneof(fc.constantFrom(...EXAMPLES), fc.string({ unit: "grapheme", maxLength: 20 })),
    { maxLength: 4 },
  ).map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(text, (text) => {
      const alone = RULES.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
      assertEquals(TABLE.matches(text).map(({ id }) => id), alone);
    }),
    { numRuns: 1_000, examples: EXAMPLES.map((example): [string] => [example]) },
  );
});
