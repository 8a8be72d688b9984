/**
 * Weighs a model's letter, sentence by sentence: a small transformer that was
 * fine-tuned on letters' sentences beside the messages that they answer
 * (training/encoder/letters.py). Loaded only where the encoder is on.
 *
 * @module
 */
import type { WrittenLetter } from "../../triage/domain/ports.ts";
import { TICKET_ID_MARK } from "../../triage/domain/reply.ts";
import numbers from "./model/letters.json" with { type: "json" };
import tokenizer from "./model/tokenizer.json" with { type: "json" };
import { createPairs } from "./pieces.ts";
import { openSession } from "./session.ts";

const MODEL = new URL("./model/letters.onnx", import.meta.url).pathname;
/** How the number of the case was written in training. */
const TICKET_WORD = "number";

/** What is known of the model: its version, and the logit from which a sentence gives way. */
export const LETTER_ENCODER: { readonly version: string; readonly threshold: number } = numbers;

/** Gives the weights of a letter's sentences: from 0 on one is more like a sentence that attacks. */
export type LetterEncoder = (letter: WrittenLetter) => Promise<number[]>;

/**
 * Loads the model.
 *
 * @throws {Error} When its files or its library cannot be loaded.
 */
export async function openLetterEncoder(): Promise<LetterEncoder> {
  const cut = createPairs(tokenizer);
  const run = await openSession(MODEL);
  return async function weigh({ sentences, message, product_name }) {
    const besideMessage = cut(`${product_name}: ${message}`);
    const weights: number[] = [];
    for (const sentence of sentences) {
      const plain = sentence.replaceAll(TICKET_ID_MARK, TICKET_WORD);
      const [logit = Infinity] = await run(besideMessage(plain));
      weights.push(logit - LETTER_ENCODER.threshold);
    }
    return weights;
  };
}
