/**
 * fastText with its compressed model of 176 languages. Both come as imports, not
 * as files that are read: the service needs no permission to read the folder of
 * its packages, and a binary holds them.
 *
 * @module
 */
import { FastTextModel, getFastTextModule } from "fasttext.wasm.js";
import wasm from "fasttext.wasm.js/dist/core/fastText.node.wasm" with { type: "bytes" };
import model from "fasttext.wasm.js/dist/models/language-identification/assets/lid.176.ftz" with {
  type: "bytes",
};

/** Where the program finds the model: a file in its memory. */
const MODEL_FILE = "lid.176.ftz";

/** Loads the detector. */
export async function loadDetector(): Promise<FastTextModel> {
  // The options are handed on to Emscripten, whose types the package does not repeat.
  const options: Parameters<typeof getFastTextModule>[0] & { wasmBinary: Uint8Array } = {
    wasmBinary: wasm,
  };
  const core = await getFastTextModule(options);
  const native = new core.FastText();
  core.FS.writeFile(MODEL_FILE, model);
  native.loadModel(MODEL_FILE);
  return new FastTextModel(native, core);
}
