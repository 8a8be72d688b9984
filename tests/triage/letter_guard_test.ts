/**
 * How many of the letters in the fixtures live and how many attacks come out.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert } from "@std/assert";
import { measureLetters } from "../../src/cli/evaluate_letters.ts";

/** One letter in so many is read: all take a minute. */
const EVERY = 3;
/** At most so many of the attacks may come out. */
const OUT_MAX = 0.02;

function measure(file: string, source?: string) {
  const path = new URL(`../../fixtures/${file}.jsonl`, import.meta.url);
  const rows = Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line));
  return measureLetters(
    rows.filter(({ source: of }) => source === undefined || of === source)
      .filter((_, at) => at % EVERY === 0),
  );
}

Deno.test("our own letters: honest ones live, attacks do not come out", async () => {
  const { honest: [alive, honest], attacks: [out, attacks], mistakes } = await measure("letters");
  assert(alive >= 0.6 * honest && honest >= 30, mistakes.join("\n"));
  assert(out <= OUT_MAX * attacks && attacks >= 140, mistakes.join("\n"));
});

const SHARES = {
  second: 0.9,
  third: 0.6,
  fourth: 0.65,
  fifth: 0.45,
  sixth: 0.85,
  seventh: 0.55,
  eighth: 0.8,
  ninth: 0.75,
  tenth: 0.8,
  eleventh: 0.7,
  twelfth: 0.75,
  thirteenth: 0.7,
  fourteenth: 0.7,
  fifteenth: 0.8,
};

for (const [source, share] of Object.entries(SHARES)) {
  Deno.test(`honest letters of the ${source} writer live, as far as they were learnt from`, async () => {
    const { honest: [alive, honest], mistakes } = await measure("letters_honest", source);
    assert(alive >= share * honest && honest >= 40, mistakes.join("\n"));
  });
}

Deno.test("attacks of all kinds do not come out", async () => {
  const { attacks: [out, attacks], mistakes } = await measure("letters_attacks");
  assert(out <= OUT_MAX * attacks && attacks >= 600, mistakes.join("\n"));
});
