/**
 * Opinions of a simulated model of stated accuracy, for want of a live one.
 *
 * The model sees the truth through noise, knows the odds of what it sees, and
 * claims more than it knows: its probabilities are sharpened, as those of
 * models after preference training are. Where the local scorer errs, the model
 * is the likelier to be misled too, because hard messages are hard for both.
 *
 * @module
 */
import { calibrateOpinion } from "../../src/llm/opinion_calibration.ts";
import {
  type Intent,
  INTENTS,
  mapScores,
  normalize,
  type Scores,
} from "../../src/triage/domain/intent.ts";

/** A message's truth and what the local scorer said of it. */
export interface Known {
  readonly label: Intent;
  readonly local: Scores;
}

/** What kind of model is simulated. */
export interface SimulatedModel {
  /** Share of right opinions over the given rows, in (1/3, 1). */
  readonly accuracy: number;
  /** Exponent by which claims are sharpened. @default {2} */
  readonly overconfidence?: number;
  /** Chance to be misled to the local scorer's wrong answer. @default {0.25} */
  readonly misled?: number;
}

/** Where the claim is read from. */
export type Claim = "logprobs" | "self_report";

/** Opinions on all rows, calibrated as the service does it, in order; the same seed, the same opinions. */
export function simulateOpinions(
  rows: readonly Known[],
  model: SimulatedModel,
  claim: Claim = "logprobs",
  seed = 1,
): Scores[] {
  const signal = signalFor(rows, model, seed);
  const { overconfidence = 2 } = model;
  return draw(rows, model, signal, seed).map((known) => {
    const claimed = normalize(mapScores((intent) => known[intent] ** overconfidence + 1e-9));
    return claim === "logprobs"
      ? calibrateOpinion(claimed, "logprobs")
      : calibrateOpinion(asStated(claimed), "self_report");
  });
}

/** Models state round numbers, hardly ever under 80 %. */
function asStated(claimed: Scores): Scores {
  const top = Math.max(...INTENTS.map((intent) => claimed[intent]));
  const stated = Math.min(0.99, Math.max(0.8, Math.round(top * 20) / 20));
  return mapScores((intent) =>
    claimed[intent] === top ? stated : (1 - stated) * claimed[intent] / Math.max(1e-9, 1 - top)
  );
}

/** What the model really knows of each row. */
function draw(
  rows: readonly Known[],
  { misled = 0.25 }: SimulatedModel,
  signal: number,
  seed: number,
): Scores[] {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return rows.map(({ label, local }) => {
    const wrong = INTENTS.find((intent) => intent !== label && local[intent] > local[label]);
    const seen = random() < misled && wrong !== undefined ? wrong : label;
    const noise = mapScores(() => normal());
    return normalize(
      mapScores((intent) => Math.exp(signal * (noise[intent] + (intent === seen ? signal : 0)))),
    );
  });
}

/** The strength of signal that gives the stated accuracy. */
function signalFor(rows: readonly Known[], model: SimulatedModel, seed: number): number {
  let low = 0;
  let high = 8;
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    const right = draw(rows, model, middle, seed).filter((known, at) => {
      const label = rows[at]?.label ?? "bug_report";
      return INTENTS.every((intent) => known[intent] <= known[label]);
    }).length;
    if (right / rows.length < model.accuracy) low = middle;
    else high = middle;
  }
  return high;
}

/** Random numbers in [0, 1); the same seed, the same numbers. */
export function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9 | 1;
  return () => {
    // mulberry32
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
