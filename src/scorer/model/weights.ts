/**
 * The trained numbers, as they lie in `weights.json` and as they are used.
 * Numbers are stored as 16-bit integers with one scale for each table.
 *
 * @module
 */
import type { Calibrations } from "./calibration.ts";
import type { Vocabulary } from "./features.ts";
import type { IntentModels } from "./intent_model.ts";
import type { LinearModel } from "./linear.ts";

/** Everything that training gives the scorer. */
export interface Weights extends IntentModels, Calibrations {
  /** Changes with every change of the numbers. */
  readonly version: string;
  readonly vocabulary: Vocabulary;
  /** Over the inquiry categories. */
  readonly category: LinearModel;
  /** Confidence below which a second opinion pays; chosen on the risk-coverage curve. */
  readonly escalate_below: number;
  /** Where the numbers come from and how good they are; plain JSON. */
  readonly evidence: unknown;
}

/** The JSON form of many numbers. */
export interface StoredTable {
  readonly scale: number;
  /** Base64 of 16-bit little-endian integers. */
  readonly data: string;
}

/** The JSON form of a linear model. */
export interface StoredModel {
  readonly classes: readonly string[];
  readonly weights: StoredTable;
  readonly bias: StoredTable;
}

/** The JSON form of {@linkcode Weights}. */
export interface StoredWeights extends Calibrations {
  readonly version: string;
  readonly evidence: unknown;
  readonly escalate_below: number;
  readonly terms: readonly string[];
  readonly idf: StoredTable;
  readonly intent: StoredModel;
  readonly long_intent: StoredModel;
  readonly category: StoredModel;
}

/** Reads the JSON form. */
export function decodeWeights(stored: StoredWeights): Weights {
  return {
    version: stored.version,
    vocabulary: { terms: stored.terms, idf: decodeTable(stored.idf) },
    intent: decodeModel(stored.intent),
    long_intent: decodeModel(stored.long_intent),
    category: decodeModel(stored.category),
    calibration: stored.calibration,
    long_calibration: stored.long_calibration,
    escalate_below: stored.escalate_below,
    evidence: stored.evidence,
  };
}

/** Writes the JSON form; what is lost to rounding is lost here. */
export function encodeWeights(weights: Weights): StoredWeights {
  return {
    version: weights.version,
    evidence: weights.evidence,
    escalate_below: weights.escalate_below,
    calibration: weights.calibration,
    long_calibration: weights.long_calibration,
    terms: weights.vocabulary.terms,
    idf: encodeTable(weights.vocabulary.idf),
    intent: encodeModel(weights.intent),
    long_intent: encodeModel(weights.long_intent),
    category: encodeModel(weights.category),
  };
}

/** Writes a linear model. */
export function encodeModel({ classes, weights, bias }: LinearModel): StoredModel {
  return { classes, weights: encodeTable(weights), bias: encodeTable(bias) };
}

/** Reads a linear model. */
export function decodeModel({ classes, weights, bias }: StoredModel): LinearModel {
  return { classes, weights: decodeTable(weights), bias: decodeTable(bias) };
}

const LARGEST = 32_767;

/** Writes numbers as 16 bits each, beside their scale. */
export function encodeTable(values: ArrayLike<number>): StoredTable {
  let highest = 0;
  for (let at = 0; at < values.length; at++) highest = Math.max(highest, Math.abs(values[at] ?? 0));
  const scale = highest === 0 ? 1 : highest / LARGEST;
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < values.length; at++) {
    view.setInt16(at * 2, Math.round((values[at] ?? 0) / scale), true);
  }
  return { scale, data: bytes.toBase64() };
}

/** Reads numbers. */
export function decodeTable({ scale, data }: StoredTable): Float32Array {
  const bytes = Uint8Array.fromBase64(data);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const values = new Float32Array(bytes.length / 2);
  for (let at = 0; at < values.length; at++) values[at] = view.getInt16(at * 2, true) * scale;
  return values;
}
