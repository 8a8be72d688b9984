/**
 * Fits the head that tells situations on rows of several writers, beside
 * ordinary messages; the scorer's other numbers stay as they are. How sure it
 * may be, and from where on it speaks, is chosen on writers left out.
 *
 * @module
 */
import { readMessage } from "../reading/read_message.ts";
import { readDocument, type Reading } from "../scorer/document/document.ts";
import { softmax } from "../scorer/model/calibration.ts";
import { FeatureSpace } from "../scorer/model/features.ts";
import { logits } from "../scorer/model/linear.ts";
import { type RawFeatures, rawFeatures } from "../scorer/model/raw_features.ts";
import type { Weights } from "../scorer/model/weights.ts";
import { findSigns, type Signs } from "../scorer/situation/signs.ts";
import { type SituationModel, SituationSpace } from "../scorer/situation/situation_model.ts";
import { chooseTerms, TermSpace } from "../scorer/situation/situation_terms.ts";
import { type SituationName, SITUATIONS } from "../triage/domain/situation.ts";
import { SituationTrade } from "./situation_thresholds.ts";
import type { Example } from "./softmax_regression.ts";
import { fitSoftmax } from "./softmax_regression.ts";

/** A message whose situation is known. */
export interface SituationRow {
  /** Who wrote it: rows of one writer are left out together. */
  readonly writer: string;
  readonly situation: SituationName;
  readonly message: string;
}

/** A message that is of no grave situation, as far as is known. */
export interface OrdinaryRow {
  readonly situation: SituationName;
  readonly message: string;
}

/** The head with its figures on writers left out. */
export interface FittedSituations {
  readonly model: SituationModel;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** Its classes: where nothing can be understood there are no words to tell it by. */
const HEAD_SITUATIONS: readonly SituationName[] = SITUATIONS.filter((name) => name !== "nothing");

const PENALTY = 1;
const STEPS = 60;
/** What an ordinary message counts beside a row of a writer: there are many of them. */
const ORDINARY_WEIGHT = 0.05;

interface Read {
  readonly reading: Reading;
  readonly raw: Pick<RawFeatures, "terms">;
  readonly features: { readonly columns: readonly number[]; readonly values: readonly number[] };
  readonly signs: Signs;
  readonly target: number;
  readonly writer: string | null;
}

/** Fits the head. The same rows give the same numbers. */
export function fitSituations(
  rows: readonly SituationRow[],
  ordinary: readonly OrdinaryRow[],
  weights: Weights,
): FittedSituations {
  const space = new FeatureSpace(weights.vocabulary);
  const read = (message: string, name: SituationName, writer: string | null): Read => {
    const reading = readDocument(readMessage(message));
    const { columns, values } = space.extract(reading);
    const target = HEAD_SITUATIONS.indexOf(name);
    const { terms } = rawFeatures(reading);
    return {
      reading,
      raw: { terms },
      features: { columns, values },
      signs: findSigns(reading),
      target,
      writer,
    };
  };
  const told = rows.filter(({ situation }) => HEAD_SITUATIONS.includes(situation))
    .map(({ message, situation, writer }) => read(message, situation, writer));
  const beside = ordinary.map(({ message, situation }) => read(message, situation, null));

  const held = [...new Set(told.map(({ writer }) => writer))].flatMap((writer) => {
    const { model, join } = fit(told.filter((row) => row.writer !== writer), beside, space);
    return told.filter((row) => row.writer === writer)
      .map((row) => ({ target: row.target, sums: logits(model, join(row)) }));
  });
  const factor = fitFactor(held);
  const trade = new SituationTrade(
    held.map(({ target, sums }) => ({ target, shares: softmax(sums, factor) })),
    HEAD_SITUATIONS,
  );
  const { model, vocabulary } = fit(told, beside, space);
  return {
    model: { vocabulary, model, factor, ...trade.thresholds() },
    figures: { rows: told.length, ordinary: beside.length, ...trade.figures() },
  };
}

function fit(told: readonly Read[], ordinary: readonly Read[], space: FeatureSpace) {
  const vocabulary = chooseTerms(told.map(({ raw }) => raw));
  const terms = new TermSpace(vocabulary);
  const joint = new SituationSpace(terms.columns, space.termCount);
  const join = ({ reading, features, signs }: Read) =>
    joint.join(terms.find(reading), features, signs);
  const example = (row: Read): Example => ({
    ...join(row),
    target: row.target,
    weight: row.writer === null ? ORDINARY_WEIGHT : 1,
  });
  const model = fitSoftmax([...told, ...ordinary].map(example), {
    classes: HEAD_SITUATIONS,
    columns: joint.columns,
    penalty: PENALTY,
    steps: STEPS,
  });
  return { model, vocabulary, join };
}

/** The factor of logits with the least surprise, between a half and twice, in steps of a twentieth. */
function fitFactor(rows: readonly { target: number; sums: Float64Array }[]): number {
  const surprise = (factor: number) =>
    rows.reduce(
      (sum, { target, sums }) => sum - Math.log(Math.max(1e-9, softmax(sums, factor)[target] ?? 0)),
      0,
    );
  const factors = Array.from({ length: 31 }, (_, step) => 0.5 + step / 20);
  return factors.reduce((best, factor) => surprise(factor) < surprise(best) ? factor : best);
}
