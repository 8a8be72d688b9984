/**
 * The messages whose exchanges are on file in `fixtures/openai/`.
 *
 * @module
 */
import type { Intent } from "../../src/triage/domain/intent.ts";
import { createTriage, type Triage } from "../../src/triage/triage.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { fakeParts, fixedScorer, scoresOf } from "../fakes.ts";
import { LOGIN_SPINS, PRODUCT } from "./model_request.ts";

/** One message. */
export interface ReplayCase {
  readonly name: string;
  readonly message: string;
  readonly expected: Intent;
}

/** All of them. */
export const REPLAY_CASES: readonly ReplayCase[] = [
  { name: "login_spins", message: LOGIN_SPINS, expected: "bug_report" },
  {
    name: "workout_notification",
    message:
      "It would be really useful if the app could send me a notification 15 minutes before a " +
      "scheduled workout instead of just 5 minutes before.",
    expected: "feature_request",
  },
  {
    name: "password_question",
    message: "How do I change the password of my account?",
    expected: "general_inquiry",
  },
  {
    name: "question_that_is_a_bug",
    message: "Why does the export keep failing whenever I press save?",
    expected: "bug_report",
  },
  {
    name: "private_data",
    message:
      "I can't log in as jane.roe@mail.example, call me on +49 170 1234567. When I enter my " +
      "password it fails.",
    expected: "bug_report",
  },
];

/** Model named in the recordings. */
export const REPLAY_MODEL = "gpt-6-luna";

/** A path that asks the model about everything, over a given network, with everything else fixed. */
export function replayTriage(
  network: typeof fetch,
  base_url: string,
  api_key = "sk-replay",
): Triage {
  const model = createOpenAiModel({
    api_key,
    model: REPLAY_MODEL,
    base_url,
    fetch: network,
    backoff_ms: 0,
  });
  return createTriage(fakeParts({
    model,
    catalog: () => ({ default: PRODUCT, products: [] }),
    scorer: fixedScorer({ scores: scoresOf("bug_report", 0.4) }),
  }));
}
