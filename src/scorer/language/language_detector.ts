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
  readonly #load: () => FastTextModel;
  #model: FastTextModel | null = null;
  /** Its answer to a text of which it knows nothing. */
  #ignorant: readonly DetectorGuess[] | null = null;

  /** @param load Loads the model, which takes some 40 ms: when it is first asked. */
  constructor(load: () => FastTextModel) {
    this.#load = load;
  }

  /** The likeliest first; none for a text it knows no more of than of an empty one. */
  guess(text: string): readonly DetectorGuess[] {
    const guesses = this.#predict(text);
    const [first] = guesses, [ignorant] = this.#ignorant ??= this.#predict("");
    return first?.code === ignorant?.code && first?.confidence === ignorant?.confidence
      ? []
      : guesses;
  }

  #predict(text: string): DetectorGuess[] {
    const found = (this.#model ??= this.#load()).predict(text, GUESSES, 0);
    const guesses: DetectorGuess[] = [];
    for (let at = 0; at < found.size(); at++) {
      const [confidence, label] = found.get(at);
      guesses.push({ code: label.replace(LABEL, ""), confidence });
    }
    found.delete(); // lives outside the garbage collector
    return guesses;
  }
}

/** Opens the detector, without its model: most messages are English by their words. */
export async function openDetector(): Promise<Detector> {
  // The options are handed on to Emscripten, whose types the package does not repeat.
  const options: Parameters<typeof getFastTextModule>[0] & { wasmBinary: Uint8Array } = {
    wasmBinary: wasm,
  };
  const core = await getFastTextModule(options);
  return new Detector(() => {
    const native = new core.FastText();
    core.FS.writeFile(MODEL_FILE, model);
    native.loadModel(MODEL_FILE);
    return new FastTextModel(native, core);
  });
}
