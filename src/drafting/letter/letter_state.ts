/**
 * What a letter is planned from: every question whose answer decides which of
 * our sentences are true. Each has a closed list of answers, so that all
 * letters there can be are gone through by a test.
 *
 * @module
 */
import { INTENTS } from "../../triage/domain/intent.ts";
import { SITUATIONS } from "../../triage/domain/situation.ts";

/** The one thing worth asking. */
export const QUESTIONS = [
  "nothing",
  "steps",
  "weakness_steps",
  "account",
  "payment",
  "order",
  "contract",
  "callback",
  "since",
  "when",
  "deadline",
  "matter",
  "ending",
] as const;

/** Every question that a plan answers, with its answers. */
export const STATE = {
  type: INTENTS,
  /**
   * As the letter sees it; `plain`: none is sure, so the letter says only what is always true;
   * `foreign`: an inquiry in a language that is not read here.
   */
  situation: [...SITUATIONS, "plain", "foreign"],
  /** What within the situation the letter must tell apart. */
  aspect: [
    "any",
    "for_another",
    "hazard",
    "bereaved",
    "wronged",
    "watched",
    "health",
    "hardship",
    "withdrawn",
    "thanks",
    "no_fault",
    "unsure",
    "trouble",
    "low",
    "misdirected",
    "warm",
  ],
  /** Whether a person looks. */
  review: [true, false],
  asks: QUESTIONS,
  pages: ["none", "one", "several"],
  /** How the customer is, beside what the letter is about; `unsure`: it may have been misread. */
  mood: ["calm", "upset", "unsure"],
  /** Whether it goes ahead of others. */
  ahead: [true, false],
} as const;

/** The answers of one letter. */
export type LetterState = {
  readonly [Key in keyof typeof STATE]: typeof STATE[Key][number];
};

/** A situation as letters tell them apart. */
export type LetterSituation = LetterState["situation"];

/** One thing worth asking. */
export type Question = typeof QUESTIONS[number];
