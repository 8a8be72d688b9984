/**
 * The decision rule: is the local judgement sure enough, and is a model asked?
 *
 * @module
 */
import { INTENTS, topIntent } from "./domain/intent.ts";
import type { Intent } from "./domain/intent.ts";
import type { Judgement } from "./domain/judgement.ts";

/**
 * When a model is asked. `auto`: it writes every reply, and gives an opinion
 * below the threshold; `uncertain`: it is asked only below the threshold;
 * `off`: never.
 */
export type LlmMode = "auto" | "uncertain" | "off";

/** Settings of the cascade. */
export interface CascadeOptions {
  readonly mode: LlmMode;
  /** Local confidence below which the model's opinion on the type is asked, in [0, 1]. */
  readonly escalate_below: number;
}

/**
 * Decides which intents a model is asked about.
 *
 * @param sample_due Whether a message of which the scorer is sure is to be asked too, to see how
 * the model judges it.
 * @returns No intent: no call. One: its reply only. All three: opinion and reply.
 */
export function decide(
  { scores }: Pick<Judgement, "scores">,
  options: CascadeOptions,
  sample_due = false,
): readonly Intent[] {
  if (options.mode === "off") return [];
  const intent = topIntent(scores);
  if (scores[intent] < options.escalate_below) return INTENTS;
  return options.mode === "auto" || sample_due ? [intent] : [];
}
