/**
 * What else a message is, beside its type.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { countFalseSeconds, judgePairs } from "../../src/cli/evaluate_pairs.ts";
import { clausesOf } from "../../src/scorer/matter/clauses.ts";
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
  "It would be really useful if the app could send me a notification 15 minutes before a scheduled workout instead of just 5 minutes before. (17)",
  "The PDF export crashes every time. It started on Monday. Please fix it soon.",
  "It would be great to have a dark mode. My eyes hurt in the evening.",
  "How do I change my billing address? I moved last week.",
  "Thank you all, the new editor is lovely. It never lost a word of mine.",
];

function kindsOf(text: string): readonly Intent[] {
  const { scores, secondary } = scorer.score(scorer.read(readMessage(text)));
  return [topIntent(scores), ...secondary].sort();
}

/** The first comes first, whatever the order in which they are told. */
const URGENT: readonly (readonly [text: string, first: Intent, second: Intent])[] = [
  [
    "A dark mode would be lovely, but the export crashes every time since Monday.",
    "bug_report",
    "feature_request",
  ],
  [
    "The map has been stuck at 06:00 since Tuesday, and what do you charge for a second terminal?",
    "bug_report",
    "general_inquiry",
  ],
  [
    "It would be good to see the weight of each box. And how do I get a refund for box 12?",
    "general_inquiry",
    "feature_request",
  ],
  [
    "Small wish: let me download all documents in one go. Bigger thing: my claim has vanished from the list.",
    "bug_report",
    "feature_request",
  ],
];

for (const [text, first, second] of URGENT) {
  Deno.test(`what is urgent comes first: ${text}`, () => {
    const { scores, secondary } = scorer.score(scorer.read(readMessage(text)));
    assertEquals([topIntent(scores), ...secondary], [first, second]);
    assertAlmostEquals(Object.values(scores).reduce((sum, score) => sum + score, 0), 1, 1e-9);
  });
}

const CLAUSES: readonly (readonly [sentence: string, clauses: readonly string[]])[] = [
  ["It crashes, and is there a price for schools?", [
    "It crashes",
    "is there a price for schools?",
  ]],
  [
    "Labels come out dated, and if ever you have time a larger font would help us.",
    ["Labels come out dated", "if ever you have time a larger font would help us."],
  ],
  ["I'd like to know how to bring over a domain.", [
    "I'd like to know how to bring over a domain.",
  ]],
  ["Salt and pepper, bread and butter.", ["Salt and pepper, bread and butter."]],
];

for (const [sentence, clauses] of CLAUSES) {
  Deno.test(`clauses: ${sentence}`, () => {
    const found = clausesOf(sentence).map(({ start, end }) => sentence.slice(start, end));
    assertEquals(found, clauses);
  });
}

Deno.test("two matters: as many are told as were reached, and no more are made up", () => {
  const rows = (name: string) =>
    Deno.readTextFileSync(`fixtures/${name}.jsonl`).trim().split("\n").map((line) =>
      JSON.parse(line)
    );
  const held = rows("pairs_held_out");
  const { first_right, both_named } = judgePairs(held);
  assert(first_right >= 105 && both_named >= 79, `first ${first_right}, both ${both_named} of 150`);
  const alone = held.filter(({ second }) => second === null)
    .map(({ message, first }) => ({ text: message, label: first }));
  const tempting = countFalseSeconds(alone).false;
  assert(tempting <= 11, `another matter in ${tempting} messages that look like two`);
  const made_up = countFalseSeconds([...rows("messages"), ...rows("blind")]).false;
  assert(made_up <= 15, `another matter in ${made_up} messages on one`);
});

for (const [text, kinds] of MIXED) {
  Deno.test(`two matters: ${text}`, () => assertEquals(kindsOf(text), kinds));
}

for (const text of SINGLE) {
  Deno.test(`one matter: ${text}`, () => assertEquals(kindsOf(text).length, 1));
}
