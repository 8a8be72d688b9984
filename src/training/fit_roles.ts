/**
 * Fits the chain of roles (drafting/message/role_model.ts) by its likelihood
 * on labelled messages, some of whose clauses have several roles left open.
 *
 * @module
 */
import { MEANINGS } from "../drafting/message/role_model.ts";
import { fromLogOdds } from "../triage/domain/log_odds.ts";
import { minimize } from "./lbfgs.ts";

/** A message as it is fitted. */
export interface RoleExample {
  /** By clause: numbers of its features. */
  readonly features: readonly Int32Array[];
  readonly meanings: readonly Float64Array[];
  /** By clause: 1 for each role that it may have. */
  readonly allowed: readonly Uint8Array[];
  /** By clause whether it says something new; `null` where nobody said. */
  readonly anew: readonly boolean[] | null;
  /** What the message counts. */
  readonly weight: number;
}

/** How the weights are fitted. */
export interface RoleFit {
  readonly steps: number;
  /** What a squared weight of a feature, of a meaning and of the chain costs, for each clause. */
  readonly feature_penalty: number;
  readonly meaning_penalty: number;
  readonly chain_penalty: number;
}

/** Where the tables of a type begin in one row of numbers. */
export interface RoleTables {
  readonly weights: Float64Array;
  readonly meanings: Float64Array;
  readonly follows: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** Fits all tables of a type. */
export function fitRoles(
  examples: readonly RoleExample[],
  features: number,
  roles: number,
  fit: RoleFit,
): RoleTables {
  const sizes = tableSizes(features, roles);
  const clauses = examples.reduce((sum, one) => sum + one.weight * one.features.length, 0);
  const penalties = [
    fit.feature_penalty,
    fit.meaning_penalty,
    fit.chain_penalty,
    fit.chain_penalty,
    fit.chain_penalty,
  ];
  const point = minimize(
    (at, gradient) => {
      gradient.fill(0);
      const tables = tablesOf(at, sizes), slopes = tablesOf(gradient, sizes);
      let loss = 0;
      for (const example of examples) loss += chainLoss(example, tables, slopes, roles);
      let from = 0;
      for (const [table, size] of sizes.entries()) {
        const penalty = clauses * (penalties[table] ?? 0);
        for (let number = from; number < from + size; number++) {
          const value = at[number] ?? 0;
          loss += penalty * value * value;
          gradient[number] = (gradient[number] ?? 0) + 2 * penalty * value;
        }
        from += size;
      }
      return loss;
    },
    new Float64Array(sizes.reduce((sum, size) => sum + size, 0)),
    { steps: fit.steps },
  );
  return tablesOf(point, sizes);
}

function tableSizes(features: number, roles: number): number[] {
  return [features * (roles + 1), MEANINGS * (roles + 1), roles * roles, roles, roles];
}

function tablesOf(numbers: Float64Array, sizes: readonly number[]): RoleTables {
  let from = 0;
  const [weights, meanings, follows, first, last] = sizes.map((size) =>
    numbers.subarray(from, from += size)
  );
  const none = new Float64Array();
  return {
    weights: weights ?? none,
    meanings: meanings ?? none,
    follows: follows ?? none,
    first: first ?? none,
    last: last ?? none,
  };
}

/** Loss of one message; its gradient is added to the slopes. */
function chainLoss(
  example: RoleExample,
  tables: RoleTables,
  slopes: RoleTables,
  roles: number,
): number {
  const { features, meanings, allowed, anew, weight } = example;
  const logits = features.map((own, at) => {
    const sums = new Float64Array(roles + 1);
    for (const feature of own) addRow(sums, tables.weights, feature, 1);
    meanings[at]?.forEach((value, number) => addRow(sums, tables.meanings, number, value));
    return sums;
  });
  const closed = logits.map((sums, at) =>
    sums.map((sum, role) => role === roles || allowed[at]?.[role] === 1 ? sum : -Infinity)
  );
  const free = chainSums(logits, roles, tables), told = chainSums(closed, roles, tables);
  let loss = weight * (free.log_sum - told.log_sum);
  for (const [at, sums] of logits.entries()) {
    const errors = new Float64Array(roles + 1);
    for (let role = 0; role < roles; role++) {
      errors[role] = weight *
        ((free.single[at]?.[role] ?? 0) - (told.single[at]?.[role] ?? 0));
    }
    if (anew !== null) {
      const logit = sums[roles] ?? 0, wanted = anew[at] ? 1 : 0;
      const share = fromLogOdds(logit);
      errors[roles] = weight * ANEW_SHARE * (share - wanted);
      loss += weight * ANEW_SHARE * (Math.log1p(Math.exp(-Math.abs(logit))) +
        Math.max(0, wanted === 1 ? -logit : logit));
    }
    for (const feature of features[at] ?? []) addTo(slopes.weights, feature, errors, 1);
    meanings[at]?.forEach((value, number) => addTo(slopes.meanings, number, errors, value));
    addErrors(slopes.first, at === 0 ? errors : null, roles);
    addErrors(slopes.last, at === logits.length - 1 ? errors : null, roles);
  }
  free.pairs.forEach((share, pair) => {
    slopes.follows[pair] = (slopes.follows[pair] ?? 0) + weight * (share - (told.pairs[pair] ?? 0));
  });
  return loss;
}

/** What it counts whether a clause says something new, beside its role. */
const ANEW_SHARE = 0.5;

function addRow(sums: Float64Array, table: Float64Array, row: number, factor: number): void {
  if (factor === 0) return;
  const from = row * sums.length;
  for (let at = 0; at < sums.length; at++) {
    sums[at] = (sums[at] ?? 0) + factor * (table[from + at] ?? 0);
  }
}

function addTo(table: Float64Array, row: number, errors: Float64Array, factor: number): void {
  if (factor === 0) return;
  const from = row * errors.length;
  for (let at = 0; at < errors.length; at++) {
    table[from + at] = (table[from + at] ?? 0) + factor * (errors[at] ?? 0);
  }
}

function addErrors(table: Float64Array, errors: Float64Array | null, roles: number): void {
  if (errors === null) return;
  for (let role = 0; role < roles; role++) table[role] = (table[role] ?? 0) + (errors[role] ?? 0);
}

/** Sums over all chains of a message: their logarithm, and the shares of roles and of pairs. */
interface ChainSums {
  readonly log_sum: number;
  readonly single: readonly Float64Array[];
  /** `pairs[role before * roles + role]`, over the whole message. */
  readonly pairs: Float64Array;
}

function chainSums(
  logits: readonly Float64Array[],
  roles: number,
  tables: RoleTables,
): ChainSums {
  const odds = tables.follows.map(Math.exp);
  const emitted = logits.map((sums) => sums.map(Math.exp));
  const forward: Float64Array[] = [];
  let log_sum = 0;
  for (const [at, own] of emitted.entries()) {
    const before = forward[at - 1], here = new Float64Array(roles);
    let sum = 0;
    for (let role = 0; role < roles; role++) {
      let value = before === undefined ? Math.exp(tables.first[role] ?? 0) : 0;
      for (let one = 0; before !== undefined && one < roles; one++) {
        value += (before[one] ?? 0) * (odds[one * roles + role] ?? 0);
      }
      sum += here[role] = value * (own[role] ?? 0);
    }
    forward.push(here.map((value) => value / sum));
    log_sum += Math.log(sum);
  }
  const ending = tables.last.map(Math.exp);
  const final = forward.at(-1)?.reduce((sum, one, role) => sum + one * (ending[role] ?? 0), 0) ?? 1;
  log_sum += Math.log(final);
  const pairs = new Float64Array(roles * roles);
  let behind: Float64Array = ending;
  const single: Float64Array[] = new Array(logits.length);
  for (let at = logits.length - 1; at >= 0; at--) {
    const here = behind, own = emitted[at] ?? new Float64Array(roles);
    single[at] = normalised((forward[at] ?? here).map((one, role) => one * (here[role] ?? 0)));
    if (at === 0) break;
    const before = forward[at - 1] ?? here, shares = new Float64Array(roles * roles);
    const next = new Float64Array(roles);
    let sum = 0;
    for (let one = 0; one < roles; one++) {
      for (let role = 0; role < roles; role++) {
        const value = (odds[one * roles + role] ?? 0) * (own[role] ?? 0) * (here[role] ?? 0);
        next[one] = (next[one] ?? 0) + value;
        sum += shares[one * roles + role] = (before[one] ?? 0) * value;
      }
    }
    shares.forEach((share, pair) => pairs[pair] = (pairs[pair] ?? 0) + share / sum);
    behind = normalised(next);
  }
  return { log_sum, single, pairs };
}

function normalised(values: Float64Array): Float64Array {
  const sum = values.reduce((all, one) => all + one, 0);
  return values.map((one) => one / sum);
}
