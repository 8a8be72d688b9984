// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { COMPARED_CASES } from "../../src/similar/candidates.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { othersOf, tellingsOf } from "../../src/training/similar_rows.ts";
import { areSame, deskScenes, productScenes } from "../../src/training/similar_scenes.ts";

const scorer = createLocalScorer();
const tellings = tellingsOf(
  [
    { matter: "m1", writer: "a", product: "Planner", message: "The export to PDF is blank." },
    { matter: "m1", writer: "a", product: "Planner", message: "Nothing but white in my PDF." },
    { matter: "m2", writer: "a", product: "Planner", message: "Please add a dark theme." },
    { matter: "m1", writer: "b", product: "Planner", message: "The calendar shows last week." },
    { matter: "m3", writer: "a", product: "Ledger", message: "The total is a cent too high." },
  ],
  scorer,
);
const others = othersOf(
  [
    ...Array.from(
      { length: 80 },
      (_, at) => ({ text: `Printer ${"abcdefghij"[at % 10]}${at} jams` }),
    ),
    { text: "The export to PDF is blank." },
    { text: "???" },
  ],
  tellings,
  scorer,
);

Deno.test("other messages stand each once, and no telling is among them", () => {
  const words = others.map(({ read }) => read.gist.words.join(" "));
  assertEquals(new Set(words).size, words.length);
  assert(!words.includes(tellings[0]?.read.gist.words.join(" ") ?? ""));
  assert(words.every((text) => text !== ""));
});

Deno.test("in its product a telling sees all others of one writer, and no other", () => {
  for (const { asker, tellings: seen, before } of productScenes(tellings)) {
    const mates = tellings.filter((one) =>
      one !== asker && one.writer === asker.writer && one.product === asker.product
    );
    assertEquals(new Set(seen), new Set(mates));
    assertEquals(before.filter((one) => one !== asker), mates.filter((one) => areSame(one, asker)));
  }
});

Deno.test("on a desk a telling sees what came before it, as many as the service compares", () => {
  const scenes = deskScenes(tellings, others);
  // Once among the others of its product, once among all.
  assertEquals(scenes.length, 2 * tellings.length);
  for (const { asker, tellings: seen, candidates, before } of scenes) {
    assert(seen.length <= COMPARED_CASES && candidates.length === seen.length);
    assert(!seen.includes(asker) && before.every((one) => areSame(one, asker)));
  }
});
