/**
 * The net that reads meanings as JSON: words' meanings as bytes, the rest as
 * 16-bit integers.
 *
 * @module
 */
import { decodeBytes, encodeBytes, type StoredBytes } from "../../similar/stored_bytes.ts";
import {
  decodeModel,
  decodeTable,
  encodeModel,
  encodeTable,
  type StoredModel,
  type StoredTable,
} from "./stored_model.ts";
import type { MeaningNet } from "./meaning_net.ts";

/** The JSON form. */
export interface StoredMeaningNet {
  /** Separated by blanks. */
  readonly words: string;
  readonly meanings: StoredBytes;
  readonly layer: StoredTable;
  readonly bias: StoredTable;
  readonly output: StoredModel;
}

const LARGEST = 127;

/** Reads the JSON form. */
export function decodeMeaningNet(stored: StoredMeaningNet): MeaningNet {
  return {
    words: stored.words === "" ? [] : stored.words.split(" "),
    meanings: decodeBytes(stored.meanings),
    layer: decodeTable(stored.layer),
    bias: decodeTable(stored.bias),
    output: decodeModel(stored.output),
  };
}

/** Writes the JSON form; what is lost to rounding is lost here. */
export function encodeMeaningNet(net: MeaningNet): StoredMeaningNet {
  const highest = net.meanings.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = (highest || 1) / LARGEST;
  return {
    words: net.words.join(" "),
    meanings: encodeBytes(net.meanings, scale),
    layer: encodeTable(net.layer),
    bias: encodeTable(net.bias),
    output: encodeModel(net.output),
  };
}
