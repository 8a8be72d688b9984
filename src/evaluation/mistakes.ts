/**
 * The wrong answers one was surest of: where to read when something is to improve.
 *
 * @module
 */
import { type Intent, topIntent } from "../triage/domain/intent.ts";
import type { Outcome } from "./outcome.ts";

/** A wrong answer. */
export interface Mistake {
  readonly outcome: Outcome;
  readonly label: Intent;
  readonly predicted: Intent;
  /** Probability given to the wrong answer. */
  readonly confidence: number;
}

/** The `count` most confident mistakes, strict labels before weak ones, the worst first. */
export function worstMistakes(outcomes: readonly Outcome[], count: number): Mistake[] {
  const mistakes = outcomes.flatMap((outcome): Mistake[] => {
    const { row: { label }, judgement: { scores } } = outcome;
    const predicted = topIntent(scores);
    if (label === undefined || label === predicted) return [];
    return [{ outcome, label, predicted, confidence: scores[predicted] }];
  });
  return mistakes.sort((a, b) =>
    Number(a.outcome.row.map === "weak") - Number(b.outcome.row.map === "weak") ||
    b.confidence - a.confidence
  ).slice(0, count);
}

/** A mistake on a few lines, for the terminal: it holds the start of the text. */
export function describeMistake({ outcome, label, predicted, confidence }: Mistake): string {
  const { row, judgement } = outcome;
  const said = judgement.evidence.filter(({ intent }) => intent === predicted)
    .slice(0, SHOWN_EVIDENCE).map(({ text, cue }) => `${JSON.stringify(text)} (${cue})`);
  const text = row.text.replace(/\s+/g, " ");
  return [
    `${confidence.toFixed(3)} ${predicted}, labelled ${label} (${row.map}), ${row.id}`,
    `  ${text.length > SHOWN_CHARACTERS ? text.slice(0, SHOWN_CHARACTERS) + "…" : text}`,
    ...(said.length === 0 ? [] : [`  because of ${said.join(", ")}`]),
  ].join("\n");
}

const SHOWN_CHARACTERS = 300;
const SHOWN_EVIDENCE = 4;
