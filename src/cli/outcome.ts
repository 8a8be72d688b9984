/**
 * What became of one record of a batch.
 *
 * @module
 */
import { idOf, toMessage } from "../batch/input_record.ts";
import type { BatchRecord } from "../batch/read_records.ts";
import { type Problem, toProblem } from "../http/answer/problem.ts";
import type { Answer } from "../triage/domain/answer.ts";
import type { Explanation } from "../triage/domain/explanation.ts";
import type { Triage } from "../triage/triage.ts";

/** A record, and what became of it: exactly one of the three last is not `null`. */
export interface Outcome {
  readonly record: BatchRecord;
  /** `{id}`, or nothing where it has none. */
  readonly id: { readonly id?: unknown };
  readonly answered: { readonly answer: Answer; readonly explanation: Explanation } | null;
  readonly problem: Problem | null;
  /** Why it was passed over. */
  readonly left_out: string | null;
}

/** What is wrong, in a line: by field where that is known. */
export function problemText({ code, detail, errors }: Problem): string {
  const fields = errors?.map(({ path, message }) => `${path} ${message}`.trim()).join("; ");
  return `${code}: ${fields ?? detail}`;
}

/** Nobody goes away from a file. */
const NEVER = new AbortController().signal;

/** Works on one record. Never throws: a failure is an outcome. */
export async function workOn(record: BatchRecord, triage: Triage): Promise<Outcome> {
  const nothing = { record, id: idOf(record.value), answered: null, problem: null, left_out: null };
  if (record.left_out !== null) return { ...nothing, left_out: record.left_out };
  try {
    return { ...nothing, answered: await triage(toMessage(record.value), NEVER) };
  } catch (thrown) {
    return { ...nothing, problem: toProblem(thrown, `line-${record.line}`) };
  }
}
