/**
 * What else a message is: one that tells of a fault may hold a wish too.
 *
 * @module
 */
import { softmax } from "../triage/calibration.ts";
import { type Intent, INTENTS, type Scores } from "../triage/intent.ts";
import type { Reading } from "./document.ts";
import type { FeatureSpace } from "./features.ts";
import { CUES } from "./lexicon.ts";
import { logits } from "./linear.ts";
import type { Weights } from "./weights.ts";

/** Sentences that are judged on their own. */
const SENTENCES = 12;
const LEAST_TOKENS = 3;
/** An intent below this probability in the whole message is not looked for in its parts. */
const LEAST_IN_MESSAGE = 0.05;
/** A sentence is of an intent from this probability on … */
const LEAST_IN_SENTENCE = 0.7;
/** … and only with a cue of that intent. */
const FACE_OF_CUE = 0.5;

/** Intents other than `top` that some sentence clearly has, in the order of {@linkcode INTENTS}. */
export function secondaryIntents(
  reading: Reading,
  top: Intent,
  scores: Scores,
  space: FeatureSpace,
  weights: Weights,
): Intent[] {
  const possible = INTENTS.filter((intent) => intent !== top && scores[intent] >= LEAST_IN_MESSAGE);
  if (possible.length === 0 || reading.sentences.length < 2) return [];
  const found = new Set<Intent>();
  for (let at = 0; at < Math.min(SENTENCES, reading.sentences.length); at++) {
    if ((reading.sentences[at]?.tokens.length ?? 0) < LEAST_TOKENS) continue;
    const features = space.extract(reading, [at]);
    const [bug = 0, wish = 0, question = 0] = softmax(logits(weights.intent, features));
    // Praise beside a fault or a wish is no intent of its own.
    const inSentence: Scores = {
      bug_report: bug,
      feature_request: wish,
      general_inquiry: question,
    };
    for (const intent of possible) {
      if (inSentence[intent] < LEAST_IN_SENTENCE) continue;
      const cued = features.matches.some(({ cue }) => {
        const said = CUES[cue];
        return said?.intent === intent && said.weight >= FACE_OF_CUE;
      });
      if (cued) found.add(intent);
    }
  }
  return possible.filter((intent) => found.has(intent));
}
