/**
 * The net that reads meanings: it tells words that no row has by what they
 * mean, and the sentence it went by is shown.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { readMessage } from "../../src/reading/read_message.ts";
import { readDocument } from "../../src/scorer/document/document.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { MeaningReader } from "../../src/scorer/model/meaning_net.ts";
import { decodeMeaningNet, encodeMeaningNet } from "../../src/scorer/model/stored_meaning.ts";
import { fitMeaning } from "../../src/training/fit_meaning.ts";

const CLASSES = ["hurt", "wish"];
const ROWS: readonly (readonly [target: number, text: string])[] = [
  [0, "the lid burnt my hand"],
  [0, "my finger was burnt and cut"],
  [0, "she broke her arm on the stairs"],
  [0, "a cut on the hand and a broken arm"],
  [1, "please add a dark theme"],
  [1, "a button with another colour please"],
  [1, "add a theme with a bigger button"],
  [1, "another colour would be nice"],
];
const EXAMPLES = Array.from({ length: 20 }, () => ROWS).flat()
  .map(([target, text]) => ({ target, weight: 1, sentences: [text.split(" ")] }));
const OPTIONS = { word: 64, hidden: 64, rounds: 8, moves_words: true };
const net = fitMeaning(EXAMPLES, CLASSES, OPTIONS);

function toldBy(message: string, reader = new MeaningReader(net)): Float64Array {
  return reader.read(readDocument(readMessage(message))).sums;
}

const UNSEEN: readonly (readonly [name: string, message: string])[] = [
  ["hurt", "Scalded wrist."],
  ["hurt", "Bleeding knee, bruised elbow."],
  ["wish", "Purple background, larger icons?"],
];

for (const [name, message] of UNSEEN) {
  Deno.test(`words that no row has are told by their meaning: ${message}`, () => {
    const sums = toldBy(message);
    assertEquals(CLASSES[sums.indexOf(Math.max(...sums))], name);
  });
}

Deno.test("the loudest sentence counts, however much is said beside it", () => {
  const [alone = 0] = toldBy("My hand was burnt.");
  const [beside = 0] = toldBy("The weather was fine. My hand was burnt. We ate soup.");
  const [without = 0] = toldBy("The weather was fine. We ate soup.");
  assert(beside > without && alone > without, `${alone} ${beside} ${without}`);
});

Deno.test("the same examples give the same net, and it survives being stored but for rounding", () => {
  assertEquals(fitMeaning(EXAMPLES, CLASSES, OPTIONS), net);
  const stored = encodeMeaningNet(net);
  const again = decodeMeaningNet(stored);
  assertEquals(encodeMeaningNet(again), stored);
  const message = "The lid burnt my hand.";
  const before = toldBy(message), after = toldBy(message, new MeaningReader(again));
  before.forEach((sum, at) => assert(Math.abs(sum - (after[at] ?? 0)) < 0.1));
});

Deno.test("a net that leaves meanings as they are has no words of its own, and is told apart alike", () => {
  const small = fitMeaning(EXAMPLES, CLASSES, { ...OPTIONS, word: 96, moves_words: false });
  assertEquals(small.words, []);
  assertEquals(decodeMeaningNet(encodeMeaningNet(small)).words, []);
  for (const [name, message] of UNSEEN) {
    const sums = toldBy(message, new MeaningReader(small));
    assertEquals(CLASSES[sums.indexOf(Math.max(...sums))], name, message);
  }
});

Deno.test("the words of sentences say what their reading says", () => {
  const reader = new MeaningReader(net);
  const text = "The lid burnt my hand. Please add a theme! Qwxzy.";
  const words = ["the lid burnt my hand", "please add a theme", "qwxzy"].map((one) =>
    one.split(" ")
  );
  assertEquals(reader.sumsOf(words), toldBy(text, reader));
});

Deno.test("a message of no known word has the sums of nothing, and none is loudest", () => {
  const { sums, loudest } = new MeaningReader(net).read(readDocument(readMessage("Qwxzy zzkrt.")));
  assert(sums.every(Number.isFinite));
  assert(loudest.every((sentence) => sentence === -1));
});

Deno.test("evidence of a meaning is a sentence of the message", () => {
  const scorer = createLocalScorer();
  const text = "Ward 6 is back on paper. All of it.";
  const { situation } = scorer.score(scorer.read(readMessage(text)));
  for (const { text: said, start, end } of situation.evidence) {
    assertEquals(text.slice(start, end), said);
  }
});
