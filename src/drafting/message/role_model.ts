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
  readonly probabilities: readonly number[];
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
  if (clauses.length === 0) return [];
  const roles = ROLES[intent].length, size = roles + 1;
  // One piece of memory for all clauses: to ask for a piece takes longer than to fill it.
  const logits = new Float64Array(clauses.length * size);
  visitFeatures(clauses, (at) => (first, second, third, fourth) => {
    const number = weights.features.find(first, second, third, fourth);
    if (number >= 0) addRow(logits, at * size, size, weights.weights, number);
  });
  addMeanings(logits, size, weights.meanings, meaningsOf(clauses));
  const probabilities = chainProbabilities(logits, clauses.length, roles, weights);
  return clauses.map((_, at) => ({
    probabilities: probabilities.slice(at * roles, (at + 1) * roles),
    anew: fromLogOdds(logits[at * size + roles] ?? 0),
  }));
}

/** Adds a row of a table to the numbers from a place on. */
function addRow(
  sums: Float64Array,
  from: number,
  size: number,
  table: Float32Array,
  row: number,
): void {
  for (let at = 0, place = row * size; at < size; at++, place++) {
    sums[from + at] = (sums[from + at] ?? 0) + (table[place] ?? 0);
  }
}

/** Adds to the numbers of each clause what it and its neighbours mean. */
function addMeanings(
  sums: Float64Array,
  size: number,
  table: Float32Array,
  meanings: readonly ClauseMeaning[],
): void {
  for (let clause = 0; clause < meanings.length; clause++) {
    for (let block = 0; block < BESIDE.length; block++) {
      const meaning = meanings[clause + (BESIDE[block] ?? 0)];
      if (meaning === undefined) continue;
      addMeaningOf(meaning, sums, clause * size, size, table, block * DIMENSIONS * size);
    }
  }
}

function addMeaningOf(
  { sum, length }: ClauseMeaning,
  sums: Float64Array,
  from: number,
  size: number,
  table: Float32Array,
  tableFrom: number,
): void {
  if (length === 0) return;
  for (let number = 0, place = tableFrom; number < DIMENSIONS; number++, place += size) {
    const value = (sum[number] ?? 0) / length;
    if (value === 0) continue;
    for (let at = 0; at < size; at++) {
      sums[from + at] = (sums[from + at] ?? 0) + value * (table[place + at] ?? 0);
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
  const sums = new Int32Array(clauses.length * DIMENSIONS);
  return clauses.map(({ sentence, first, last }, place) => {
    const sum = sums.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS);
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

/**
 * Probabilities of the roles of each clause in a chain, clause behind clause, by the forward and
 * backward sums.
 */
function chainProbabilities(
  logits: Float64Array,
  clauses: number,
  roles: number,
  { follows, first, last }: RoleWeights,
): number[] {
  const all = clauses * roles;
  const odds = new Float64Array(2 * all);
  oddsOf(logits, clauses, roles, odds);
  const found = new Array<number>(all).fill(0);
  for (let from = 0; from < all; from += roles) {
    for (let role = 0; role < roles; role++) {
      let sum = 0;
      if (from === 0) sum = first[role] ?? 0;
      else {
        for (let one = from - roles, at = role; one < from; one++, at += roles) {
          sum += (found[one] ?? 0) * (follows[at] ?? 0);
        }
      }
      found[from + role] = sum * (odds[from + role] ?? 0);
    }
    toSumOfOne(found, from, roles);
  }
  // Behind each clause, in the second half: what its followers make of its roles.
  for (let role = 0; role < roles; role++) odds[2 * all - roles + role] = last[role] ?? 0;
  for (let from = all - roles; from >= 0; from -= roles) {
    const behind = all + from;
    for (let role = 0; from > 0 && role < roles; role++) {
      let sum = 0;
      for (let one = 0, pair = role * roles; one < roles; one++, pair++) {
        sum += (follows[pair] ?? 0) * (odds[from + one] ?? 0) * (odds[behind + one] ?? 0);
      }
      odds[behind - roles + role] = sum;
    }
    for (let role = 0; role < roles; role++) {
      found[from + role] = (found[from + role] ?? 0) * (odds[behind + role] ?? 0);
    }
    toSumOfOne(found, from, roles);
    if (from > 0) toSumOfOne(odds, behind - roles, roles);
  }
  return found;
}

/** Odds of each clause's logits, the highest being 1. */
function oddsOf(logits: Float64Array, clauses: number, roles: number, odds: Float64Array): void {
  for (let clause = 0; clause < clauses; clause++) {
    const from = clause * (roles + 1), to = clause * roles;
    let most = -Infinity;
    for (let role = 0; role < roles; role++) most = Math.max(most, logits[from + role] ?? 0);
    for (let role = 0; role < roles; role++) {
      odds[to + role] = Math.exp((logits[from + role] ?? 0) - most);
    }
  }
}

/** Brings so many values from a place on to a sum of 1. */
function toSumOfOne(values: number[] | Float64Array, from: number, count: number): void {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += values[at] ?? 0;
  for (let at = from; at < from + count; at++) {
    values[at] = sum > 0 ? (values[at] ?? 0) / sum : 1 / count;
  }
}
