/**
 * What else a message is: one that tells of a fault may hold a wish too. What
 * is urgent comes first: what the customer says matters more, where nothing is
 * said a fault, then lost money, then the rest.
 *
 * @module
 */
import { type Intent, INTENTS, type Scores, topIntent } from "../../triage/domain/intent.ts";
import { LONG_TOKENS } from "./intent_model.ts";
import { secondMatter, type Told, toldBy } from "./second_matter.ts";
import type { Segment } from "./segments.ts";

/** From this probability on another matter is named … */
const LEAST_NAMED = 0.43;
/** … where it is the likelier of both others; the other one from this one on … */
const LEAST_THIRD = 0.6;
/** … and from this one on it comes first, where it is more urgent. */
const LEAST_FIRST = 0.62;

/** The distribution over first intents, and the intents besides, in the order of {@linkcode INTENTS}. */
export interface Matters {
  readonly scores: Scores;
  readonly secondary: readonly Intent[];
}

/**
 * Tells the matters of a message of `tokens` tokens from what its segments say. In a long one the
 * first stays: there it is the form of the whole that counts.
 */
export function mattersOf(segments: readonly Segment[], scores: Scores, tokens: number): Matters {
  if (segments.length < 2) return { scores, secondary: [] };
  const top = topIntent(scores);
  const told = toldBy(segments);
  const others = INTENTS.filter((intent) => intent !== top).map((intent) => ({
    intent,
    ...secondMatter(segments, told, { intent, top, scores, least: LEAST_NAMED }),
  }));
  const likeliest = Math.max(...others.map(({ probability }) => probability));
  const named = others.filter(({ probability }) =>
    probability >= (probability === likeliest ? LEAST_NAMED : LEAST_THIRD)
  );
  const urgent = tokens >= LONG_TOKENS
    ? undefined
    : named.find((other) =>
      other.probability >= LEAST_FIRST &&
      (other.outweighs > 0 || other.outweighs === 0 && isMoreUrgent(other.intent, top, told))
    );
  if (urgent === undefined) return { scores, secondary: named.map(({ intent }) => intent) };
  const { intent, probability } = urgent;
  return {
    scores: withFirst(scores, intent, probability),
    secondary: INTENTS.filter((other) =>
      other === top || other !== intent && named.some((one) => one.intent === other)
    ),
  };
}

function isMoreUrgent(intent: Intent, top: Intent, told: Told): boolean {
  if (intent === "bug_report") return true;
  return intent === "general_inquiry" && top === "feature_request" && told.money;
}

/** It comes first where it is there at all: with that probability. The rest keep their ratios. */
function withFirst(scores: Scores, intent: Intent, probability: number): Scores {
  const rest = (1 - probability) / (1 - scores[intent]);
  const shared = {
    bug_report: scores.bug_report * rest,
    feature_request: scores.feature_request * rest,
    general_inquiry: scores.general_inquiry * rest,
  };
  return { ...shared, [intent]: probability };
}
