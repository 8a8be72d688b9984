/**
 * The second reader's model: a small transformer that was fine-tuned on what
 * the scorer was fitted on (training/encoder). Loaded only where it is on.
 *
 * @module
 */
import tokenizer from "./model/tokenizer.json" with { type: "json" };
import { createPieces } from "./pieces.ts";
import { openSession } from "./session.ts";

const MODEL = new URL("./model/encoder.onnx", import.meta.url).pathname;

/**
 * Gives a text's three logits. Texts are not run together: rounding to int8
 * would make an answer depend on who else asks, for a sixth of the time.
 */
export type Encoder = (text: string) => Promise<number[]>;

/**
 * Loads the encoder.
 *
 * @throws {Error} When its files or its library cannot be loaded.
 */
export async function openEncoder(): Promise<Encoder> {
  const cut = createPieces(tokenizer);
  const run = await openSession(MODEL);
  return (text) => run(cut(text));
}
