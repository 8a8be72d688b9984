/**
 * Which correction somebody saw last before deciding, so that one person's
 * verdict does not take the place of another's that they never saw.
 *
 * @module
 */
import type { CaseRecord, Correction } from "./desk.ts";
import { Failure } from "./failure.ts";

/** When the last correction in force was made, as forms and clients send it back; `null` without one. */
export function lastCorrectedAt({ corrections }: Pick<CaseRecord, "corrections">): string | null {
  return corrections.at(-1)?.corrected_at.toISOString() ?? null;
}

/** Whether another correction is the last by now than the one that was seen. */
export function isStale(
  record: Pick<CaseRecord, "corrections">,
  { last_corrected_at: seen }: Pick<Correction, "last_corrected_at">,
): boolean {
  if (seen === undefined) return false;
  const last = record.corrections.at(-1)?.corrected_at.getTime() ?? null;
  return last !== (seen === null ? null : Date.parse(seen));
}

/**
 * Lets a verdict through that says nothing of what was seen, or saw the last correction.
 *
 * @throws {Failure} `case_conflict`
 */
export function refuseStale(record: CaseRecord, given: Correction): void {
  if (!isStale(record, given)) return;
  const last = record.corrections.at(-1);
  throw new Failure(
    "case_conflict",
    "Cannot correct the case: " +
      (last === undefined
        ? "the correction that was seen is taken back"
        : `${last.corrected_by} decided meanwhile: ${last.inquiry_category ?? last.message_type}`),
  );
}
