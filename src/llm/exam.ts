/**
 * The entrance exam: a dozen messages whose type nobody doubts, four of each,
 * half of them in a form that misleads who goes by words alone. They are written
 * for this and stand neither in the instructions nor in the training data.
 *
 * @module
 */
import type { Intent } from "../triage/intent.ts";

/** One question of the exam. */
export interface ExamQuestion {
  readonly message: string;
  readonly truth: Intent;
}

/** The questions. */
export const EXAM: readonly ExamQuestion[] = [
  {
    message: "Since yesterday the app closes by itself each time I open my calendar.",
    truth: "bug_report",
  },
  {
    message: "Why am I signed out again and again in the middle of typing a note?",
    truth: "bug_report",
  },
  {
    message: "I would love to see my photos, but every upload ends with error 502.",
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
    message: "Any plans for a widget on the home screen? I miss one every day.",
    truth: "feature_request",
  },
  {
    message:
      "Reminders work fine. Still, being able to repeat one every second week would help me a lot.",
    truth: "feature_request",
  },
  {
    message: "It is a pity that lists can only be shared by link and not with a group.",
    truth: "feature_request",
  },
  {
    message: "Where do I find the invoice for March?",
    truth: "general_inquiry",
  },
  {
    message: "Which of your plans lets three people use one account?",
    truth: "general_inquiry",
  },
  {
    message: "Can you tell me what the orange icon with the error sign stands for?",
    truth: "general_inquiry",
  },
  {
    message: "Thanks for the quick help last week, everything runs smoothly now!",
    truth: "general_inquiry",
  },
];
