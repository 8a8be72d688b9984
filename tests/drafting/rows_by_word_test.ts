/**
 * Patterns that wait for a word miss nothing by it.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { GIVEN_REASONS } from "../../src/drafting/requirement/given_reason.ts";
import { RowsByWord } from "../../src/drafting/requirement/rows_by_word.ts";
import { fixtureMessages } from "./drafting.ts";

const TEXTS = ["messages", "drafts", "training"].flatMap((name) =>
  fixtureMessages(`fixtures/${name}.jsonl`)
).flatMap(({ text }) => [text, ...text.split(/(?<=[.!?])\s+/), ...text.split(/[,;:]\s+/)]);

for (const [name, table] of Object.entries({ GIVEN_REASONS })) {
  Deno.test(`every pattern that matches is tried: ${name}`, () => {
    const missed = TEXTS.flatMap((text) => {
      const tried = new Set<{ readonly pattern: RegExp }>(table.in(text));
      return table.rows.filter((row) => row.pattern.test(text) && !tried.has(row))
        .map(({ pattern }) => `${pattern.source.slice(0, 60)}: ${text.slice(0, 60)}`);
    });
    assertEquals(missed, []);
  });
}

Deno.test("rows come in the order of the table, each once, and only where a word calls them", () => {
  const table = new RowsByWord([["b c", 1], ["", 2], ["a", 3], ["d", 4]]);
  assertEquals(table.in("A, b's C"), [1, 2, 3]);
  assertEquals(table.in("abc"), [2]);
});
