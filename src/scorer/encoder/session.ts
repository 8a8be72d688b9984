/**
 * Runs the encoder: word pieces in, logits out. The one place that knows the
 * library, which is native code.
 *
 * @module
 */
import { InferenceSession, Tensor } from "onnxruntime-node";

/** Threads that a run takes: the other cores read and draft. */
const THREADS = 1;

/** Gives the logits of one text. */
export type RunEncoder = (pieces: readonly number[]) => Promise<number[]>;

/**
 * Loads the encoder.
 *
 * @param path Of an ONNX file with the input `input_ids` and the output `logits`.
 * @throws {Error} When it cannot be loaded.
 */
export async function openSession(path: string): Promise<RunEncoder> {
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: THREADS,
    interOpNumThreads: 1,
  });
  return async (pieces) => {
    const ids = new Tensor("int64", BigInt64Array.from(pieces, BigInt), [1, pieces.length]);
    const { logits } = await session.run({ input_ids: ids });
    if (logits === undefined) throw new Error("The encoder gave no logits");
    return Array.from(logits.data as Float32Array);
  };
}
