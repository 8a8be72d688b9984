/**
 * Trained numbers as JSON: 16-bit integers with one scale for each table.
 *
 * @module
 */
import type { LinearModel } from "./linear.ts";

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
