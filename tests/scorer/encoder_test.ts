// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { openEncoder } from "../../src/scorer/encoder/encoder.ts";
import { ENCODER } from "../../src/scorer/encoder/encoder_numbers.ts";
import { createPieces, HEAD_PIECES, TAIL_PIECES } from "../../src/scorer/encoder/pieces.ts";
import tokenizer from "../../src/scorer/encoder/model/tokenizer.json" with { type: "json" };
import { INTENTS } from "../../src/triage/domain/intent.ts";

const FILES = ["encoder.onnx", "tokenizer.json", "encoder.json"];
/** The files stand in the repository: what a clone may cost. */
const MOST_BYTES = 20_000_000;

interface CutText {
  readonly text: string;
  readonly ids: readonly number[];
}

function rowsOf<Row>(path: string): Row[] {
  return Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line));
}

Deno.test("texts are cut into the pieces that training cut them into", () => {
  const cut = createPieces(tokenizer);
  const rows = rowsOf<CutText>("fixtures/pieces.jsonl");
  assert(rows.length > 200);
  for (const { text, ids } of rows) assertEquals(cut(text), ids, text);
});

Deno.test("of a long text the beginning and the end are read, whatever it is made of", () => {
  const cut = createPieces(tokenizer);
  const most = HEAD_PIECES + TAIL_PIECES + 2;
  for (const unit of ["x", "ab ", "!", "é", "漢", "🙂 "]) {
    assert(cut(unit.repeat(10_000)).length <= most, unit);
  }
  const long = cut(`crash ${"and so on ".repeat(100)} refund`);
  assertEquals(long.length, most);
  assertEquals([long[1], long.at(-2)], [cut("crash")[1], cut("refund").at(-2)]);
});

Deno.test(`the files are at most ${MOST_BYTES} bytes together`, () => {
  const sizes = FILES.map((name) => Deno.statSync(`src/scorer/encoder/model/${name}`).size);
  assert(sizes.reduce((sum, size) => sum + size, 0) <= MOST_BYTES);
});

Deno.test("the version is the encoder's hash", async () => {
  const bytes = await Deno.readFile("src/scorer/encoder/model/encoder.onnx");
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
  assertEquals(ENCODER.version, hash.slice(0, 12));
});

Deno.test("a text has three logits, the same ones whenever it is read, and any text has them", async () => {
  const encode = await openEncoder();
  const texts = ["", "It crashes.", "\u0000", "🙂".repeat(5_000), "é".repeat(10_000)];
  const first = await Promise.all(texts.map(encode));
  for (const [at, text] of texts.entries()) {
    assertEquals(await encode(text), first[at]);
    assertEquals(first[at]?.filter(Number.isFinite).length, INTENTS.length);
  }
});

Deno.test("hard messages by a writer who saw no code: more are right than the words get right", async () => {
  const encode = await openEncoder();
  const rows = rowsOf<{ text: string; label: string }>("fixtures/blind.jsonl");
  const said = await Promise.all(rows.map(async ({ text }) => {
    const logits = await encode(text);
    return INTENTS[logits.indexOf(Math.max(...logits))];
  }));
  const right = rows.filter(({ label }, at) => said[at] === label);
  // The words alone: 0.84 (docs/model-card.md).
  assert(right.length / rows.length >= 0.87, `${right.length} of ${rows.length}`);
});
