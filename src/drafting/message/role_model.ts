/**
 * Judges what each clause of a message says by trained weights: of the named
 * features of clause_features.ts, of what its words mean, and of which role
 * follows which (a linear chain: Lafferty et al. 2001, "Conditional Random
 * Fields").
 *
 * @module
 */
import { addMeaning, DIMENSIONS } from "../../similar/word_meanings.ts";
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
  /** Logits of a role (second) behind another (first), at the start, at the end. */
  readonly follows: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
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

/** The JSON form of many small numbers. */
interface StoredBytes {
  readonly scale: number;
  /** Base64 of signed bytes. */
  readonly data: string;
}

/** The JSON form of {@linkcode RoleWeights}; the features are parted by tabs. */
export type StoredRoleWeights =
  & { readonly features: string }
  & Readonly<Record<"weights" | "meanings" | "follows" | "first" | "last", StoredBytes>>;

/** Reads the JSON form. */
export function decodeRoleWeights(table: StoredRoleWeights): RoleWeights {
  const numbers = ({ scale, data }: StoredBytes) =>
    Float32Array.from(
      new Int8Array(Uint8Array.fromBase64(data).buffer),
      (byte) => byte * scale,
    );
  return {
    features: new Map(table.features.split("\t").map((name, at) => [name, at])),
    weights: numbers(table.weights),
    meanings: numbers(table.meanings),
    follows: numbers(table.follows),
    first: numbers(table.first),
    last: numbers(table.last),
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
      if (number !== undefined) addRow(sums, weights.weights, number, 1);
    }
    const meaning = meanings[at] ?? sums;
    for (let number = 0; number < MEANINGS; number++) {
      const value = meaning[number] ?? 0;
      if (value !== 0) addRow(sums, weights.meanings, number, value);
    }
    return sums;
  });
  const probabilities = chainProbabilities(logits, roles, weights);
  return logits.map((sums, at) => ({
    probabilities: probabilities[at] ?? new Float64Array(roles),
    anew: 1 / (1 + Math.exp(-(sums[roles] ?? 0))),
  }));
}

function addRow(sums: Float64Array, table: Float32Array, row: number, factor: number): void {
  const from = row * sums.length;
  for (let at = 0; at < sums.length; at++) {
    sums[at] = (sums[at] ?? 0) + factor * (table[from + at] ?? 0);
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
export function chainProbabilities(
  logits: readonly Float64Array[],
  roles: number,
  { follows, first, last }: Pick<RoleWeights, "follows" | "first" | "last">,
): Float64Array[] {
  const odds = Float64Array.from(follows, Math.exp);
  const emitted = logits.map((sums) => {
    let most = -Infinity;
    for (let role = 0; role < roles; role++) most = Math.max(most, sums[role] ?? 0);
    return sums.map((sum) => Math.exp(sum - most));
  });
  const forward: Float64Array[] = [];
  for (const [at, own] of emitted.entries()) {
    const before = forward[at - 1];
    forward.push(scaled(roles, (role) => {
      if (before === undefined) return Math.exp(first[role] ?? 0) * (own[role] ?? 0);
      let sum = 0;
      for (let one = 0; one < roles; one++) {
        sum += (before[one] ?? 0) * (odds[one * roles + role] ?? 0);
      }
      return sum * (own[role] ?? 0);
    }));
  }
  let behind = scaled(roles, (role) => Math.exp(last[role] ?? 0));
  const both: Float64Array[] = new Array(logits.length);
  for (let at = logits.length - 1; at >= 0; at--) {
    const here = behind, own = emitted[at];
    both[at] = scaled(roles, (role) => (forward[at]?.[role] ?? 0) * (here[role] ?? 0));
    behind = scaled(roles, (role) => {
      let sum = 0;
      for (let next = 0; next < roles; next++) {
        sum += (odds[role * roles + next] ?? 0) * (own?.[next] ?? 0) * (here[next] ?? 0);
      }
      return sum;
    });
  }
  return both;
}

/** Values by role, brought to a sum of 1. */
function scaled(roles: number, value: (role: number) => number): Float64Array {
  const values = new Float64Array(roles);
  let sum = 0;
  for (let role = 0; role < roles; role++) sum += values[role] = value(role);
  return values.map((one) => sum > 0 ? one / sum : 1 / roles);
}
