/**
 * What else a message is: one that tells of a fault may hold a wish too. The
 * more urgent of two matters is the type.
 *
 * @module
 */
import {
  type Intent,
  INTENTS,
  mapScores,
  type Scores,
  topIntent,
} from "../../triage/domain/intent.ts";
import type { Reading } from "../document/document.ts";
import { LONG_TOKENS } from "../model/intent_model.ts";
import type { MatterReader, SecondMatter } from "./second_matter.ts";
import type { Segment } from "./segments.ts";

/** A third matter is named where it is surer than the second by so much. */
const THIRD_MARGIN = 0.15;
/** Another matter comes first where that is likelier than not. */
const LEAST_FIRST = 0.5;

/** The distribution over first intents, and the intents besides, in the order of {@linkcode INTENTS}. */
export interface Matters {
  readonly scores: Scores;
  readonly secondary: readonly Intent[];
}

/**
 * Tells the matters of a message of `tokens` tokens from what its segments say. In a long one the
 * first stays: there it is the form of the whole that counts.
 */
export function mattersOf(
  segments: readonly Segment[],
  { words }: Pick<Reading, "words">,
  scores: Scores,
  tokens: number,
  reader: MatterReader,
): Matters {
  if (segments.length < 2) return { scores, secondary: [] };
  const top = topIntent(scores);
  const others = reader.others(reader.view(segments, words, scores), top);
  const likeliest = Math.max(...others.map(({ probability }) => probability));
  const named = others.filter(({ probability }) =>
    probability >= reader.namedFrom + (probability === likeliest ? 0 : THIRD_MARGIN)
  );
  const secondary = named.map(({ intent }) => intent);
  const second = named.find(({ probability }) => probability === likeliest);
  if (second === undefined || tokens >= LONG_TOKENS) return { scores, secondary };
  const ofTwo = scoresOfTwo(scores, top, second);
  if (ofTwo[second.intent] < LEAST_FIRST) return { scores, secondary };
  return {
    scores: ofTwo,
    secondary: INTENTS.filter((one) =>
      one === top || one !== second.intent && secondary.includes(one)
    ),
  };
}

/** What comes first: one of both where there are two, else what the scores say. */
export function scoresOfTwo(scores: Scores, top: Intent, second: SecondMatter): Scores {
  const { intent, probability, first_probability } = second;
  return mapScores((one) => {
    const first = one === intent ? first_probability : one === top ? 1 - first_probability : 0;
    return probability * first + (1 - probability) * scores[one];
  });
}
