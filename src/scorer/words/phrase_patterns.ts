/**
 * Patterns over parts of speech, learnt by wink-nlp as custom entities. They
 * catch constructions whatever the words: "the graph does not redraw".
 *
 * wink-nlp 2.4 silently ignores some patterns that look right (an optional
 * part inside a list of several, for one): each pattern here has its test.
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";

/** A pattern in wink-nlp's notation; its name is the name of a cue. */
export interface PhrasePattern {
  readonly name: string;
  /** What it speaks for before anything was learnt, and how loud, in logits. */
  readonly intent: Intent;
  readonly weight: number;
  readonly patterns: readonly string[];
}

/** All patterns: learnt in one call, because wink-nlp's second call drops the first. */
export const PHRASE_PATTERNS: readonly PhrasePattern[] = [
  {
    // "the timer does not stop", "it will not sync"
    name: "subject_not_verb",
    intent: "bug_report",
    weight: 0.7,
    patterns: [
      "[NOUN|PROPN|PRON] [AUX] [not] [VERB]",
      "[NOUN|PROPN|PRON] [AUX] [not] [even|always|fully|properly|longer|correctly] [VERB]",
      "[NOUN|PROPN|PRON] [never] [VERB]",
    ],
  },
  {
    // "would be a nice touch", "might be really handy"
    name: "would_be_adjective",
    intent: "feature_request",
    weight: 1,
    patterns: [
      "[would|could|might] [be] [ADJ]",
      "[would|could|might] [be] [DET] [ADJ]",
      "[would|could|might] [be] [ADV] [ADJ]",
    ],
  },
  {
    // "there is no calendar", "has no search"
    name: "has_no_noun",
    intent: "feature_request",
    weight: 0.6,
    patterns: [
      "[there] [AUX] [no] [NOUN]",
      "[has|have|had] [no] [NOUN]",
      "[there] [AUX] [no] [ADJ] [NOUN]",
    ],
  },
  {
    // "please add", "kindly allow"
    name: "please_verb",
    intent: "feature_request",
    weight: 0.6,
    patterns: ["[please|kindly] [VERB]", "[please|kindly] [also|just] [VERB]"],
  },
  {
    // "need more themes", "wants a better editor"
    name: "want_noun",
    intent: "feature_request",
    weight: 0.6,
    patterns: [
      "[need|needs|want|wants|deserve|deserves] [more|better|another] [NOUN]",
      "[need|needs|want|wants|deserve|deserves] [DET] [NOUN]",
      "[need|needs|want|wants|deserve|deserves] [DET] [ADJ] [NOUN]",
    ],
  },
];

const NEGATIONS = ["not", "no", "never", "none", "nothing", "nobody", "nowhere", "neither", "nor"]
  .concat([
    "without",
    "hardly",
    "barely",
    "scarcely",
    "rarely",
    "seldom",
    "lack",
    "lacks",
    "lacking",
  ]);
const WANTED = ["a", "an", "the", "some", "more", "better", "another", "my"];

/**
 * Words without which no pattern matches and no negation reaches, and what must
 * follow them (`null`: anything). A sentence that holds none of them reads the
 * same out of context, and is not shown to wink-nlp as a sentence.
 */
export const CONTEXT_WORDS: ReadonlyMap<string, ReadonlySet<string> | null> = new Map([
  ...[...NEGATIONS, "please", "kindly"].map((word) => [word, null] as const),
  ...["would", "could", "might"].map((word) => [word, new Set(["be"])] as const),
  ...["need", "needs", "want", "wants", "deserve", "deserves"]
    .map((word) => [word, new Set(WANTED)] as const),
]);
