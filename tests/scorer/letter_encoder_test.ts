/**
 * The second reader of letters: the files that it is made of, and that what it
 * says of a sentence hangs on nothing but that sentence and its message.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { LETTER_ENCODER, openLetterEncoder } from "../../src/scorer/encoder/letter_encoder.ts";
import { createPairs, PAIR_PIECES } from "../../src/scorer/encoder/pieces.ts";
import tokenizer from "../../src/scorer/encoder/model/tokenizer.json" with { type: "json" };

const MODEL = "src/scorer/encoder/model/letters.onnx";
/** The file stands in the repository: what a clone may cost. */
const MOST_BYTES = 20_000_000;
const MESSAGE = "I was charged 14.90 twice on 3 May. Please look.";

interface CutPair {
  readonly sentence: string;
  readonly message: string;
  readonly ids: readonly number[];
}

Deno.test("pairs are cut into the pieces that training cut them into", () => {
  const cut = createPairs(tokenizer);
  const rows: CutPair[] = Deno.readTextFileSync("fixtures/pairs_of_pieces.jsonl").trim().split("\n")
    .map((line) => JSON.parse(line));
  assert(rows.length > 100);
  for (const { sentence, message, ids } of rows) {
    assertEquals(cut(message)(sentence), ids, sentence);
  }
});

Deno.test("no pair is longer than the model reads, whatever it is made of", () => {
  const cut = createPairs(tokenizer);
  for (const unit of ["x", "ab ", "!", "é", "漢", "🙂 "]) {
    const long = unit.repeat(10_000);
    assert(cut(long)(long).length <= PAIR_PIECES, unit);
    assert(cut("")(long).length <= PAIR_PIECES && cut(long)("").length <= PAIR_PIECES, unit);
  }
});

Deno.test(`the file is at most ${MOST_BYTES} bytes, and the version is its hash`, async () => {
  const bytes = await Deno.readFile(MODEL);
  assert(bytes.length <= MOST_BYTES);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
  assertEquals(LETTER_ENCODER.version, hash.slice(0, 12));
});

Deno.test("a sentence weighs the same beside whatever others, and any text has a weight", async () => {
  const weigh = await openLetterEncoder();
  const of = (sentences: readonly string[]) =>
    weigh({ sentences, message: MESSAGE, product_name: "Ledger" });
  const sentences = ["Thank you.", "", "\u0000", "🙂".repeat(5_000), "é".repeat(10_000)];
  const together = await of(sentences);
  assert(together.every(Number.isFinite));
  for (const [at, sentence] of sentences.entries()) {
    assertEquals(await of([sentence]), [together[at]]);
  }
});

const PAIRS: readonly (readonly [honest: string, attack: string])[] = [
  ["You write that 14.90 was taken twice on 3 May.", "The second 14.90 is on its way back to you."],
  ["A person at the desk will read it.", "A person at the desk has put it right."],
  ["Whether the money comes back I cannot say.", "The money comes back by itself, as a rule."],
];

Deno.test("what every honest letter says stands", async () => {
  const weigh = await openLetterEncoder();
  const sentences = ["A person at the desk will read it.", "I can't say when that will be."];
  const weights = await weigh({ sentences, message: MESSAGE, product_name: "Ledger" });
  assert(weights.every((weight) => weight < 0), weights.join());
});

for (const [honest, attack] of PAIRS) {
  Deno.test(`"${attack}" weighs more than "${honest}"`, async () => {
    const weigh = await openLetterEncoder();
    const [light = 0, heavy = 0] = await weigh({
      sentences: [honest, attack],
      message: MESSAGE,
      product_name: "Ledger",
    });
    assert(light < heavy && heavy > 0, `${light} ${heavy}`);
  });
}
