/**
 * The three heads that tell matters apart, as they lie in `matter_weights.json`
 * and as they are used. `deno task train --matters` makes them.
 *
 * @module
 */
import type { LinearModel } from "../model/linear.ts";
import { decodeModel, encodeModel, type StoredModel } from "../model/stored_model.ts";

/** Numbers of the heads. */
export interface MatterModel {
  /** Terms of segments, by column. */
  readonly terms: readonly string[];
  /** Over the roles of a segment. */
  readonly role: LinearModel;
  /** Log-odds that a candidate is a matter of its own. */
  readonly second: LinearModel;
  /** Log-odds that one matter comes before the other. */
  readonly first: LinearModel;
  /** From this probability on another matter is named. */
  readonly named_from: number;
}

/** The JSON form. */
export interface StoredMatterModel {
  /** Figures of the fit, for people. */
  readonly evidence: unknown;
  readonly named_from: number;
  readonly role: StoredModel;
  readonly second: StoredModel;
  readonly first: StoredModel;
  readonly terms: readonly string[];
}

/** Reads the JSON form. */
export function decodeMatterModel(stored: StoredMatterModel): MatterModel {
  const { named_from, terms, role, second, first } = stored;
  return {
    named_from,
    terms,
    role: decodeModel(role),
    second: decodeModel(second),
    first: decodeModel(first),
  };
}

/** Writes the JSON form; what is lost to rounding is lost here. */
export function encodeMatterModel(model: MatterModel, evidence: unknown): StoredMatterModel {
  return {
    evidence,
    named_from: model.named_from,
    role: encodeModel(model.role),
    second: encodeModel(model.second),
    first: encodeModel(model.first),
    terms: model.terms,
  };
}
