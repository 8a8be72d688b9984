/**
 * Sentences that stand around a fault are told from those that tell it.
 *
 * @module
 */
import { readMessage } from "../../src/reading/read_message.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { backgroundCost } from "../../src/drafting/message/background.ts";
import { phraseOf } from "../../src/drafting/english/words.ts";
import type { Statement } from "../../src/drafting/message/message_parts.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";

const scorer = createLocalScorer();

/** The text as the statement that drafting gets. */
function read(text: string): Statement {
  const { sentences } = scorer.read(readMessage(text));
  return {
    phrase: phraseOf(text, sentences.flatMap(({ tokens }) => tokens)),
    question: false,
    index: 0,
    heading: false,
    sentence: sentences[0] ?? null,
    bug_weight: 0,
    wish_weight: 0,
  };
}

const BACKGROUND = [
  "☆☆☆☆ Three stars last spring, one today",
  "2 stars.",
  "Hard reset done twice, new firmware on it.",
  "Restarting made no difference.",
  "After installing the new plugin:",
  "I don't want a voucher.",
  "Fix it this week.",
  "Order 4410-9921.",
  'for "late payments"',
  "I set the limit to one hour.",
  "Asked for the bill of April.",
  "Not proposing anything new here.",
  "Left the car park at 10:52, photo of the ticket.",
];
const TOLD = [
  "The list is empty since Monday.",
  "I moved the visit to Friday, and the board shows Monday.",
  "Guests see stars instead of their names.",
  "The reset link leads to a blank page.",
  "Exported files come out blue.",
  "Every driver is sent to my old address.",
];

for (const text of BACKGROUND) {
  Deno.test(`stands around a fault: ${text}`, () => {
    assertEquals(backgroundCost(read(text), false) > 0, true);
  });
}
for (const text of TOLD) {
  Deno.test(`may tell a fault: ${text}`, () => {
    assertEquals(backgroundCost(read(text), false), 0);
  });
}
