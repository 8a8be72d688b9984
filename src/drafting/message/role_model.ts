/**
 * Judges what each clause of a message says by trained weights: of the named
 * features of clause_features.ts, of what its words mean, and of which role
 * follows which (a linear chain: Lafferty et al. 2001, "Conditional Random
 * Fields").
 *
 * @module
 */
import { NameTable } from "../../similar/name_table.ts";
import { decodeBytes, type StoredBytes } from "../../similar/stored_bytes.ts";
import { addMeaning, DIMENSIONS } from "../../similar/word_meanings.ts";
import { parseJson } from "../../triage/domain/json.ts";
import { fromLogOdds } from "../../triage/domain/log_odds.ts";
import { visitFeatures } from "./clause_features.ts";
import type { Clause } from "./clauses.ts";
import { ROLES, type TellingIntent } from "./role_names.ts";
import stored from "./role_weights.json" with { type: "bytes" };

/** Meanings that are seen of a clause: its own, that of the one before, of the one behind. */
export const MEANINGS: number = 3 * DIMENSIONS;

/** The weights of a type of message. */
export interface RoleWeights {
  readonly features: NameTable;
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
  return READ[intent] ??= decodeRoleWeights(
    (parseJson(stored) as Record<TellingIntent, StoredRoleWeights>)[intent],
  );
}

/** The JSON form of {@linkcode RoleWeights}; the features are parted by tabs. */
export type StoredRoleWeights =
  & { readonly features: string }
  & Readonly<Record<"weights" | "meanings" | "follows" | "first" | "last", StoredBytes>>;

/** Reads the JSON form. */
export function decodeRoleWeights(table: StoredRoleWeights): RoleWeights {
  const odds = (stored: StoredBytes) => Float64Array.from(decodeBytes(stored), Math.exp);
  return {
    features: new NameTable(table.features.split("\t")),
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
  const meanings = meaningsOf(clauses);
  const logits = clauses.map(() => new Float64Array(roles + 1));
  visitFeatures(clauses, (at) => {
    const sums = logits[at] ?? new Float64Array(roles + 1);
    return (first, second, third, fourth) => {
      const number = weights.features.find(first, second, third, fourth);
      if (number >= 0) addRow(sums, weights.weights, number);
    };
  });
  for (const [at, sums] of logits.entries()) {
    addMeanings(sums, weights.meanings, meanings, at);
  }
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

/** Adds what the clause at a place and its neighbours mean. */
function addMeanings(
  sums: Float64Array,
  table: Float32Array,
  meanings: readonly ClauseMeaning[],
  clause: number,
): void {
  for (let block = 0; block < BESIDE.length; block++) {
    const meaning = meanings[clause + (BESIDE[block] ?? 0)];
    if (meaning !== undefined) addMeaningOf(meaning, sums, table, block * DIMENSIONS * sums.length);
  }
}

function addMeaningOf(
  { sum, length }: ClauseMeaning,
  sums: Float64Array,
  table: Float32Array,
  from: number,
): void {
  const { length: size } = sums;
  if (length === 0) return;
  for (let number = 0, place = from; number < DIMENSIONS; number++, place += size) {
    const value = (sum[number] ?? 0) / length;
    if (value === 0) continue;
    for (let at = 0; at < size; at++) {
      sums[at] = (sums[at] ?? 0) + value * (table[place + at] ?? 0);
    }
  }
}

/** What the words of a clause mean together. */
interface ClauseMeaning {
  readonly sum: Int32Array;
  readonly length: number;
}

/** Clauses whose meaning is seen of a clause, by their places beside it. */
const BESIDE = [0, -1, 1];

function meaningsOf(clauses: readonly Clause[]): ClauseMeaning[] {
  return clauses.map(({ sentence, first, last }) => {
    const sum = new Int32Array(DIMENSIONS);
    for (let at = first; at <= last; at++) addMeaning(sentence.tokens[at]?.normal ?? "", sum);
    let squares = 0;
    for (let number = 0; number < DIMENSIONS; number++) squares += (sum[number] ?? 0) ** 2;
    return { sum, length: Math.sqrt(squares) };
  });
}

/** What the clauses mean, each beside its neighbours: {@linkcode MEANINGS} numbers a clause. */
export function clauseMeanings(clauses: readonly Clause[]): Float64Array[] {
  const meanings = meaningsOf(clauses);
  return meanings.map((_, at) => {
    const all = new Float64Array(MEANINGS);
    for (const [block, beside] of BESIDE.entries()) {
      const { sum, length } = meanings[at + beside] ?? { sum: [], length: 0 };
      if (length > 0) all.set(Float64Array.from(sum, (one) => one / length), block * DIMENSIONS);
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
