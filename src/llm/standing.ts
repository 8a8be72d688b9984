/**
 * What a model has shown of itself, and how much its opinions count therefore.
 *
 * Each judged message has a skill: 1 less its Brier score over that of knowing
 * nothing (Brier skill score, Murphy 1973): 1 is sure and right, 0 as good as
 * nothing, negative is sure and wrong. Their mean sets the weight. A small model
 * that names wrong types with certainty is so told from one that errs in doubt.
 *
 * @module
 */
import { type Intent, INTENTS, type Scores, topIntent } from "../triage/domain/intent.ts";
import type { ModelStanding } from "../triage/domain/ports.ts";

/** A message that the model judged, of a type that is known. */
export interface Judged {
  readonly scores: Scores;
  readonly truth: Intent;
}

/** The model's standing changed, or its exam is over. */
export interface StandingChange extends ModelStanding {
  readonly kind: "standing";
}

/** Watches one model. */
export interface StandingBook {
  current(): ModelStanding;
  /** Enters the entrance exam. */
  examined(judged: readonly Judged[]): void;
  /** Enters a message of which the scorer is sure. */
  sampled(judged: Judged): void;
}

/**
 * Mean skill below which opinions are dropped, and from which on they count in
 * full; between, in proportion. `deno task bench:cascade` shows what that comes
 * to for models of accuracy 0.3 to 0.95.
 */
export const SKILL = { floor: 0.2, full: 0.5 } as const;
/**
 * So many messages of no skill are taken as judged before the first: a dozen
 * questions can be luck. With 6 the unluckiest exam in 20 leaves no simulated
 * model's blend worse than the local judgement; with 3 one is worse by 0.5 points.
 */
const DOUBT = 6;
/** Answers without which an exam says nothing. */
export const EXAM_ANSWERS_MIN = 8;
/** So many samples are remembered: the exam, and what the model was long ago, count ever less. */
const SAMPLES_MAX = 48;
/** Brier score of one third for each type. */
const KNOWING_NOTHING = 2 / 3;

/** Starts with nothing shown: opinions do not count before the exam. */
export function createStandingBook(onChange: (change: StandingChange) => void): StandingBook {
  let exam: readonly Judged[] = [];
  let samples: readonly Judged[] = [];
  let sampled_in_all = { answered: 0, right: 0 };
  let last: ModelStanding["state"] = "unproven";

  function current(): ModelStanding {
    const told = { exam: tally(exam), samples: sampled_in_all };
    if (exam.length < EXAM_ANSWERS_MIN) return { state: "unproven", weight: 0, ...told };
    const weight = weightOf([...exam, ...samples]);
    return { state: weight > 0 ? "trusted" : "dropped", weight, ...told };
  }

  function tell(always: boolean): void {
    const now = current();
    if (always || now.state !== last) onChange({ kind: "standing", ...now });
    last = now.state;
  }

  return {
    current,
    examined(judged) {
      exam = judged;
      samples = [];
      tell(true);
    },
    sampled(judged) {
      samples = [...samples, judged].slice(-SAMPLES_MAX);
      const right = topIntent(judged.scores) === judged.truth ? 1 : 0;
      sampled_in_all = {
        answered: sampled_in_all.answered + 1,
        right: sampled_in_all.right + right,
      };
      tell(false);
    },
  };
}

/** How much opinions count after what was judged, in [0, 1]. */
export function weightOf(judged: readonly Judged[]): number {
  const mean = judged.reduce((sum, one) => sum + skillOf(one), 0) / (judged.length + DOUBT);
  return Math.min(1, Math.max(0, (mean - SKILL.floor) / (SKILL.full - SKILL.floor)));
}

function skillOf({ scores, truth }: Judged): number {
  const brier = INTENTS.reduce(
    (sum, intent) => sum + (scores[intent] - (intent === truth ? 1 : 0)) ** 2,
    0,
  );
  return 1 - brier / KNOWING_NOTHING;
}

function tally(judged: readonly Judged[]): ModelStanding["exam"] {
  const right = judged.filter(({ scores, truth }) => topIntent(scores) === truth).length;
  return { answered: judged.length, right };
}
