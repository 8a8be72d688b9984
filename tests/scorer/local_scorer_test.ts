import { readMessage } from "../../src/reading/read_message.ts";
import { assert, assertEquals } from "@std/assert";
import { INTENTS, topIntent } from "../../src/triage/domain/intent.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";

const scorer = createLocalScorer();

const judge = (text: string) => scorer.score(scorer.read(readMessage(text)));

const REQUIRED = [
  [
    "bug_report",
    "I can't log in to the web portal. When I enter my password and click login, the button just " +
    "spins and nothing happens.",
  ],
  [
    "feature_request",
    "It would be really useful if the app could send me a notification 15 minutes before a " +
    "scheduled workout instead of just 5 minutes before.",
  ],
  ["general_inquiry", "How do I change the email address of my account?"],
] as const;

for (const [intent, text] of REQUIRED) {
  Deno.test(`the scorer takes "${text.slice(0, 40)}…" for a ${intent}`, () => {
    assertEquals(topIntent(judge(text).scores), intent);
  });
}

Deno.test("scores are probabilities, and evidence spans are the customer's own characters", () => {
  for (const [, text] of REQUIRED) {
    const sent = `  ${text}\n`;
    const { scores, evidence } = judge(sent);
    const sum = INTENTS.reduce((total, intent) => total + scores[intent], 0);
    assert(Math.abs(sum - 1) < 1e-9, `scores sum to ${sum}`);
    assert(evidence.length > 0 && evidence.length <= 12);
    for (const span of evidence) {
      assertEquals(sent.slice(span.start, span.end), span.text);
      assert(span.text !== "" && span.weight > 0);
    }
    const weights = evidence.map(({ weight }) => weight);
    assertEquals(weights, weights.toSorted((a, b) => b - a));
  }
});
