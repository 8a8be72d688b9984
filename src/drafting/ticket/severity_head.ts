/**
 * How bad a fault is by small weights that people's verdicts taught: of what
 * the rules found, the situation, the level that the rules alone would give,
 * and what the message's words mean together. An ordinal model with cumulative
 * logits (McCullagh 1980, "Regression Models for Ordinal Data").
 *
 * @module
 */
import type { Document } from "../../triage/text/document.ts";
import type { BugTicket } from "../../triage/domain/reply.ts";
import type { SituationName } from "../../triage/domain/situation.ts";
import { addMeaning, DIMENSIONS } from "../../similar/word_meanings.ts";
import stored from "./severity_weights.json" with { type: "json" };

/** The levels, from the slightest on. */
export const LEVELS = ["Low", "Medium", "High", "Critical"] as const satisfies readonly BugTicket[
  "severity"
][];

/** What is known of a fault before it is weighed. */
export interface KnownFault {
  readonly document: Document;
  /** Ids, groups and tables of the rules that fired. */
  readonly fired: ReadonlySet<string>;
  readonly situation: SituationName;
  /** By the rules alone, as a number of {@linkcode LEVELS}. */
  readonly ruled: number;
}

/** Weights by feature, and the logits at which the second, third and fourth level begin. */
export interface SeverityWeights {
  readonly weights: Readonly<Record<string, number>>;
  readonly begins: readonly number[];
}

/** Tables whose groups speak of how bad a fault is. */
const SPEAKING: ReadonlySet<string> = new Set(["harm", "fault", "reach", "cost"]);
/** Of the sum of the words' meanings. */
const MEANING_LENGTH = 2;
const WORD = /\p{L}/u;

/** The features of a fault, by name. */
export function severityFeatures(
  { document, fired, situation, ruled }: KnownFault,
): Map<string, number> {
  const features = new Map([["ruled", ruled], [`situation ${situation}`, 1]]);
  for (const id of fired) {
    const [table = "", , ...rest] = id.split("/");
    if (SPEAKING.has(table) && rest.length === 0) features.set(id, 1);
  }
  const sum = new Int32Array(DIMENSIONS);
  for (const { tokens } of document.sentences) {
    for (const { normal } of tokens) if (WORD.test(normal)) addMeaning(normal, sum);
  }
  const length = Math.hypot(...sum);
  if (length > 0) {
    sum.forEach((value, at) => features.set(`meaning ${at}`, MEANING_LENGTH * value / length));
  }
  return features;
}

/** The likeliest level, as a number of {@linkcode LEVELS}. */
export function likeliestLevel(
  features: ReadonlyMap<string, number>,
  { weights, begins }: SeverityWeights = stored,
): number {
  let logit = 0;
  for (const [name, value] of features) logit += value * (weights[name] ?? 0);
  const reached = [1, ...begins.map((begin) => 1 / (1 + Math.exp(begin - logit))), 0];
  const probabilities = LEVELS.map((_, at) => (reached[at] ?? 0) - (reached[at + 1] ?? 0));
  return probabilities.indexOf(Math.max(...probabilities));
}
