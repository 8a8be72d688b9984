/**
 * What probably tells of the same as a matter and is not in it: another matter,
 * or a case that stands alone. Proposed to people, who put it together or not.
 *
 * @module
 */
import { Failure } from "./domain/failure.ts";
import type { KnownMatter, LikelySame, MatterDesk } from "./domain/matter.ts";
import type { SimilarCase, SimilarCases } from "./domain/similar.ts";

/** Bounds of what is looked at and proposed. */
export const LIKELY_LIMITS = {
  /** Of a matter so many cases are looked at, the oldest: they are the first told. */
  looked_cases: 10,
  /** Cases that are looked for beside each of these. */
  found_cases: 12,
  proposed: 5,
  /** Less probable things are not proposed. */
  probability: 0.5,
} as const;

/** What proposals are made with. */
export interface LikelyParts {
  readonly matters: Pick<MatterDesk, "read" | "cases" | "known" | "ofCase">;
  readonly similar: Pick<SimilarCases, "similarTo">;
}

/** What probably tells of the same, the most probable first. @throws {Failure} `not_found` */
export async function likelySame(
  { matters, similar }: LikelyParts,
  matterId: string,
): Promise<LikelySame[]> {
  const { looked_cases, proposed } = LIKELY_LIMITS;
  const [matter, { items }] = await Promise.all([
    matters.read(matterId),
    matters.cases(matterId, { limit: looked_cases, cursor: null }),
  ]);
  const found = await Promise.all(items.map(({ case_id }) => alike(similar, case_id)));
  const best = new Map<string, SimilarCase>();
  for (const one of found.flat()) {
    if ((best.get(one.case_id)?.probability ?? 0) < one.probability) best.set(one.case_id, one);
  }
  const known = (await matters.known([...best.keys()])).filter((one) =>
    one.matter_id !== matterId && one.message_type === matter.message_type
  );
  const things = Map.groupBy(known, ({ matter_id, case_id }) => matter_id ?? case_id);
  const likely = things.values().flatMap((cases) => {
    const [first] = cases.flatMap(({ case_id }) => best.get(case_id) ?? [])
      .sort((one, other) => other.probability - one.probability);
    return first === undefined ? [] : [{ first, cases }];
  }).toArray().sort((one, other) => other.first.probability - one.first.probability);
  return await Promise.all(
    likely.slice(0, proposed).map(({ first, cases }) => proposalOf(matters, first, cases)),
  );
}

async function proposalOf(
  matters: LikelyParts["matters"],
  { case_id, probability, why, differs }: SimilarCase,
  cases: readonly KnownMatter[],
): Promise<LikelySame> {
  const one = cases.find((known) => known.case_id === case_id);
  const matter = one?.matter_id ? await matters.ofCase(case_id) : null;
  return {
    matter_id: matter?.matter_id ?? null,
    ticket_id: one?.ticket_id ?? null,
    title: matter?.title ?? null,
    case_id,
    cases: matter?.cases ?? 1,
    alike: cases.length,
    probability,
    why,
    differs,
  };
}

/** Probable cases beside one; none where its text is erased. */
async function alike(
  similar: LikelyParts["similar"],
  caseId: string,
): Promise<readonly SimilarCase[]> {
  try {
    const found = await similar.similarTo(caseId, LIKELY_LIMITS.found_cases);
    return found.filter(({ probability }) => probability >= LIKELY_LIMITS.probability);
  } catch (failure) {
    if (failure instanceof Failure && failure.code === "not_found") return [];
    throw failure;
  }
}
