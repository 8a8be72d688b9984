/**
 * Counts what one consultation takes, over all its attempts.
 *
 * @module
 */
import type { Clock, ModelUsage } from "../triage/domain/ports.ts";
import { ModelFailure, timedOut } from "./model_failure.ts";
import type { ModelEvent } from "./model_options.ts";
import { costOf } from "./prices.ts";
import type { Spending } from "./spending.ts";
import { addTokens, NO_TOKENS, type TokenCount } from "./token_count.ts";
import type { TokenPrice } from "./token_price.ts";

/** What the meter needs to know. */
export interface CallMeterOptions {
  readonly price: TokenPrice | null;
  readonly clock: Clock;
  readonly onEvent: (event: ModelEvent) => void;
}

/** What goes out, for setting money aside. */
export interface Outgoing {
  /** What the model has to read, in characters. */
  readonly characters: number;
  /** Most tokens of its answer. */
  readonly output_tokens: number;
  /** Whether no further attempt follows. */
  readonly last: boolean;
}

/** What came back: its tokens as the server counted them, and its length in characters. */
export interface Incoming {
  readonly tokens: TokenCount | null;
  readonly content: string;
}

/** The meter of one consultation. */
export interface CallMeter {
  /**
   * Runs one attempt: money is set aside before, and what the server counted is
   * booked after; where it did not count, what the lengths say.
   *
   * @throws {ModelFailure} `model_budget_spent`, without running it; or what the attempt threw.
   */
  attempt<T extends Incoming>(outgoing: Outgoing, send: () => Promise<T>): Promise<T>;
  /** Whether the budget reaches for one more attempt. */
  affords(outgoing: Outgoing): boolean;
  usage(): ModelUsage;
  /** Why nothing had come by the deadline, when it passed between two attempts. */
  failureAtDeadline(): ModelFailure | null;
}

/** English has about four characters a token; three leave room when money is set aside. */
const RESERVED_CHARACTERS_PER_TOKEN = 3;
const CHARACTERS_PER_TOKEN = 4;

/** Starts at nothing. */
export function createCallMeter(options: CallMeterOptions, spending: Spending): CallMeter {
  const { price, clock, onEvent } = options;
  let attempts = 0;
  let tokens: TokenCount = NO_TOKENS;
  let lastFailure: ModelFailure | null = null;
  let running = 0;

  return {
    async attempt(outgoing, send) {
      const reservation = spending.reserve(mostTokens(outgoing));
      if (reservation === null) {
        onEvent({ kind: "budget_spent" });
        throw budgetSpent();
      }
      attempts++;
      running++;
      const started = clock.monotonicMs();
      const done = (failure: ModelFailure | null, counted: TokenCount | null) => {
        running--;
        const duration_ms = clock.monotonicMs() - started;
        const code = failure?.facts.code ?? null;
        onEvent({ kind: "attempt", failure: code, duration_ms, tokens: counted });
      };
      try {
        const answer = await send();
        const counted = answer.tokens ?? estimated(outgoing, answer);
        reservation.settle(counted, false);
        tokens = addTokens(tokens, counted);
        done(null, answer.tokens);
        return answer;
      } catch (error) {
        // Who gave up does not know what the server had done by then.
        const failure = error instanceof ModelFailure ? error : timedOut();
        reservation.settle(null, failure.facts.maybe_billed ?? false);
        lastFailure = failure;
        done(failure, null);
        throw error instanceof ModelFailure && outgoing.last ? lastStraw(error) : error;
      }
    },
    affords: (outgoing) => spending.affords(mostTokens(outgoing)),
    usage: () => ({
      attempts,
      input_tokens: tokens.input_tokens,
      ...(tokens.cached_tokens > 0 ? { cached_tokens: tokens.cached_tokens } : {}),
      ...(tokens.cache_write_tokens > 0 ? { cache_write_tokens: tokens.cache_write_tokens } : {}),
      output_tokens: tokens.output_tokens,
      cost_usd: costOf(tokens, price),
    }),
    failureAtDeadline: () => running > 0 ? null : lastFailure,
  };
}

function mostTokens({ characters, output_tokens }: Outgoing): TokenCount {
  const input_tokens = Math.ceil(characters / RESERVED_CHARACTERS_PER_TOKEN);
  // All of it may be written to the cache, at a higher price.
  return { input_tokens, cached_tokens: 0, cache_write_tokens: input_tokens, output_tokens };
}

/** What an answer without a count is taken for. */
function estimated({ characters }: Outgoing, { content }: Incoming): TokenCount {
  return {
    ...NO_TOKENS,
    input_tokens: Math.ceil(characters / CHARACTERS_PER_TOKEN),
    output_tokens: Math.ceil(content.length / CHARACTERS_PER_TOKEN),
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
