/**
 * What else a message is, beside its type.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { type Intent, topIntent } from "../../src/triage/domain/intent.ts";

const scorer = createLocalScorer();

const MIXED: readonly (readonly [string, readonly Intent[]])[] = [
  [
    "The PDF export crashes every time. Also, could you add an export to Excel?",
    ["bug_report", "feature_request"],
  ],
  [
    "Login fails since the update. And it would be great to have a dark mode.",
    ["bug_report", "feature_request"],
  ],
  [
    "I'd like an option to mute groups. Besides, the app crashes when I open the settings.",
    ["bug_report", "feature_request"],
  ],
  [
    "Hi, two things. 1. The app logs me out every morning. 2. Could you add fingerprint login?",
    ["bug_report", "feature_request"],
  ],
  [
    "I get error 500 when saving. By the way, do you offer a student discount?",
    ["bug_report", "general_inquiry"],
  ],
  [
    "How do I change my billing address? Also the invoices page shows a blank screen.",
    ["bug_report", "general_inquiry"],
  ],
  [
    "What does the Pro plan cost? And I'd love to see an iPad version.",
    ["feature_request", "general_inquiry"],
  ],
];

const SINGLE = [
  "The PDF export crashes every time. It started on Monday. Please fix it soon.",
  "It would be great to have a dark mode. My eyes hurt in the evening.",
  "How do I change my billing address? I moved last week.",
  "Thank you all, the new editor is lovely. It never lost a word of mine.",
];

function kindsOf(text: string): readonly Intent[] {
  const { scores, secondary } = scorer.score(scorer.read(readMessage(text)));
  return [topIntent(scores), ...secondary].sort();
}

for (const [text, kinds] of MIXED) {
  Deno.test(`two matters: ${text}`, () => assertEquals(kindsOf(text), kinds));
}

for (const text of SINGLE) {
  Deno.test(`one matter: ${text}`, () => assertEquals(kindsOf(text).length, 1));
}
