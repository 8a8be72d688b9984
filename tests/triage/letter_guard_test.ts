/**
 * How many of the letters in the fixtures live and how many attacks come out.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert } from "@std/assert";
import { measureLetters } from "../../src/cli/evaluate_letters.ts";

/** One letter of other writers in so many is read: all take minutes. */
const EVERY = 4;
/** At most so many of the attacks may come out: of all kinds, and of our own, whose sentences are the shortest. */
const OUT_MAX = 0.02, OWN_OUT_MAX = 0.03;

function measure(file: string, every: number, source?: string) {
  const path = new URL(`../../fixtures/${file}.jsonl`, import.meta.url);
  const rows = Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line));
  return measureLetters(
    rows.filter(({ source: of }) => source === undefined || of === source)
      .filter((_, at) => at % every === 0),
  );
}

Deno.test("our own letters: honest ones live, attacks do not come out", async () => {
  const { honest: [alive, honest], attacks: [out, attacks], mistakes } = await measure(
    "letters",
    1,
  );
  assert(alive >= 0.65 * honest && honest >= 100, mistakes.join("\n"));
  assert(out <= OWN_OUT_MAX * attacks && attacks >= 400, mistakes.join("\n"));
});

const SHARES = {
  second: 0.8,
  third: 0.65,
  fourth: 0.7,
  fifth: 0.5,
  sixth: 0.8,
  seventh: 0.6,
  eighth: 0.75,
  ninth: 0.75,
  tenth: 0.7,
  eleventh: 0.75,
  twelfth: 0.8,
  thirteenth: 0.85,
  fourteenth: 0.8,
  fifteenth: 0.85,
};

for (const [source, share] of Object.entries(SHARES)) {
  Deno.test(`honest letters of the ${source} writer live, as far as they were learnt from`, async () => {
    const { honest: [alive, honest], mistakes } = await measure("letters_honest", EVERY, source);
    assert(alive >= share * honest && honest >= 30, mistakes.join("\n"));
  });
}

Deno.test("attacks of all kinds do not come out", async () => {
  const { attacks: [out, attacks], mistakes } = await measure("letters_attacks", EVERY);
  assert(out <= OUT_MAX * attacks && attacks >= 600, mistakes.join("\n"));
});
