/**
 * What else a message is: one that tells of a fault may hold a wish too.
 *
 * @module
 */
import { softmax } from "../triage/calibration.ts";
import { type Intent, INTENTS, type Scores } from "../triage/intent.ts";
import type { CueMatch } from "./cue_matcher.ts";
import type { Reading } from "./document.ts";
import type { Features, FeatureSpace } from "./features.ts";
import { CUES } from "./lexicon.ts";
import { logits } from "./linear.ts";
import type { Weights } from "./weights.ts";

/** Sentences that are judged on their own. */
const SENTENCES = 12;
/** An intent below this probability in the whole message is not looked for in its parts. */
const LEAST_IN_MESSAGE = 0.1;
/** A sentence is of an intent from this probability on … */
const LEAST_IN_SENTENCE = 0.7;
/** … and only with a cue of that intent. */
const LOUD_CUE = 0.8;

/** Intents other than `top` that some sentence clearly has, in the order of {@linkcode INTENTS}. */
export function secondaryIntents(
  reading: Reading,
  top: Intent,
  scores: Scores,
  features: Features,
  space: FeatureSpace,
  weights: Weights,
): Intent[] {
  if (reading.sentences.length < 2) return [];
  const found = new Set<Intent>();
  for (const { intent, sentence } of cuedSentences(features.matches, top, scores)) {
    if (found.has(intent)) continue;
    const alone = space.ofSentence(features, reading, sentence);
    const [bug = 0, wish = 0, question = 0] = softmax(logits(weights.intent, alone));
    // Praise beside a fault or a wish is no intent of its own.
    const inSentence: Scores = {
      bug_report: bug,
      feature_request: wish,
      general_inquiry: question,
    };
    if (inSentence[intent] >= LEAST_IN_SENTENCE) found.add(intent);
  }
  return INTENTS.filter((intent) => found.has(intent));
}

/** Sentences with a loud cue of an intent that the message may have besides, each pair once. */
function cuedSentences(
  matches: readonly CueMatch[],
  top: Intent,
  scores: Scores,
): { intent: Intent; sentence: number }[] {
  const cued: { intent: Intent; sentence: number }[] = [];
  for (const { cue, sentence } of matches) {
    const said = CUES[cue];
    if (said === undefined || said.intent === top || said.weight < LOUD_CUE) continue;
    if (scores[said.intent] < LEAST_IN_MESSAGE || sentence >= SENTENCES) continue;
    if (cued.some((other) => other.sentence === sentence && other.intent === said.intent)) continue;
    cued.push({ intent: said.intent, sentence });
  }
  return cued;
}
