/**
 * The entrance exam: a dozen messages whose type nobody doubts, four of each;
 * nine are plain, three in a form that misleads who goes by words alone. They are
 * written for this and stand neither in the instructions nor in the training data.
 *
 * @module
 */
import type { Intent } from "../triage/domain/intent.ts";

/** One question of the exam. */
export interface ExamQuestion {
  readonly message: string;
  readonly truth: Intent;
}

/** The questions. */
export const EXAM: readonly ExamQuestion[] = [
  {
    message: "Since yesterday the app crashes each time I open my calendar.",
    truth: "bug_report",
  },
  {
    message: "My last upload ended with error 502 and the photos are missing.",
    truth: "bug_report",
  },
  {
    message: "Sync is stuck at 40 % on my phone and does not go on.",
    truth: "bug_report",
  },
  {
    message: "The monthly total says 310, yet the lines above it add up to 290.",
    truth: "bug_report",
  },
  {
    message: "Please add a way to sort my contacts by city.",
    truth: "feature_request",
  },
  {
    message: "It would be great if I could put a widget on the home screen.",
    truth: "feature_request",
  },
  {
    message: "I wish there was a dark theme for reading at night.",
    truth: "feature_request",
  },
  {
    message: "Could you add sharing a list with a whole group? A link is all there is now.",
    truth: "feature_request",
  },
  {
    message: "Where do I find the invoice for March?",
    truth: "general_inquiry",
  },
  {
    message: "How do I change the address of my account?",
    truth: "general_inquiry",
  },
  {
    message: "Can you tell me what the orange icon with the error sign stands for?",
    truth: "general_inquiry",
  },
  {
    message: "Thanks for adding the feature I had asked for, everything runs smoothly now!",
    truth: "general_inquiry",
  },
];
