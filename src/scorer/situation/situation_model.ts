/**
 * The head that tells situations: a linear model over its own terms, regions of
 * meaning, the scorer's cues and the signs that rules find, joined by a small
 * net over what words mean, with a temperature that makes the probabilities
 * hold. Its numbers lie apart from the scorer's, which it leaves as they are.
 *
 * @module
 */
import type { SituationName } from "../../triage/domain/situation.ts";
import { REGIONS } from "../../similar/word_meanings.ts";
import { softmax } from "../model/calibration.ts";
import { CUE_COLUMNS } from "../model/cue_features.ts";
import type { Vocabulary } from "../model/features.ts";
import type { LinearModel, SparseRow } from "../model/linear.ts";
import type { MeaningNet } from "../model/meaning_net.ts";
import {
  decodeMeaningNet,
  encodeMeaningNet,
  type StoredMeaningNet,
} from "../model/stored_meaning.ts";
import {
  decodeModel,
  decodeTable,
  encodeModel,
  encodeTable,
  type StoredModel,
  type StoredTable,
} from "../model/stored_model.ts";
import { SIGN_COLUMNS, SIGNS_VERSION } from "./signs.ts";

/** How loud terms, regions of meaning and cues are beside signs. */
export const FEATURE_LOUDNESS = { term: 5, region: 2.5, cue: 0.3 } as const;

/** Numbers of the head. */
export interface SituationModel {
  /** Its own terms. */
  readonly vocabulary: Vocabulary;
  /** Rows: its terms, {@linkcode REGIONS}, {@linkcode CUE_COLUMNS}, {@linkcode SIGN_COLUMNS}. */
  readonly model: LinearModel;
  /** Reads what words mean; of the same classes. */
  readonly meaning: MeaningNet;
  /** What logits are multiplied with. */
  readonly factor: number;
  /** Probability of all grave situations together from which on one of them is held. */
  readonly grave_from: number;
  /** The same of those in which people are in danger. */
  readonly life_from: number;
  /** The same of one situation by itself. */
  readonly alone_from: ThresholdsAlone;
}

/** Probabilities from which on a situation is held whatever the others are. */
export type ThresholdsAlone = Readonly<Partial<Record<SituationName, number>>>;

/** The JSON form. */
export interface StoredSituationModel {
  /** Figures of the fit, for people. */
  readonly evidence: unknown;
  readonly terms: readonly string[];
  readonly idf: StoredTable;
  /** Of which rules its signs are: {@linkcode SIGNS_VERSION} then. */
  readonly signs: string;
  readonly model: StoredModel;
  readonly factor: number;
  readonly grave_from: number;
  readonly life_from: number;
  readonly alone_from: ThresholdsAlone;
  readonly meaning: StoredMeaningNet;
}

/**
 * Reads the JSON form.
 *
 * @throws {Error} When it was fitted with other rules than there are.
 */
export function decodeSituationModel(stored: StoredSituationModel): SituationModel {
  if (stored.signs !== SIGNS_VERSION) {
    throw new Error(
      `Situation weights: want those of rules ${SIGNS_VERSION}, got those of ${stored.signs}; ` +
        "fit them again: deno task train --situations",
    );
  }
  const { terms, idf, model, meaning, factor, grave_from, life_from, alone_from } = stored;
  return {
    vocabulary: { terms, idf: decodeTable(idf) },
    model: decodeModel(model),
    meaning: decodeMeaningNet(meaning),
    factor,
    grave_from,
    life_from,
    alone_from,
  };
}

/** Writes the JSON form; what is lost to rounding is lost here. */
export function encodeSituationModel(
  model: SituationModel,
  evidence: unknown,
): StoredSituationModel {
  return {
    evidence,
    signs: SIGNS_VERSION,
    factor: model.factor,
    grave_from: model.grave_from,
    life_from: model.life_from,
    alone_from: model.alone_from,
    terms: model.vocabulary.terms,
    idf: encodeTable(model.vocabulary.idf),
    model: encodeModel(model.model),
    meaning: encodeMeaningNet(model.meaning),
  };
}

/** Columns and values of the head: terms, regions, cues and signs behind one another. */
export class SituationSpace {
  readonly #terms: number;
  /** Of the scorer's columns those that are terms of its own, which the head leaves alone. */
  readonly #scorerTerms: number;

  constructor(terms: number, scorerTerms: number) {
    this.#terms = terms;
    this.#scorerTerms = scorerTerms;
  }

  get columns(): number {
    return this.ofSign(SIGN_COLUMNS.length);
  }

  /** The head's column of a sign. */
  ofSign(column: number): number {
    return this.#terms + REGIONS + CUE_COLUMNS.length + column;
  }

  join(
    terms: SparseRow,
    regions: SparseRow,
    features: SparseRow,
    signs: SparseRow,
  ): { columns: number[]; values: number[] } {
    const columns = [...terms.columns];
    const values = Array.from(terms.values, (value) => value * FEATURE_LOUDNESS.term);
    for (let at = 0; at < regions.columns.length; at++) {
      columns.push(this.#terms + (regions.columns[at] ?? 0));
      values.push((regions.values[at] ?? 0) * FEATURE_LOUDNESS.region);
    }
    for (let at = 0; at < features.columns.length; at++) {
      const column = features.columns[at] ?? 0;
      if (column < this.#scorerTerms) continue;
      columns.push(this.#terms + REGIONS + column - this.#scorerTerms);
      values.push((features.values[at] ?? 0) * FEATURE_LOUDNESS.cue);
    }
    for (let at = 0; at < signs.columns.length; at++) {
      columns.push(this.ofSign(signs.columns[at] ?? 0));
      values.push(signs.values[at] ?? 0);
    }
    return { columns, values };
  }
}

/** A situation and its probability. */
export interface RankedSituation {
  readonly name: SituationName;
  readonly probability: number;
}

/** Probabilities of the situations that the head knows, in the order of its classes. */
export function rank(
  { model, factor }: SituationModel,
  sums: ArrayLike<number>,
): RankedSituation[] {
  return softmax(sums, factor).map((probability, at) => ({
    // Its classes are situations: it was fitted on them.
    name: model.classes[at] as SituationName,
    probability,
  }));
}
