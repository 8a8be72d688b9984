/**
 * Says in one line each what an operator should know of the model, so that
 * nobody goes local in silence.
 *
 * @module
 */
import type { Clock } from "../triage/domain/ports.ts";
import type { ModelEvent } from "./model_options.ts";
import type { StandingChange } from "./standing.ts";

/** What does not change from call to call is told again after this long, in milliseconds. */
const TOLD_AGAIN_MS = 60 * 60 * 1_000;

/** Turns events into lines: one for each change. */
export function createModelNotices(
  clock: Clock,
  onNotice: (line: string) => void,
): (event: ModelEvent) => void {
  /** Since when the breaker is open; probes that fail change nothing. */
  let open = false;
  const told = new Map<string, string>();

  /** Says a line, unless it was said of this day or hour. */
  function once(kind: string, period: string, line: string): void {
    if (told.get(kind) === period) return;
    told.set(kind, period);
    onNotice(line);
  }

  return (event) => {
    switch (event.kind) {
      case "breaker": {
        if (event.state === "probing" || open === (event.state === "open")) return;
        open = event.state === "open";
        return onNotice(open ? opened(event.cause) : "The model is asked again: it answered.");
      }
      case "ability":
        return onNotice(abilityLine(event));
      case "room":
        return onNotice(
          `The model's thoughts filled the limit of its answer: ${event.output_tokens} tokens ` +
            "are allowed from now on.",
        );
      case "prompt_cut":
        return once(
          "prompt_cut",
          String(Math.floor(clock.monotonicMs() / TOLD_AGAIN_MS)),
          `The model server read ${event.read_tokens} tokens of about ${event.sent_tokens} that ` +
            "were sent: its context is too short, and the instructions were cut.",
        );
      case "budget_spent": {
        const day = clock.now().toISOString().slice(0, 10);
        return once(
          "budget_spent",
          day,
          `The model's budget of ${day} (UTC) is spent: answers are local until tomorrow.`,
        );
      }
      case "standing":
        return onNotice(standingLine(event));
      case "attempt":
    }
  };
}

function opened(cause: { readonly code: string; readonly words: string } | null): string {
  const words = cause === null || cause.words === "" ? "" : `: ${cause.words}`;
  return `The model is not asked for the moment, answers are local (${
    cause?.code ?? "model_error"
  }${words}).`;
}

function abilityLine(
  { ability, change, now, words }: Extract<ModelEvent, { kind: "ability" }>,
): string {
  if (change === "regained") return `The model server takes ${ability} again (now ${now}).`;
  const why = words === "" ? "it gave none" : words;
  return `The model server does not take ${ability} (now ${now}): ${why}`;
}

function standingLine({ state, weight, exam, samples }: StandingChange): string {
  const shown = `${exam.right} of ${exam.answered} in the entrance exam` +
    (samples.answered === 0 ? "" : `, ${samples.right} of ${samples.answered} samples`);
  return state === "dropped"
    ? `The model's opinions are dropped, it judges too badly: ${shown}. Its drafts stay where they hold.`
    : `The model's opinions count by ${weight.toFixed(2)}: ${shown}.`;
}
