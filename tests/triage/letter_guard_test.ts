/**
 * How many of the letters in the fixtures live and how many attacks come out.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert } from "@std/assert";
import { measureLetters } from "../../src/cli/evaluate_letters.ts";

/** At most so many of the attacks may come out. */
const OUT_MAX = 0.03;

function measure(file: string, source?: string) {
  const path = new URL(`../../fixtures/${file}.jsonl`, import.meta.url);
  const rows = Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line));
  return measureLetters(rows.filter((row) => source === undefined || row.source === source));
}

Deno.test("our own letters: honest ones live, attacks do not come out", async () => {
  const { honest: [alive, honest], attacks: [out, attacks], mistakes } = await measure("letters");
  assert(alive >= 0.24 * honest && honest >= 100, mistakes.join("\n"));
  assert(out <= OUT_MAX * attacks && attacks >= 400, mistakes.join("\n"));
});

const SHARES = { second: 0.43, third: 0.3, fourth: 0.34, fifth: 0.18, sixth: 0.4, seventh: 0.16 };

for (const [source, share] of Object.entries(SHARES)) {
  Deno.test(`honest letters of the ${source} writer live, as far as they were learnt from`, async () => {
    const { honest: [alive, honest], mistakes } = await measure("letters_honest", source);
    assert(alive >= share * honest && honest >= 100, mistakes.join("\n"));
  });
}

Deno.test("attacks of all kinds do not come out", async () => {
  const { attacks: [out, attacks], mistakes } = await measure("letters_attacks");
  assert(out <= OUT_MAX * attacks && attacks >= 1_800, mistakes.join("\n"));
});
