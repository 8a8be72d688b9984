/**
 * A labelled row and what a scorer said of it: what every figure is made of.
 *
 * @module
 */
import { readMessage } from "../reading/read_message.ts";
import { type Intent, type Scores, topIntent } from "../triage/domain/intent.ts";
import type { Judgement } from "../triage/domain/judgement.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import type { LabelledRow } from "./dataset.ts";

/** A row with the judgement of its text. */
export interface Outcome {
  readonly row: LabelledRow;
  readonly judgement: Judgement;
}

/** A probability for each intent and the intent that was right. */
export interface Scored {
  readonly label: Intent;
  readonly scores: Scores;
}

/** Judges every row. */
export function judge(rows: readonly LabelledRow[], scorer: Scorer): Outcome[] {
  return rows.map((row) => ({ row, judgement: scorer.score(scorer.read(readMessage(row.text))) }));
}

/** The outcomes whose intent is known, in the shape that the figures want. */
export function scoredOf(outcomes: readonly Outcome[]): Scored[] {
  return outcomes.flatMap(({ row: { label }, judgement: { scores } }) =>
    label === undefined ? [] : [{ label, scores }]
  );
}

/** Whether the most probable intent was the right one, and how probable it was said to be. */
export function confidenceOf({ label, scores }: Scored): { right: boolean; confidence: number } {
  const top = topIntent(scores);
  return { right: top === label, confidence: scores[top] };
}
