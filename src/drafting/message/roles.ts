/**
 * What the clauses of a message say, told once for all that is drafted from
 * it: where the fault stands, what was done before it, what is wished for and
 * why, what is beside the matter.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { Intent } from "../../triage/domain/intent.ts";
import type { Evidence } from "../../triage/domain/judgement.ts";
import { toLogOdds } from "../../triage/domain/log_odds.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { judgeClauses, type JudgedClause } from "./role_model.ts";
import { type Role, ROLES } from "./role_names.ts";

/** Neighbouring clauses of a sentence that say one thing. */
export interface Told extends Clause {
  readonly role: Role;
  /** Of its role, in its surest clause. */
  readonly probability: number;
}

/** A clause with what is thought of it. */
export interface RoleClause {
  readonly clause: Clause;
  /** In the order of the type's roles. */
  readonly probabilities: readonly number[];
  /** Probability that it says something new. */
  readonly anew: number;
}

/** No clause is surer than this, nor less likely. */
const LEAST_PROBABILITY = 1e-4;

/** A probability as a logit, bounded. */
export function logit(probability: number): number {
  return toLogOdds(probability, LEAST_PROBABILITY);
}

/** From so much on a clause says something new, though its role is that of the one before. */
const ANEW = 0.5;

/** A message whose clauses are judged when somebody asks. */
export class Roles {
  readonly #intent: Intent;
  readonly #cut: () => Clause[];
  #clauses: readonly Clause[] = [];
  #judged: readonly JudgedClause[] | undefined;
  #told: readonly Told[] | undefined;
  #inRoles: readonly RoleClause[] | undefined;

  constructor(
    sentences: readonly Sentence[],
    text: string,
    evidence: readonly Evidence[],
    intent: Intent,
  ) {
    this.#intent = intent;
    this.#cut = () => clausesOf(sentences, text, evidence);
  }

  /** The message from its beginning to its end, in roles; an inquiry has none. */
  get told(): readonly Told[] {
    const judged = this.#read();
    return this.#told ??= joined(this.#clauses, judged, this.#intent);
  }

  /** What a sentence tells, from its beginning to its end. */
  toldIn(sentence: Sentence | null): readonly Told[] {
    return this.told.filter((one) => one.sentence === sentence);
  }

  /** All clauses, in order. */
  get clauses(): readonly RoleClause[] {
    const judged = this.#read();
    return this.#inRoles ??= this.#clauses.map((clause, at) => ({
      clause,
      probabilities: judged[at]?.probabilities ?? [],
      anew: judged[at]?.anew ?? 1,
    }));
  }

  /** What most likely has a role, likeliest first, at most `most`, whatever else is likelier. */
  likeliest(role: Role, most = 1): readonly Told[] {
    const number = this.#number(role);
    if (number < 0) return [];
    const judged = this.#read();
    const likely = (at: number) => judged[at]?.probabilities[number] ?? 0;
    const order = this.#clauses.map((_, at) => at).sort((one, other) =>
      likely(other) - likely(one)
    );
    const found: Told[] = [];
    for (const at of order) {
      const clause = this.#clauses[at];
      if (clause === undefined || found.length === most) break;
      if (found.some((one) => isIn(clause, one))) continue;
      const told = this.told.find((one) => one.role === role && isIn(clause, one));
      found.push(told ?? { ...clause, role, probability: likely(at) });
    }
    return found;
  }

  /** How likely a stretch of the text has a role: that of its likeliest clause. */
  probability(role: Role, { start, end }: { start: number; end: number }): number {
    const number = this.#number(role), judged = this.#read();
    let most = 0;
    for (let at = 0; at < judged.length; at++) {
      const clause = this.#clauses[at];
      if (clause === undefined || clause.start >= end || clause.end <= start) continue;
      most = Math.max(most, judged[at]?.probabilities[number] ?? 0);
    }
    return most;
  }

  #number(role: Role): number {
    if (this.#intent === "general_inquiry") return -1;
    return (ROLES[this.#intent] as readonly Role[]).indexOf(role);
  }

  #read(): readonly JudgedClause[] {
    if (this.#judged !== undefined) return this.#judged;
    if (this.#intent === "general_inquiry") return this.#judged = [];
    this.#clauses = this.#cut();
    return this.#judged = judgeClauses(this.#clauses, this.#intent);
  }
}

function isIn(clause: Clause, told: Clause): boolean {
  return clause.start >= told.start && clause.end <= told.end;
}

/** Number of the role that every message has: its fault, its wish. */
const MATTER = 0;

/** The clause that most likely tells the matter: it does, as one has to. */
function matterAt(judged: readonly JudgedClause[]): number {
  return likeliestOf(judged.map(({ probabilities }) => probabilities[MATTER] ?? 0));
}

/** The place of the highest; -1 where there is none. */
function likeliestOf(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

/** Clauses of a sentence that say one thing are put together. */
function joined(
  clauses: readonly Clause[],
  judged: readonly JudgedClause[],
  intent: Intent,
): Told[] {
  if (intent === "general_inquiry") return [];
  const told: Told[] = [];
  const matter = matterAt(judged);
  for (const [at, { probabilities, anew }] of judged.entries()) {
    const clause = clauses[at];
    if (clause === undefined) continue;
    const number = at === matter ? MATTER : likeliestOf(probabilities);
    const probability = probabilities[number] ?? 0;
    const role = ROLES[intent][number];
    if (role === undefined) continue;
    const before = told.at(-1);
    if (before?.role === role && before.sentence === clause.sentence && anew < ANEW) {
      const { last, end } = clause;
      told[told.length - 1] = {
        ...before,
        last,
        end,
        probability: Math.max(before.probability, probability),
      };
    } else told.push({ ...clause, role, probability });
  }
  return told;
}
