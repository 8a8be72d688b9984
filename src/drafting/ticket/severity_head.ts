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
import { fromLogOdds } from "../../triage/domain/log_odds.ts";
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

/** What is weighed of a fault. */
export interface FaultFeatures {
  readonly named: ReadonlyMap<string, number>;
  /** What its words mean together; empty where none is known. */
  readonly meanings: readonly number[];
}

/** Weights by feature and by number of a meaning, and the logits at which the second, third and fourth level begin. */
export interface SeverityWeights {
  readonly weights: Readonly<Record<string, number>>;
  readonly meanings: readonly number[];
  readonly begins: readonly number[];
}

/** Tables whose groups speak of how bad a fault is. */
const SPEAKING: ReadonlySet<string> = new Set(["harm", "fault", "reach", "cost"]);
/** Of the sum of the words' meanings. */
const MEANING_LENGTH = 2;

/** The features of a fault. */
export function severityFeatures(
  { document, fired, situation, ruled }: KnownFault,
): FaultFeatures {
  const named = new Map([["ruled", ruled], [`situation ${situation}`, 1]]);
  for (const id of fired) {
    const [table = "", , ...rest] = id.split("/");
    if (SPEAKING.has(table) && rest.length === 0) named.set(id, 1);
  }
  const sum = new Int32Array(DIMENSIONS);
  for (const { tokens } of document.sentences) {
    for (let at = 0; at < tokens.length; at++) addMeaning(tokens[at]?.normal ?? "", sum);
  }
  let squares = 0;
  for (let at = 0; at < DIMENSIONS; at++) squares += (sum[at] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  const meanings: number[] = [];
  for (let at = 0; length > 0 && at < DIMENSIONS; at++) {
    meanings.push(MEANING_LENGTH * (sum[at] ?? 0) / length);
  }
  return { named, meanings };
}

/** The likeliest level, as a number of {@linkcode LEVELS}. */
export function likeliestLevel(
  { named, meanings }: FaultFeatures,
  weights: SeverityWeights = stored,
): number {
  let logit = 0;
  for (const [name, value] of named) logit += value * (weights.weights[name] ?? 0);
  for (let at = 0; at < meanings.length; at++) {
    logit += (meanings[at] ?? 0) * (weights.meanings[at] ?? 0);
  }
  const reached = [1, ...weights.begins.map((begin) => fromLogOdds(logit - begin)), 0];
  const probabilities = LEVELS.map((_, at) => (reached[at] ?? 0) - (reached[at + 1] ?? 0));
  return probabilities.indexOf(Math.max(...probabilities));
}
