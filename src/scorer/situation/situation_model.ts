/**
 * The head that tells situations: a linear model over the scorer's own
 * features and the signs that rules find, with a temperature that makes its
 * probabilities hold. Its numbers lie apart from the scorer's, which it leaves as they are.
 *
 * @module
 */
import type { SituationName } from "../../triage/domain/situation.ts";
import { softmax } from "../model/calibration.ts";
import type { Features } from "../model/features.ts";
import type { LinearModel } from "../model/linear.ts";
import { decodeModel, encodeModel, type StoredModel } from "../model/weights.ts";
import { SIGN_COLUMNS, type Signs, SIGNS_VERSION } from "./signs.ts";

/** How loud terms and cues are beside signs. */
export const FEATURE_LOUDNESS = { term: 5, cue: 0.3 } as const;

/** Numbers of the head. */
export interface SituationModel {
  /** Columns of the scorer's features that it knows, ascending; its signs come after them. */
  readonly features: readonly number[];
  /** Rows: the known features, then {@linkcode SIGN_COLUMNS}. */
  readonly model: LinearModel;
  /** What logits are multiplied with. */
  readonly factor: number;
  /** Probability of all grave situations together from which on one of them is held. */
  readonly grave_from: number;
  /** The same of those in which people are in danger. */
  readonly life_from: number;
}

/** The JSON form. */
export interface StoredSituationModel {
  /** Figures of the fit, for people. */
  readonly evidence: unknown;
  readonly features: readonly number[];
  /** Of which rules its signs are: {@linkcode SIGNS_VERSION} then. */
  readonly signs: string;
  readonly model: StoredModel;
  readonly factor: number;
  readonly grave_from: number;
  readonly life_from: number;
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
  return { ...stored, model: decodeModel(stored.model) };
}

/** Writes the JSON form; what is lost to rounding is lost here. */
export function encodeSituationModel(
  model: SituationModel,
  evidence: unknown,
): StoredSituationModel {
  return {
    evidence,
    features: model.features,
    signs: SIGNS_VERSION,
    factor: model.factor,
    grave_from: model.grave_from,
    life_from: model.life_from,
    model: encodeModel(model.model),
  };
}

/** Columns and values of the head, for features of the scorer and signs. */
export class SituationSpace {
  /** By column of the scorer's features: the head's, -1 for none. */
  readonly #columns: Int32Array;
  readonly #terms: number;
  readonly #known: number;

  constructor(known: readonly number[], terms: number, columns: number) {
    this.#columns = new Int32Array(columns).fill(-1);
    known.forEach((column, at) => this.#columns[column] = at);
    this.#terms = terms;
    this.#known = known.length;
  }

  get columns(): number {
    return this.#known + SIGN_COLUMNS.length;
  }

  /** The head's column of a sign. */
  ofSign(column: number): number {
    return this.#known + column;
  }

  /** The head's column of a feature of the scorer; -1 for one that it does not know. */
  ofFeature(column: number): number {
    return this.#columns[column] ?? -1;
  }

  join(
    features: Pick<Features, "columns" | "values">,
    signs: Pick<Signs, "columns" | "values">,
  ): { columns: number[]; values: number[] } {
    const columns: number[] = [];
    const values: number[] = [];
    features.columns.forEach((column, at) => {
      const own = this.ofFeature(column);
      if (own < 0) return;
      columns.push(own);
      const loudness = column < this.#terms ? FEATURE_LOUDNESS.term : FEATURE_LOUDNESS.cue;
      values.push((features.values[at] ?? 0) * loudness);
    });
    signs.columns.forEach((column, at) => {
      columns.push(this.ofSign(column));
      values.push(signs.values[at] ?? 0);
    });
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
