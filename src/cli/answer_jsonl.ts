/**
 * Answers as JSON, one a line.
 *
 * @module
 */
import type { Found } from "../batch/read_records.ts";
import type { Outcome } from "./outcome.ts";

/**
 * The line for a record; `null` where it gets none. Where line n of the input
 * is record n it always gets one, in its place; elsewhere each names its line.
 */
export function jsonLine(outcome: Outcome, found: Found | null, explain: boolean): string | null {
  const { record: { line, row }, id, answered, problem, left_out } = outcome;
  const inPlace = found === null || found.plain_lines;
  if (problem !== null) return write({ ...id, line, problem });
  if (answered === null) return inPlace ? write({ ...id, line, skipped: left_out }) : null;
  const mail = found?.format === "mbox" || found?.format === "eml";
  const attachments = mail ? row?.attachments : undefined;
  return write({
    ...id,
    ...(!inPlace && { line }),
    ...answered.answer,
    ...(attachments !== undefined && { attachments }),
    ...(explain && { explanation: answered.explanation }),
  });
}

function write(value: unknown): string {
  return JSON.stringify(value) + "\n";
}
