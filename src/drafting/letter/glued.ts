/**
 * Pieces of one sentence that was cut at a point in a name or a number:
 * "contact.|updated fires twice", "€59.|99".
 *
 * @module
 */
import type { Statement } from "../message/message_parts.ts";

/** The sentences that were chosen, with the pieces that no blank parts from them. */
export function withGlued(
  chosen: readonly Statement[],
  statements: readonly Statement[],
): readonly Statement[] {
  const [first] = chosen, last = chosen.at(-1);
  if (first === undefined || last === undefined) return chosen;
  let from = first.index, to = last.index;
  while (from > 0 && isGlued(statements[from - 1], statements[from])) from--;
  while (isGlued(statements[to], statements[to + 1])) to++;
  return [
    ...statements.slice(from, first.index),
    ...chosen,
    ...statements.slice(last.index + 1, to + 1),
  ];
}

/** Whether no blank stands between a sentence and the next, so that they are one. */
export function isGlued(one: Statement | undefined, next: Statement | undefined): boolean {
  return one !== undefined && next !== undefined && one.sentence !== null &&
    next.sentence !== null && one.sentence.end === next.sentence.start;
}
