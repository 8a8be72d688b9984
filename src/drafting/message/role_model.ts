/**
 * Judges what each clause of a message says by trained weights: of the named
 * features of clause_features.ts, of what its words mean, and of which role
 * follows which (a linear chain: Lafferty et al. 2001, "Conditional Random
 * Fields").
 *
 * @module
 */
import { decodeBytes, type StoredBytes } from "../../similar/stored_bytes.ts";
import { addMeaning, DIMENSIONS } from "../../similar/word_meanings.ts";
import { fromLogOdds } from "../../triage/domain/log_odds.ts";
import { clauseFeatures } from "./clause_features.ts";
import type { Clause } from "./clauses.ts";
import { ROLES, type TellingIntent } from "./role_names.ts";
import stored from "./role_weights.json" with { type: "json" };

/** Meanings that are seen of a clause: its own, that of the one before, of the one behind. */
export const MEANINGS: number = 3 * DIMENSIONS;

/** The weights of a type of message. */
export interface RoleWeights {
  readonly features: ReadonlyMap<string, number>;
  /** By number of the feature: a logit for each role, and one for "it says something new". */
  readonly weights: Float32Array;
  /** By number of a meaning, likewise. */
  readonly meanings: Float32Array;
  /** Odds of a role (second) behind another (first), at the start, at the end. */
  readonly follows: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** What the weights say of a clause. */
export interface JudgedClause {
  /** In the order of the type's {@linkcode ROLES}. */
  readonly probabilities: Float64Array;
  /** Probability that it says something new. */
  readonly anew: number;
}

const READ: Partial<Record<TellingIntent, RoleWeights>> = {};

/** The shipped weights of a type, read on first use. */
export function roleWeights(intent: TellingIntent): RoleWeights {
  return READ[intent] ??= decodeRoleWeights(stored[intent]);
}

/** The JSON form of {@linkcode RoleWeights}; the features are parted by tabs. */
export type StoredRoleWeights =
  & { readonly features: string }
  & Readonly<Record<"weights" | "meanings" | "follows" | "first" | "last", StoredBytes>>;

/** Reads the JSON form. */
export function decodeRoleWeights(table: StoredRoleWeights): RoleWeights {
  const odds = (stored: StoredBytes) => Float64Array.from(decodeBytes(stored), Math.exp);
  return {
    features: new Map(table.features.split("\t").map((name, at) => [name, at])),
    weights: decodeBytes(table.weights),
    meanings: decodeBytes(table.meanings),
    follows: odds(table.follows),
    first: odds(table.first),
    last: odds(table.last),
  };
}

/** Judges the clauses of a message. */
export function judgeClauses(
  clauses: readonly Clause[],
  intent: TellingIntent,
  weights: RoleWeights = roleWeights(intent),
): JudgedClause[] {
  const roles = ROLES[intent].length;
  const meanings = clauseMeanings(clauses);
  const logits = clauseFeatures(clauses).map((names, at) => {
    const sums = new Float64Array(roles + 1);
    for (const name of names) {
      const number = weights.features.get(name);
      if (number !== undefined) addRow(sums, weights.weights, number);
    }
    addMeanings(sums, weights.meanings, meanings[at] ?? sums);
    return sums;
  });
  const probabilities = chainProbabilities(logits, roles, weights);
  return logits.map((sums, at) => ({
    probabilities: probabilities[at] ?? new Float64Array(roles),
    anew: fromLogOdds(sums[roles] ?? 0),
  }));
}

function addRow(sums: Float64Array, table: Float32Array, row: number): void {
  const { length } = sums;
  for (let at = 0, place = row * length; at < length; at++, place++) {
    sums[at] = (sums[at] ?? 0) + (table[place] ?? 0);
  }
}

function addMeanings(sums: Float64Array, table: Float32Array, meaning: Float64Array): void {
  const { length } = sums;
  for (let number = 0, place = 0; number < meaning.length; number++) {
    const value = meaning[number] ?? 0;
    if (value === 0) {
      place += length;
      continue;
    }
    for (let at = 0; at < length; at++, place++) {
      sums[at] = (sums[at] ?? 0) + value * (table[place] ?? 0);
    }
  }
}

/** What the clauses mean, each beside its neighbours: {@linkcode MEANINGS} numbers a clause. */
export function clauseMeanings(clauses: readonly Clause[]): Float64Array[] {
  const own = clauses.map(({ sentence, first, last }) => {
    const sum = new Int32Array(DIMENSIONS);
    for (let at = first; at <= last; at++) addMeaning(sentence.tokens[at]?.normal ?? "", sum);
    return sum;
  });
  const lengths = own.map((sum) => {
    let squares = 0;
    for (let number = 0; number < DIMENSIONS; number++) squares += (sum[number] ?? 0) ** 2;
    return Math.sqrt(squares);
  });
  return own.map((_, at) => {
    const all = new Float64Array(MEANINGS);
    for (const [block, from] of [at, at - 1, at + 1].entries()) {
      const sum = own[from], length = lengths[from] ?? 0;
      if (sum === undefined || length === 0) continue;
      for (let number = 0; number < DIMENSIONS; number++) {
        all[block * DIMENSIONS + number] = (sum[number] ?? 0) / length;
      }
    }
    return all;
  });
}

/** Probabilities of the roles of each clause in a chain, by the forward and backward sums. */
function chainProbabilities(
  logits: readonly Float64Array[],
  roles: number,
  { follows, first, last }: RoleWeights,
): Float64Array[] {
  const emitted = logits.map((sums) => oddsOf(sums, roles));
  const forward: Float64Array[] = [];
  let before = first;
  for (const own of emitted) {
    const here = new Float64Array(roles);
    for (let role = 0; role < roles; role++) {
      let sum = 0;
      if (before === first) sum = first[role] ?? 0;
      else {
        for (let one = 0, at = role; one < roles; one++, at += roles) {
          sum += (before[one] ?? 0) * (follows[at] ?? 0);
        }
      }
      here[role] = sum * (own[role] ?? 0);
    }
    forward.push(before = toSumOfOne(here));
  }
  let behind: Float64Array = last;
  for (let at = logits.length - 1; at >= 0; at--) {
    const here = forward[at] ?? last, own = emitted[at] ?? last;
    const next = new Float64Array(roles);
    for (let role = 0; role < roles; role++) {
      let sum = 0;
      for (let one = 0, pair = role * roles; one < roles; one++, pair++) {
        sum += (follows[pair] ?? 0) * (own[one] ?? 0) * (behind[one] ?? 0);
      }
      next[role] = sum;
    }
    for (let role = 0; role < roles; role++) here[role] = (here[role] ?? 0) * (behind[role] ?? 0);
    toSumOfOne(here);
    behind = toSumOfOne(next);
  }
  return forward;
}

/** Odds of logits, the highest being 1. */
function oddsOf(logits: Float64Array, roles: number): Float64Array {
  let most = -Infinity;
  for (let role = 0; role < roles; role++) most = Math.max(most, logits[role] ?? 0);
  const odds = new Float64Array(roles);
  for (let role = 0; role < roles; role++) odds[role] = Math.exp((logits[role] ?? 0) - most);
  return odds;
}

/** Brings values to a sum of 1, in place. */
function toSumOfOne(values: Float64Array): Float64Array {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  for (let at = 0; at < values.length; at++) {
    values[at] = sum > 0 ? (values[at] ?? 0) / sum : 1 / values.length;
  }
  return values;
}
