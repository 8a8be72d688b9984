/**
 * What the weights of situations were fitted with, as numbers to compare: when
 * they differ from those of this tree, the weights are stale.
 *
 * @module
 */
import type { Weights } from "../scorer/model/weights.ts";
import { encodeSituationModel } from "../scorer/situation/situation_model.ts";
import { SITUATIONS } from "../triage/domain/situation.ts";
import { fitSituations, type OrdinaryRow, type SituationRow } from "./fit_situation.ts";
import { hashOf } from "./hash.ts";

/** What weights of situations are made of, each part a hash. */
export interface SituationInputs {
  /** The writers' rows. */
  readonly rows: string;
  /** Our own ordinary ones. */
  readonly ordinary: string;
  /** A fit of the first row of each situation: differs when trainer, reading or features do. */
  readonly trainer: string;
}

/** Reads off what a fit of these rows is made with. */
export function situationInputs(
  rows: readonly SituationRow[],
  ordinary: readonly OrdinaryRow[],
  weights: Weights,
): SituationInputs {
  const first = SITUATIONS.flatMap((name) =>
    rows.find(({ situation }) => situation === name) ?? []
  );
  const { model, figures } = fitSituations(first, ordinary.slice(0, 1), weights);
  return {
    rows: hashOfRows(rows),
    ordinary: hashOfRows(ordinary),
    trainer: hash(encodeSituationModel(model, figures)),
  };
}

function hashOfRows(rows: readonly Omit<SituationRow, "writer">[]): string {
  return hash(rows.map(({ situation, message }) => [situation, message]));
}

function hash(value: unknown): string {
  return hashOf(JSON.stringify(value)).toString(16);
}
