/**
 * The net that reads letters' sentences says what training said.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertNotEquals } from "@std/assert";
import {
  type NetSentence,
  type NetWord,
  shippedLetterNet,
} from "../../src/triage/guard/letter_net.ts";

interface SaidRow extends NetSentence {
  readonly message: readonly NetWord[];
  readonly logit: number;
}

/** Words are shipped in bytes, training has them whole. */
const APART_MAX = 0.1;

const rows = Deno.readTextFileSync(new URL("../../fixtures/letter_net.jsonl", import.meta.url))
  .trim().split("\n").map((line) => JSON.parse(line) as SaidRow);

Deno.test("sentences weigh what they weighed in training", () => {
  assert(rows.length >= 40);
  for (const row of rows) {
    assertAlmostEquals(shippedLetterNet(row.message)(row), row.logit, APART_MAX);
  }
});

const words = (text: string): NetWord[] =>
  text.split(" ").map((word) => [word, /^[.,?]$/.test(word) ? "PUNCT" : "VERB", 1, 0]);
const weigh = (text: string, message = "the export fails .") =>
  shippedLetterNet(words(message))({ words: words(text), question: false, type: "bug_report" });

Deno.test("the order of words counts", () => {
  assertNotEquals(weigh("we repaired what you wrote"), weigh("you wrote what we repaired"));
});

Deno.test("the message counts", () => {
  assertNotEquals(weigh("the export fails"), weigh("the export fails", "my invoice is wrong ."));
});

Deno.test("no words, unknown words and many words are weighed", () => {
  for (const text of ["", "xqzt", "word ".repeat(500).trim()]) {
    assert(Number.isFinite(weigh(text)) && Number.isFinite(weigh("fine", text)), text);
  }
});
