/**
 * Letters of one type are not one letter: few pairs share a whole sentence.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { sentencesIn, sharedSentencePairs } from "../../src/evaluation/shared_sentences.ts";
import { INTENTS } from "../../src/triage/domain/intent.ts";
import { draft, fixtureMessages } from "./drafting.ts";

/** Of pairs of letters of a type so many may share a sentence. */
const SHARING_SHARE_MAX = 0.35;
/** No sentence carries the letters of a type. */
const SENTENCE_SHARE_MAX = 0.2;

const rows = ["messages", "blind"].flatMap((name) => fixtureMessages(`fixtures/${name}.jsonl`))
  .filter(({ label }) => label !== undefined);

for (const intent of INTENTS) {
  const letters = rows.filter(({ label }) => label === intent)
    .map(({ text, product }) => draft(intent, text, product).letter);

  Deno.test(`at most 35 % of pairs of letters share a sentence: ${intent}`, () => {
    const { pairs, sharing } = sharedSentencePairs(letters);
    assert(pairs > 10_000);
    assert(sharing <= pairs * SHARING_SHARE_MAX, `${sharing} of ${pairs}`);
  });

  Deno.test(`no sentence is in more than a fifth of the letters: ${intent}`, () => {
    const counts = new Map<string, number>();
    for (const letter of letters) {
      for (const sentence of sentencesIn(letter)) {
        counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
      }
    }
    const often = [...counts].filter(([, count]) => count > letters.length * SENTENCE_SHARE_MAX);
    assertEquals(often, []);
  });
}

Deno.test("the same message gets the same letter", () => {
  const message = "The export fails with an empty file.";
  assertEquals(draft("bug_report", message).letter, draft("bug_report", message).letter);
});

Deno.test("pairs are counted by whole sentences; pages do not count", () => {
  const letters = [
    "Thank you. We look into it.\n\n- Reset: https://help.example/reset",
    "Sorry. We look into it.",
    "Sorry, we look into it soon.\n\n- Reset: https://help.example/reset",
  ];
  assertEquals(sharedSentencePairs(letters), { pairs: 3, sharing: 1 });
});
