/**
 * What else a message is: one that tells of a fault may hold a wish too.
 *
 * @module
 */
import { softmax } from "./calibration.ts";
import { type Intent, INTENTS, type Scores } from "../../triage/domain/intent.ts";
import type { CueMatch } from "../document/cue_matcher.ts";
import type { Reading } from "../document/document.ts";
import type { Features, FeatureSpace } from "./features.ts";
import { CUES } from "../cues/lexicon.ts";
import { logits } from "./linear.ts";
import type { Weights } from "./weights.ts";

/** Sentences that are judged on their own. */
const SENTENCES = 12;
/** A sentence is of an intent from this probability on … */
const LEAST_IN_SENTENCE = 0.8;
/** … or from this on where it says that it comes on top … */
const LEAST_IN_ADDITION = 0.5;
/** … and only with a cue of that intent. */
const LOUD_CUE = 0.8;

const ADDITION =
  /^[^\p{L}\d]*(?:(?:oh|and|ps),? )*(?:also|besides|by the way|btw|additionally|another|apart from that|on top of|while i|one more|second(?:ly)?|2[.):])|[^\p{L}](?:also|too|as well)[.!?]*$|^[^\p{L}]*(?:oh,? and|and|ps:?) /iu;

/** Intents other than `top` that some sentence clearly has, in the order of {@linkcode INTENTS}. */
export function secondaryIntents(
  reading: Reading,
  top: Intent,
  features: Features,
  space: FeatureSpace,
  weights: Weights,
): Intent[] {
  if (reading.sentences.length < 2) return [];
  const found = new Set<Intent>();
  for (const { intent, sentence } of cuedSentences(features.matches, top)) {
    if (found.has(intent)) continue;
    const alone = space.ofSentence(features, reading, sentence);
    const [bug = 0, wish = 0, question = 0] = softmax(logits(weights.intent, alone));
    // Praise beside a fault or a wish is no intent of its own.
    const inSentence: Scores = {
      bug_report: bug,
      feature_request: wish,
      general_inquiry: question,
    };
    const least = isAddition(reading, sentence) ? LEAST_IN_ADDITION : LEAST_IN_SENTENCE;
    if (inSentence[intent] >= least) found.add(intent);
  }
  return INTENTS.filter((intent) => found.has(intent));
}

function isAddition({ text, sentences }: Reading, index: number): boolean {
  const sentence = sentences[index];
  return sentence !== undefined && ADDITION.test(text.slice(sentence.start, sentence.end));
}

/** Sentences with a loud cue of an intent that the message may have besides, each pair once. */
function cuedSentences(
  matches: readonly CueMatch[],
  top: Intent,
): { intent: Intent; sentence: number }[] {
  const cued: { intent: Intent; sentence: number }[] = [];
  for (const { cue, sentence } of matches) {
    const said = CUES[cue];
    if (said === undefined || said.intent === top || said.weight < LOUD_CUE) continue;
    if (sentence >= SENTENCES) continue;
    if (cued.some((other) => other.sentence === sentence && other.intent === said.intent)) continue;
    cued.push({ intent: said.intent, sentence });
  }
  return cued;
}
