/**
 * Puts stored cases together that tell of one thing: those of before there were
 * matters, and those that came while what they are like was not yet known.
 *
 * @module
 */
import { MATTER_LIMITS, type MatterDesk } from "../triage/domain/matter.ts";
import type { CaseJoining } from "../triage/domain/case.ts";
import type { BuiltCase, MatterBuilding } from "../triage/domain/matter_building.ts";
import { SIMILAR_LIMITS, type SimilarCases } from "../triage/domain/similar.ts";
import { bestKnown, tellingOf } from "../triage/known_matter.ts";

/** What matters are built with. */
export interface BuildingParts {
  readonly building: MatterBuilding;
  readonly matters: Pick<MatterDesk, "known">;
  readonly similar: Pick<SimilarCases, "similarTo">;
  /** Whether all stored cases can be compared. */
  readonly compared: () => boolean;
  /** Probability from which two cases are put together, in [0, 1]. */
  readonly probability: number;
  readonly now: () => Date;
}

/** Cases gone through in one round. */
const ROUND_CASES = 50;
/** New cases are left for so long: one that came before may be written a little later. */
const SETTLED_AFTER_MS = 60_000;
/** Cases of another matter that one is like before the two are made one. */
const LINKS_TO_MERGE = 2;
/** Cases up to which each of a matter asks whether another one tells of the same. */
const ALL_ASK_CASES = 16;
/** Of a larger matter one of so many asks: they tell of the same, and it takes a look for each. */
const ONE_ASKS_OF = 8;
/** Pauses before the next round, while there is more to do and when there is not. */
const PAUSE_MS = { more: 50, none: 30_000, not_compared: 1_000 } as const;

/** A way through the cases. */
export interface BuildingRounds {
  /** Goes a stretch; the pause before the next, in milliseconds. */
  round(): Promise<number>;
  /** Whether it has come to the present: then counts of matters say something of the past. */
  caughtUp(): boolean;
}

/** Makes one that goes on where the last process ended. */
export function buildMatters(parts: BuildingParts): BuildingRounds {
  const { building, compared, now } = parts;
  let caughtUp = false;
  return {
    caughtUp: () => caughtUp,
    async round() {
      if (!compared()) return PAUSE_MS.not_compared;
      const before = new Date(now().getTime() - SETTLED_AFTER_MS);
      const cases = await building.next(before, ROUND_CASES);
      // A commit for each that joins and one for the round: each waits for the disk.
      for (const one of cases) {
        const { case_id, open } = one;
        const like = open ? await likeOf(parts, case_id) : null;
        if (like !== null) await building.done(case_id, like);
        const other = asksForOther(one) ? await otherMatterOf(parts, case_id) : null;
        if (other !== null) await building.merge(case_id, other);
      }
      const last = cases.at(-1);
      if (last !== undefined) await building.done(last.case_id, null);
      caughtUp ||= cases.length < ROUND_CASES;
      return cases.length < ROUND_CASES ? PAUSE_MS.none : PAUSE_MS.more;
    },
  };
}

/** Whether it is looked for another matter that tells of the same. The last digit of an id is chance. */
function asksForOther({ case_id, matter_cases }: BuiltCase): boolean {
  if (matter_cases <= ALL_ASK_CASES) return matter_cases > 0;
  return Number.parseInt(case_id.slice(-1), 16) % ONE_ASKS_OF === 0;
}

/**
 * The most probable case of the same type, `null` where none is probable enough. A later one will
 * do: of two that came at once a third may have joined only the second.
 */
async function likeOf(parts: BuildingParts, caseId: string): Promise<CaseJoining | null> {
  const found = await likely(parts, caseId, MATTER_LIMITS.looked_at);
  if (found === null) return null;
  return bestKnown(found.others, found.telling, found.joiner)?.joins ?? null;
}

/**
 * A case of another matter that tells of the same as this one's, `null` where none is sure. As sure
 * as joining is not enough, since a whole matter moves: two cases of the other must each be alike
 * (fixtures/same_matter.jsonl, products left out: so merged, pairs of one matter are as often right
 * as those that join case by case, .91; by one such case .90).
 */
async function otherMatterOf(parts: BuildingParts, caseId: string): Promise<CaseJoining | null> {
  // The most alike are mostly those of its own matter.
  const found = await likely(parts, caseId, SIMILAR_LIMITS.cases);
  if (found === null) return null;
  const { own, others, telling, joiner } = found;
  const open = others.filter((one) =>
    one.matter_id !== null && one.matter_id !== own.matter_id && !one.solved
  );
  for (const cases of Map.groupBy(open, ({ matter_id }) => matter_id).values()) {
    const sure = telling.filter((one) =>
      one.sure && cases.some(({ case_id }) => case_id === one.case_id)
    );
    const best = bestKnown(cases, telling, joiner);
    if (best !== null && sure.length >= LINKS_TO_MERGE) return best.joins;
  }
  return null;
}

/** A case, those that tell of the same, and what is known of them; `null` where none does, or it is grave. */
async function likely(
  { matters, similar, probability }: BuildingParts,
  caseId: string,
  limit: number,
) {
  const found = await similar.similarTo(caseId, limit);
  const telling = tellingOf(found.filter((one) => one.case_id !== caseId), probability);
  if (telling === null) return null;
  const [own, ...others] = await matters.known([caseId, ...telling.map(({ case_id }) => case_id)]);
  if (own?.case_id !== caseId || own.grave) return null;
  return { own, others, telling, joiner: { intent: own.message_type, category: null } };
}
