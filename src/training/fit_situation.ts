/**
 * Fits the head that tells situations on rows of several writers, beside
 * ordinary messages; the scorer's other numbers stay as they are. How sure it
 * may be, and from where on it speaks, is chosen on writers left out.
 *
 * @module
 */
import { readMessage } from "../reading/read_message.ts";
import { readDocument } from "../scorer/document/document.ts";
import { softmax } from "../scorer/model/calibration.ts";
import { FeatureSpace } from "../scorer/model/features.ts";
import { logits } from "../scorer/model/linear.ts";
import type { Weights } from "../scorer/model/weights.ts";
import { findSigns, SIGN_COLUMNS, type Signs } from "../scorer/situation/signs.ts";
import { type SituationModel, SituationSpace } from "../scorer/situation/situation_model.ts";
import {
  isAboutLife,
  isGrave,
  type SituationName,
  SITUATIONS,
} from "../triage/domain/situation.ts";
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
/** A feature of the scorer is known when so many rows have it. */
const LEAST_ROWS = 2;
/** Share of ordinary rows of writers left out that may be held grave. */
const FALSE_ALARMS = 0.06;
/** … and as one in which people are in danger: these are held sooner. */
const FALSE_ALARMS_OF_LIFE = 0.025;

interface Read {
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
    return { features: { columns, values }, signs: findSigns(reading), target, writer };
  };
  const told = rows.filter(({ situation }) => HEAD_SITUATIONS.includes(situation))
    .map(({ message, situation, writer }) => read(message, situation, writer));
  const beside = ordinary.map(({ message, situation }) => read(message, situation, null));

  const held = [...new Set(told.map(({ writer }) => writer))].flatMap((writer) => {
    const { model, known } = fit(told.filter((row) => row.writer !== writer), beside, space);
    return told.filter((row) => row.writer === writer)
      .map((row) => ({
        target: row.target,
        sums: logits(model, known.join(row.features, row.signs)),
      }));
  });
  const factor = fitFactor(held);
  const judged = held.map(({ target, sums }) => ({ target, shares: softmax(sums, factor) }));
  const grave_from = chooseThreshold(judged, GRAVE, FALSE_ALARMS);
  const life_from = chooseThreshold(judged, LIFE, FALSE_ALARMS_OF_LIFE);
  const { model, features } = fit(told, beside, space);
  return {
    model: { features, model, factor, grave_from, life_from },
    figures: {
      rows: told.length,
      ordinary: beside.length,
      ...measure(judged, grave_from, life_from),
    },
  };
}

function fit(told: readonly Read[], ordinary: readonly Read[], space: FeatureSpace) {
  const rows = new Map<number, number>();
  for (const { features } of told) {
    for (const column of features.columns) rows.set(column, (rows.get(column) ?? 0) + 1);
  }
  const features = [...rows].filter(([, count]) => count >= LEAST_ROWS).map(([column]) => column)
    .sort((a, b) => a - b);
  const known = new SituationSpace(features, space.termCount, space.columns);
  const example = ({ features, signs, target, writer }: Read): Example => ({
    ...known.join(features, signs),
    target,
    weight: writer === null ? ORDINARY_WEIGHT : 1,
  });
  const model = fitSoftmax([...told, ...ordinary].map(example), {
    classes: HEAD_SITUATIONS,
    columns: features.length + SIGN_COLUMNS.length,
    penalty: PENALTY,
    steps: STEPS,
  });
  return { model, known, features };
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

interface Judged {
  readonly target: number;
  readonly shares: readonly number[];
}

const GRAVE = HEAD_SITUATIONS.map(isGrave);

const LIFE = HEAD_SITUATIONS.map(isAboutLife);

/** Probability of some situations together. */
function shareOf(shares: readonly number[], counted: readonly boolean[]): number {
  return shares.reduce((sum, share, at) => sum + (counted[at] ? share : 0), 0);
}

/** The probability of the counted situations that a share of ordinary rows reaches. */
function chooseThreshold(
  judged: readonly Judged[],
  counted: readonly boolean[],
  allowed: number,
): number {
  const ordinary = judged.filter(({ target }) => !GRAVE[target])
    .map(({ shares }) => shareOf(shares, counted)).sort((a, b) => b - a);
  const at = Math.floor(ordinary.length * allowed);
  return Math.round((ordinary[at] ?? 0.5) * 1000) / 1000;
}

/** Bins of the calibration error, as for the types. */
const BINS = 15;

function measure(
  judged: readonly Judged[],
  grave: number,
  life: number,
): Record<string, unknown> {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const bins = Array.from({ length: BINS }, () => ({ rows: 0, sure: 0, right: 0 }));
  const seen = new Map<number, { rows: number; held: number }>();
  let right = 0, ordinary = 0, alarms = 0;
  for (const { target, shares } of judged) {
    const best = shares.reduce((best, share, at) => share > (shares[best] ?? 0) ? at : best, 0);
    const sure = shares[best] ?? 0;
    const bin = bins[Math.min(BINS - 1, Math.floor(sure * BINS))];
    if (bin !== undefined) {
      bin.rows++;
      bin.sure += sure;
      bin.right += Number(best === target);
    }
    right += Number(best === target);
    const held = shareOf(shares, GRAVE) >= grave || shareOf(shares, LIFE) >= life;
    if (!GRAVE[target]) {
      ordinary++;
      alarms += Number(held);
    }
    const of = seen.get(target) ?? { rows: 0, held: 0 };
    seen.set(target, { rows: of.rows + 1, held: of.held + Number(held) });
  }
  return {
    accuracy: round(right / judged.length),
    calibration_error: round(
      bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / judged.length,
    ),
    false_alarms: round(alarms / Math.max(1, ordinary)),
    held_grave: Object.fromEntries(
      [...seen].filter(([target]) => GRAVE[target])
        .map(([target, { rows, held }]) => [HEAD_SITUATIONS[target], round(held / rows)]),
    ),
  };
}
