/**
 * The lexicon: every cue, in one list whose order numbers them.
 *
 * @module
 */
import type { Cue } from "./cue.ts";
import { DECLARED_CUES, FORM_CUES } from "./declared_type.ts";
import { FAILURE_CUES } from "./failure_cues.ts";
import { PHRASE_PATTERNS } from "../words/phrase_patterns.ts";
import { PLAIN_CUES } from "./plain_cues.ts";
import { QUESTION_CUES } from "./question_cues.ts";
import { TOPIC_CUES } from "./topic_cues.ts";
import { WISH_CUES } from "./wish_cues.ts";

const TURN_CUES: readonly Cue[] = [
  { name: "but", intent: "bug_report", weight: 0.2, phrases: ["but", "however", "except"] },
  { name: "unfortunately", intent: "bug_report", weight: 0.3, phrases: ["unfortunately", "sadly"] },
  { name: "if", intent: "feature_request", weight: 0.1, phrases: ["if"] },
  { name: "not", intent: "bug_report", weight: 0.2, phrases: ["not", "no", "never", "nothing"] },
  { name: "you", intent: "feature_request", weight: 0.1, phrases: ["you", "your"] },
  {
    name: "maker",
    intent: "feature_request",
    weight: 0.2,
    phrases: ["team", "developer", "developers", "dev", "devs", "guys", "folks"],
  },
  { name: "me", intent: "general_inquiry", weight: 0.1, phrases: ["my", "i", "we", "our", "me"] },
  { name: "code", intent: "bug_report", weight: 0, phrases: ["xcode", "xcodeblock"] },
  { name: "address", intent: "general_inquiry", weight: 0, phrases: ["xurl"] },
];

/** Phrases that wink-nlp finds by parts of speech speak as cues too. */
const PATTERN_CUES: readonly Cue[] = PHRASE_PATTERNS.map(({ name, intent, weight }) => ({
  name,
  intent,
  weight,
  phrases: [],
}));

/** Every cue. */
export const CUES: readonly Cue[] = [
  ...FAILURE_CUES,
  ...WISH_CUES,
  ...QUESTION_CUES,
  ...TOPIC_CUES,
  ...PLAIN_CUES,
  ...TURN_CUES,
  ...PATTERN_CUES,
  ...DECLARED_CUES,
  ...FORM_CUES,
];
