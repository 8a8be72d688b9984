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
import { chooseSentences } from "../scorer/document/sentence_choice.ts";
import { FeatureSpace } from "../scorer/model/features.ts";
import { logits, type SparseRow } from "../scorer/model/linear.ts";
import { type RawFeatures, rawFeatures } from "../scorer/model/raw_features.ts";
import type { Weights } from "../scorer/model/weights.ts";
import { findSigns, type Signs } from "../scorer/situation/signs.ts";
import { joinedSums, MeaningReader } from "../scorer/model/meaning_net.ts";
import { type SituationModel, SituationSpace } from "../scorer/situation/situation_model.ts";
import { chooseTerms, TermSpace } from "../scorer/situation/situation_terms.ts";
import { wordRegions } from "../scorer/situation/word_regions.ts";
import { type SituationName, SITUATIONS } from "../triage/domain/situation.ts";
import { fitMeaning, type MeaningOptions } from "./fit_meaning.ts";
import { SituationTrade } from "./situation_thresholds.ts";
import type { Example } from "./softmax_regression.ts";
import { fitSoftmax } from "./softmax_regression.ts";

/** A message whose situation is known. */
export interface SituationRow {
  /** Who wrote it: rows of one writer are left out together. */
  readonly writer: string;
  readonly situation: SituationName;
  readonly message: string;
  /** Chosen because a head of before took it for grave: learnt from, and never counted. */
  readonly mined?: boolean | undefined;
}

/** A message that is of no grave situation, as far as is known. */
export interface OrdinaryRow extends Omit<SituationRow, "writer" | "mined"> {
  /** Whether a customer wrote it; otherwise it is ours, and may be of any situation. */
  readonly real: boolean;
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
/** What a message counts that was chosen because it was taken for grave; with 1 less that is grave is seen. */
const MINED_WEIGHT = 0.3;
/** The same for the net, which leans less on single words. */
const ORDINARY_WEIGHT_OF_NET = 0.1;
const NET: MeaningOptions = { word: 64, hidden: 64, rounds: 8, moves_words: true };
/** Parts that are left out in turn: each a third of the writers, whole, and of the ordinary messages. */
const PARTS = 3;

interface Read {
  /** By which it is left out: its writer's, or its own. */
  readonly part: number;
  readonly sentences: readonly (readonly string[])[];
  readonly reading: Reading;
  readonly raw: Pick<RawFeatures, "terms">;
  readonly features: { readonly columns: readonly number[]; readonly values: readonly number[] };
  readonly regions: SparseRow;
  readonly signs: Signs;
  readonly target: number;
  /** Whether a writer told its situation, a customer wrote it, or neither. */
  readonly kind: "told" | "real" | "ours";
  /** Whether thresholds are chosen and figures made by it. */
  readonly counted: boolean;
}

/** Fits the head. The same rows give the same numbers. */
export function fitSituations(
  rows: readonly SituationRow[],
  ordinary: readonly OrdinaryRow[],
  weights: Weights,
): FittedSituations {
  const space = new FeatureSpace(weights.vocabulary);
  const read = reader(space);
  const known = rows.filter(({ situation }) => HEAD_SITUATIONS.includes(situation));
  const writers = [...new Set(known.map(({ writer }) => writer))].sort();
  const all = [
    ...known.map((row) => read(row, "told", writers.indexOf(row.writer) % PARTS)),
    ...ordinary.map((row, at) => read(row, row.real ? "real" : "ours", at % PARTS)),
  ];
  const held = Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const { sums } = fit(all.filter((row) => row.part !== part), space);
    return all.filter((row) => row.part === part && row.counted)
      .map((row) => ({ target: row.target, real: row.kind === "real", sums: sums(row) }));
  });
  const factor = fitFactor(held.filter(({ real }) => !real));
  const trade = new SituationTrade(
    held.map(({ target, real, sums }) => ({ target, real, shares: softmax(sums, factor) })),
    HEAD_SITUATIONS,
  );
  const { model, meaning, vocabulary } = fit(all, space);
  return {
    model: { vocabulary, model, meaning, factor, ...trade.thresholds() },
    figures: { rows: known.length, ordinary: ordinary.length, ...trade.figures() },
  };
}

function reader(space: FeatureSpace) {
  return (
    { message, situation, mined }: Pick<SituationRow, "message" | "situation" | "mined">,
    kind: Read["kind"],
    part: number,
  ): Read => {
    const reading = readDocument(readMessage(message));
    const { columns, values } = space.extract(reading);
    const { terms } = rawFeatures(reading);
    const { words, firsts } = reading;
    const sentences = chooseSentences(reading).map((sentence) => {
      const first = firsts[sentence] ?? 0, next = firsts[sentence + 1] ?? 0;
      return Array.from({ length: next - first }, (_, at) => words.word(first + at))
        .filter(({ countable }) => countable).map(({ normal }) => normal);
    });
    return {
      part,
      sentences,
      reading,
      raw: { terms },
      features: { columns, values },
      regions: wordRegions(reading),
      signs: findSigns(reading),
      target: HEAD_SITUATIONS.indexOf(situation),
      kind,
      counted: kind !== "ours" && mined !== true,
    };
  };
}

function fit(rows: readonly Read[], space: FeatureSpace) {
  const vocabulary = chooseTerms(
    rows.filter(({ kind }) => kind === "told").map(({ raw }) => raw),
  );
  const terms = new TermSpace(vocabulary);
  const joint = new SituationSpace(terms.columns, space.termCount);
  const join = ({ reading, regions, features, signs }: Read) =>
    joint.join(terms.find(reading), regions, features, signs);
  const example = (row: Read): Example => ({
    ...join(row),
    target: row.target,
    weight: weightOf(row, ORDINARY_WEIGHT),
  });
  const model = fitSoftmax(rows.map(example), {
    classes: HEAD_SITUATIONS,
    columns: joint.columns,
    penalty: PENALTY,
    steps: STEPS,
  });
  const meaning = fitMeaning(
    rows.map((row) => ({
      sentences: row.sentences,
      target: row.target,
      weight: weightOf(row, ORDINARY_WEIGHT_OF_NET),
    })),
    HEAD_SITUATIONS,
    NET,
  );
  const meanings = new MeaningReader(meaning);
  const sums = (row: Read) => joinedSums(logits(model, join(row)), meanings.read(row.reading).sums);
  return { model, meaning, vocabulary, sums };
}

function weightOf({ kind, counted }: Read, ordinary: number): number {
  if (kind !== "told") return ordinary;
  return counted ? 1 : MINED_WEIGHT;
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
