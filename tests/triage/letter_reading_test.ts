/**
 * A model's letter is read once; each sentence has the words that it has alone.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { readLetter } from "../../src/triage/guard/letter_reading.ts";
import { asOwnWords } from "../../src/triage/text/own_words.ts";
import type { OwnWords } from "../../src/triage/text/own_words.ts";
import { PRODUCT } from "../llm/model_request.ts";

const scorer = createLocalScorer();
const SENTENCES = [
  "Hello Tom,",
  "We can't say when; it's noted under {{ticket_id}}.",
  "We can't say when; it's noted under {{ticket_id}}.",
  "“The export fails” is what you wrote: in Firefox 120",
  "  ",
  "- Which version do you use?",
  "🙂 Kind regards",
];

function letterOf(sentences: readonly string[]) {
  let readings = 0;
  const read = (own: OwnWords) => {
    readings++;
    return scorer.read(own);
  };
  const beside = { message: "The export fails. Tom", product: PRODUCT, product_name: "Ledger" };
  return { letter: readLetter(sentences, { ...beside, read }), readings: () => readings };
}

const wordsOf = (texts: readonly { readonly text: string; readonly pos: string }[]) =>
  texts.map(({ text, pos }) => `${text}/${pos}`);

Deno.test("however many sentences there are, the letter is read once", () => {
  const { letter, readings } = letterOf(SENTENCES);
  for (const sentence of SENTENCES) letter.tokens(sentence);
  assertEquals(readings(), 1);
});

Deno.test("a sentence has the words and kinds of words that it has alone", () => {
  const { letter } = letterOf(SENTENCES);
  for (const sentence of SENTENCES) {
    const alone = scorer.read(asOwnWords(letter.plain(sentence))).sentences;
    const tokens = alone.flatMap(({ tokens }) => tokens);
    assertEquals(wordsOf(letter.tokens(sentence)), wordsOf(tokens), sentence);
  }
});

Deno.test("a sentence of no letter is read when it is asked for", () => {
  const { letter, readings } = letterOf(["Hello Tom,"]);
  assertEquals(letter.tokens("Thank you.").map(({ text }) => text), ["Thank", "you", "."]);
  assertEquals(readings(), 2);
});
