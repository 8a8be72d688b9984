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

/** Languages that a text is taken for at most. */
const GUESSES = 12;

/** What the detector's guesses are called. */
const LABEL = "__label__";

/** A language that a text may be in. */
export interface DetectorGuess {
  /** The detector's own code: ISO 639-1 where that has one. */
  readonly code: string;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** Names languages. */
export class Detector {
  readonly #model: FastTextModel;
  /** Its answer to a text of which it knows nothing. */
  readonly #ignorant: readonly DetectorGuess[];

  constructor(model: FastTextModel) {
    this.#model = model;
    this.#ignorant = this.#predict("");
  }

  /** The likeliest first; none for a text it knows no more of than of an empty one. */
  guess(text: string): readonly DetectorGuess[] {
    const guesses = this.#predict(text);
    const [first] = guesses, [ignorant] = this.#ignorant;
    return first?.code === ignorant?.code && first?.confidence === ignorant?.confidence
      ? []
      : guesses;
  }

  #predict(text: string): DetectorGuess[] {
    const found = this.#model.predict(text, GUESSES, 0);
    const guesses: DetectorGuess[] = [];
    for (let at = 0; at < found.size(); at++) {
      const [confidence, label] = found.get(at);
      guesses.push({ code: label.replace(LABEL, ""), confidence });
    }
    found.delete(); // lives outside the garbage collector
    return guesses;
  }
}

/** Loads the detector. */
export async function loadDetector(): Promise<Detector> {
  // The options are handed on to Emscripten, whose types the package does not repeat.
  const options: Parameters<typeof getFastTextModule>[0] & { wasmBinary: Uint8Array } = {
    wasmBinary: wasm,
  };
  const core = await getFastTextModule(options);
  const native = new core.FastText();
  core.FS.writeFile(MODEL_FILE, model);
  native.loadModel(MODEL_FILE);
  return new Detector(new FastTextModel(native, core));
}
