/**
 * Counts what one consultation takes, over all its attempts.
 *
 * @module
 */
import type OpenAI from "openai";
import type { Clock, ModelUsage } from "../triage/ports.ts";
import { ModelFailure, timedOut } from "./model_failure.ts";
import type { ModelEvent } from "./model_options.ts";
import { costOf, type TokenPrice } from "./prices.ts";
import type { ChatAnswer } from "./read_completion.ts";
import type { Spending } from "./spending.ts";
import { addTokens, NO_TOKENS, type TokenCount } from "./token_count.ts";

/** What the meter needs to know. */
export interface CallMeterOptions {
  readonly price: TokenPrice | null;
  readonly max_output_tokens: number;
  readonly clock: Clock;
  readonly onEvent: (event: ModelEvent) => void;
}

/** The meter of one consultation. */
export interface CallMeter {
  /**
   * Runs one attempt: money is set aside before, and what the server counted is booked after.
   *
   * @throws {ModelFailure} `model_budget_spent`, without running it; or what the attempt threw.
   */
  attempt(
    body: OpenAI.ChatCompletionCreateParamsNonStreaming,
    send: () => Promise<ChatAnswer>,
    last: boolean,
  ): Promise<ChatAnswer>;
  usage(): ModelUsage;
  /** Why nothing had come by the deadline, when it passed between two attempts. */
  failureAtDeadline(): ModelFailure | null;
}

/** English has about four characters a token; three leave room. */
const CHARACTERS_PER_TOKEN = 3;

/** Starts at nothing. */
export function createCallMeter(options: CallMeterOptions, spending: Spending): CallMeter {
  const { price, clock, onEvent } = options;
  let attempts = 0;
  let tokens: TokenCount = NO_TOKENS;
  let lastFailure: ModelFailure | null = null;
  let sending = false;

  return {
    async attempt(body, send, last) {
      const reservation = spending.reserve({
        input_tokens: Math.ceil(JSON.stringify(body).length / CHARACTERS_PER_TOKEN),
        cached_tokens: 0,
        output_tokens: options.max_output_tokens,
      });
      if (reservation === null) throw budgetSpent();
      attempts++;
      sending = true;
      const started = clock.monotonicMs();
      const done = (failure: ModelFailure | null, counted: TokenCount | null) => {
        sending = false;
        const duration_ms = clock.monotonicMs() - started;
        onEvent({
          kind: "attempt",
          failure: failure?.facts.code ?? null,
          duration_ms,
          tokens: counted,
        });
      };
      try {
        const answer = await send();
        reservation.settle(answer.tokens, answer.tokens === null);
        if (answer.tokens !== null) tokens = addTokens(tokens, answer.tokens);
        done(null, answer.tokens);
        return answer;
      } catch (error) {
        // Who gave up does not know what the server had done by then.
        const failure = error instanceof ModelFailure ? error : timedOut();
        reservation.settle(null, failure.facts.maybe_billed ?? false);
        lastFailure = failure;
        done(failure, null);
        throw error instanceof ModelFailure && last ? lastStraw(error) : error;
      }
    },
    usage: () => ({
      attempts,
      input_tokens: tokens.input_tokens,
      output_tokens: tokens.output_tokens,
      cost_usd: costOf(tokens, price),
    }),
    failureAtDeadline: () => sending ? null : lastFailure,
  };
}

/**
 * A rate limit now and then is normal service; one that outlasts all attempts
 * keeps us out as an outage does.
 */
function lastStraw(failure: ModelFailure): ModelFailure {
  return failure.facts.code === "model_rate_limited"
    ? new ModelFailure({ ...failure.facts, outage: true }, { cause: failure })
    : failure;
}

function budgetSpent(): ModelFailure {
  return new ModelFailure({
    code: "model_budget_spent",
    detail: "The day's budget for the model is spent",
    retryable: false,
    outage: false,
  });
}
