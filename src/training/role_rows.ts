/**
 * Reads messages whose clauses a person gave roles, and those with marked
 * stretches, and fits the weights that tell roles.
 *
 * @module
 */
import { z } from "zod";
import { clauseFeatures } from "../drafting/message/clause_features.ts";
import { type Clause, clausesOf } from "../drafting/message/clauses.ts";
import { clauseMeanings, type StoredRoleWeights } from "../drafting/message/role_model.ts";
import { type Role, ROLES, type TellingIntent } from "../drafting/message/role_names.ts";
import { encodeBytes, type StoredBytes } from "../similar/stored_bytes.ts";
import { asOwnWords } from "../triage/text/own_words.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { fitRoles, type RoleExample } from "./fit_roles.ts";
import type { SpanRow } from "./span_rows.ts";

const ALL_ROLES = [...new Set<Role>([...ROLES.bug_report, ...ROLES.feature_request])];

/** A message taken apart by its writer: every clause with its role, the title it should have. */
export const toldRow = z.object({
  id: z.string(),
  product: z.string(),
  type: z.enum(["bug_report", "feature_request"]),
  text: z.string(),
  parts: z.array(z.tuple([z.enum(ALL_ROLES), z.number().int(), z.number().int()])),
  title: z.string(),
  severity: z.string().nullable(),
  want: z.string().nullable(),
  why: z.string().nullable(),
});

/** A message taken apart. */
export type ToldRow = z.infer<typeof toldRow>;

/**
 * Chosen with a whole writer of fixtures/told.jsonl left out at a time. A row of
 * fixtures/spans.jsonl, where only some stretches are marked, counts a fifth.
 */
const FIT = {
  steps: 60,
  feature_penalty: 4e-4,
  meaning_penalty: 1e-3,
  chain_penalty: 1e-3,
} as const;
const SPAN_WEIGHT = 0.2;
const LEAST_CLAUSES = 3;
/** A feature all of whose weights are smaller is left out. */
const LEAST_WEIGHT = 0.06;
const LARGEST_BYTE = 127;

/** What a marked stretch may be; the matter itself is elsewhere than in any other. */
const MARKED: Readonly<Record<string, readonly Role[]>> = {
  fault: ["fault"],
  wish: ["wish"],
  trigger: ["step", "detail"],
  reason: ["reason", "today"],
  noise: [
    "background",
    "feeling",
    "courtesy",
    "works",
    "tried",
    "consequence",
    "set_aside",
    "today",
    "expected",
    "cause",
    "question",
  ],
};

/** A message with its clauses, and what is known of them. */
interface Labelled {
  readonly clauses: readonly Clause[];
  readonly names: readonly string[][];
  readonly allowed: readonly Uint8Array[];
  readonly anew: readonly boolean[] | null;
  readonly weight: number;
}

/** Fits the weights of a type. */
export function fitRoleWeights(
  intent: TellingIntent,
  told: readonly ToldRow[],
  marked: readonly SpanRow[],
  scorer: Scorer,
): StoredRoleWeights {
  const labelled = [
    ...told.filter(({ type }) => type === intent).map((row) => labelledParts(row, scorer)),
    ...marked.filter(({ type }) => type === intent).map((row) =>
      labelledSpans(row, intent, scorer)
    ),
  ].filter(({ clauses }) => clauses.length > 0);
  const counts = new Map<string, number>();
  for (const { names } of labelled) {
    for (const name of names.flatMap((each) => [...new Set(each)])) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const features = [...counts].filter(([, count]) => count >= LEAST_CLAUSES).map(([name]) => name);
  const numbers = new Map(features.map((name, at) => [name, at]));
  const examples = labelled.map(({ clauses, names, ...rest }): RoleExample => ({
    features: names.map((each) => Int32Array.from(each.flatMap((name) => numbers.get(name) ?? []))),
    meanings: clauseMeanings(clauses),
    ...rest,
  }));
  const roles = ROLES[intent].length;
  const { weights, ...tables } = fitRoles(examples, features.length, roles, FIT);
  const row = (at: number) => weights.subarray(at * (roles + 1), (at + 1) * (roles + 1));
  const kept = features.flatMap((_, at) =>
    row(at).some((weight) => Math.abs(weight) >= LEAST_WEIGHT) ? [at] : []
  );
  return {
    features: kept.map((at) => features[at]).join("\t"),
    weights: encoded(kept.flatMap((at) => [...row(at)])),
    meanings: encoded(tables.meanings),
    follows: encoded(tables.follows),
    first: encoded(tables.first),
    last: encoded(tables.last),
  };
}

function encoded(numbers: Iterable<number>): StoredBytes {
  const values = [...numbers];
  const most = values.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
  const scale = Number(((most || 1) / LARGEST_BYTE).toPrecision(6));
  return encodeBytes(values, scale);
}

function read(text: string, scorer: Scorer) {
  const document = scorer.read(asOwnWords(text));
  const { evidence } = scorer.score(document);
  const clauses = clausesOf(document.sentences, document.text, evidence);
  return { clauses, names: clauseFeatures(clauses) };
}

/** The stretch that most words of a clause lie in, by number; -1 where most lie in none. */
function stretchOf(
  { sentence, first, last }: Clause,
  stretches: readonly { start: number; end: number }[],
): number {
  const counts = new Map<number, number>();
  for (const { start } of sentence.tokens.slice(first, last + 1)) {
    const at = stretches.findIndex((one) => start >= one.start && start < one.end);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => one[1] > most[1] ? one : most, [-1, 0])[0];
}

function labelledParts({ text, type, parts }: ToldRow, scorer: Scorer): Labelled {
  const { clauses, names } = read(text, scorer);
  const stretches = parts.map(([, start, end]) => ({ start, end }));
  const found = clauses.map((clause) => stretchOf(clause, stretches));
  return {
    clauses,
    names,
    allowed: found.map((at) => allow(type, at < 0 ? ROLES[type] : [parts[at]?.[0] ?? "feeling"])),
    anew: found.map((at, clause) => clause === 0 || at !== found[clause - 1]),
    weight: 1,
  };
}

function labelledSpans({ text, spans }: SpanRow, intent: TellingIntent, scorer: Scorer): Labelled {
  const { clauses, names } = read(text, scorer);
  const [matter] = ROLES[intent];
  const others = spans.some(({ kind }) => kind === matter)
    ? ROLES[intent].filter((role) => role !== matter)
    : ROLES[intent];
  return {
    clauses,
    names,
    allowed: clauses.map((clause) => {
      const kind = spans[stretchOf(clause, spans)]?.kind ?? "";
      const roles = MARKED[kind]?.filter((role) =>
        (ROLES[intent] as readonly Role[]).includes(role)
      ) ?? [];
      return allow(intent, roles.length > 0 ? roles : others);
    }),
    anew: null,
    weight: SPAN_WEIGHT,
  };
}

function allow(intent: TellingIntent, roles: readonly Role[]): Uint8Array {
  const allowed = Uint8Array.from(ROLES[intent], (role) => roles.includes(role) ? 1 : 0);
  // A role that the type does not know says nothing.
  return allowed.includes(1) ? allowed : allowed.fill(1);
}
