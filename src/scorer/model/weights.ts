/**
 * The trained numbers, as they lie in `weights.json` and as they are used.
 *
 * @module
 */
import type { Calibrations } from "./calibration.ts";
import type { Vocabulary } from "./features.ts";
import type { IntentModels } from "./intent_model.ts";
import type { LinearModel } from "./linear.ts";
import { decodeMeaningNet, encodeMeaningNet, type StoredMeaningNet } from "./stored_meaning.ts";
import {
  decodeModel,
  decodeTable,
  encodeModel,
  encodeTable,
  type StoredModel,
  type StoredTable,
} from "./stored_model.ts";

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

/** The JSON form of {@linkcode Weights}. */
export interface StoredWeights extends Calibrations {
  readonly version: string;
  readonly evidence: unknown;
  readonly escalate_below: number;
  readonly terms: readonly string[];
  readonly idf: StoredTable;
  readonly intent: StoredModel;
  readonly long_intent: StoredModel;
  readonly meaning: StoredMeaningNet;
  readonly category: StoredModel;
}

/** Reads the JSON form. */
export function decodeWeights(stored: StoredWeights): Weights {
  return {
    version: stored.version,
    vocabulary: { terms: stored.terms, idf: decodeTable(stored.idf) },
    intent: decodeModel(stored.intent),
    long_intent: decodeModel(stored.long_intent),
    meaning: decodeMeaningNet(stored.meaning),
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
    meaning: encodeMeaningNet(weights.meaning),
    category: encodeModel(weights.category),
  };
}
