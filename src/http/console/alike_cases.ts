/**
 * The cases that a case's page shows beside it: probably of the same thing.
 *
 * @module
 */
import type { AlikeCase } from "../../console/similar_panel.tsx";
import { Failure } from "../../triage/domain/failure.ts";
import { SIMILAR_LIMITS } from "../../triage/domain/similar.ts";
import type { ConsoleParts } from "./console_page.ts";

/** Similar cases with what they are; none of a case that is erased. */
export async function alikeCases(
  { desk, similar }: Pick<ConsoleParts, "desk" | "similar">,
  caseId: string,
): Promise<readonly AlikeCase[]> {
  try {
    const found = await similar.similarTo(caseId, SIMILAR_LIMITS.explained_cases);
    const probable = found.filter(({ probability }) =>
      probability >= SIMILAR_LIMITS.explained_probability
    );
    return await Promise.all(
      probable.map(async (one) => ({ ...one, record: await desk.read(one.case_id) })),
    );
  } catch (failure) {
    if (failure instanceof Failure && failure.code === "not_found") return [];
    throw failure;
  }
}
