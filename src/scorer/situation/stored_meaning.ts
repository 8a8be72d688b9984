/**
 * The net that reads meanings as JSON: words' meanings as bytes, the rest as
 * 16-bit integers.
 *
 * @module
 */
import {
  decodeModel,
  decodeTable,
  encodeModel,
  encodeTable,
  type StoredModel,
  type StoredTable,
} from "../model/weights.ts";
import type { MeaningNet } from "./meaning_net.ts";

/** The JSON form. */
export interface StoredMeaningNet {
  /** Separated by blanks. */
  readonly words: string;
  /** Base64 of signed bytes, beside their scale. */
  readonly meanings: StoredTable;
  readonly layer: StoredTable;
  readonly bias: StoredTable;
  readonly output: StoredModel;
}

const LARGEST = 127;

/** Reads the JSON form. */
export function decodeMeaningNet(stored: StoredMeaningNet): MeaningNet {
  const { scale, data } = stored.meanings;
  const bytes = new Int8Array(Uint8Array.fromBase64(data).buffer);
  return {
    words: stored.words.split(" "),
    meanings: Float32Array.from(bytes, (byte) => byte * scale),
    layer: decodeTable(stored.layer),
    bias: decodeTable(stored.bias),
    output: decodeModel(stored.output),
  };
}

/** Writes the JSON form; what is lost to rounding is lost here. */
export function encodeMeaningNet(net: MeaningNet): StoredMeaningNet {
  const highest = net.meanings.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = (highest || 1) / LARGEST;
  const bytes = Int8Array.from(net.meanings, (value) => Math.round(value / scale));
  return {
    words: net.words.join(" "),
    meanings: { scale, data: new Uint8Array(bytes.buffer).toBase64() },
    layer: encodeTable(net.layer),
    bias: encodeTable(net.bias),
    output: encodeModel(net.output),
  };
}
