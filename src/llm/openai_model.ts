/**
 * The second opinion from an OpenAI-compatible server.
 *
 * One consultation is one deadline around: a place among the calls in flight,
 * then attempts, each through the breaker and the ledger, until an answer of
 * the right shape came. Whatever goes wrong comes back as a value.
 *
 * @module
 */
// @ts-types="@std/types/async/abortable.d.ts"
import { abortable } from "@std/async/abortable";
import { bulkhead, isBulkheadRejectedError } from "cockatiel";
import OpenAI from "openai";
import type { LanguageModel, ModelOpinion, ModelRequest, Unavailable } from "../triage/ports.ts";
import { circuitOpen, createBreaker } from "./breaker.ts";
import { chatBody, sendChat, type Unusable } from "./chat_call.ts";
import { type CallMeter, createCallMeter } from "./call_meter.ts";
import { ModelFailure, timedOut, toModelFailure } from "./model_failure.ts";
import { modelOptions, type OpenAiModelOptions } from "./model_options.ts";
import { readOpinion } from "./opinion.ts";
import { PROMPT_VERSION } from "./prompt.ts";
import { readReply } from "./read_reply.ts";
import { retryWithin } from "./retry_within.ts";
import { ALL_ABILITIES, lessAbilities } from "./server_abilities.ts";
import { createSharedCalls } from "./shared_calls.ts";
import { createSpending, type Spending } from "./spending.ts";

/** A language model that also says what it spent. */
export interface OpenAiModel extends LanguageModel {
  readonly spending: Pick<Spending, "spentTodayUsd" | "tokensToday">;
}

type Answered = Omit<ModelOpinion, "usage">;

/**
 * Connects to a server; sends nothing yet.
 *
 * @throws {RangeError} When an option is out of its range, or a budget is set
 * for a model whose price is not known.
 */
export function createOpenAiModel(given: OpenAiModelOptions): OpenAiModel {
  const options = modelOptions(given);
  const { clock, model } = options;
  const client = new OpenAI({
    apiKey: options.api_key,
    baseURL: options.base_url ?? "https://api.openai.com/v1",
    maxRetries: 0,
    logLevel: "off",
    ...(options.fetch === null ? {} : { fetch: options.fetch }),
  });
  const spending = createSpending({ ...options, now: () => clock.now() });
  const breaker = createBreaker({
    failures: options.breaker_failures,
    probe_every_ms: options.probe_every_ms,
    onState: (state) => options.onEvent({ kind: "breaker", state }),
  });
  const places = bulkhead(options.concurrent_calls, options.queue_length);
  const shared = createSharedCalls<ModelOpinion | Unavailable>();
  let abilities = ALL_ABILITIES;

  /** One exchange; asks for less when the server refuses a parameter. */
  async function exchange(
    request: ModelRequest,
    unusable: Unusable | null,
    meter: CallMeter,
    last: boolean,
    remainingMs: () => number,
    signal: AbortSignal,
  ) {
    for (;;) {
      const tried = abilities;
      const body = chatBody(request, unusable, tried, options);
      try {
        return await breaker.run((probe) =>
          meter.attempt(body, async () => {
            const timeout_ms = Math.min(options.attempt_timeout_ms, Math.max(1, remainingMs()));
            // A probe decides for everyone: it is not cut short by its client.
            return await sendChat(client, body, timeout_ms, probe ? NEVER : signal);
          }, last)
        );
      } catch (error) {
        const less = error instanceof ModelFailure ? lessAbilities(tried, error) : null;
        if (less === null) throw error;
        abilities = less;
        options.onEvent({ kind: "abilities", abilities });
      }
    }
  }

  async function converse(
    request: ModelRequest,
    meter: CallMeter,
    remainingMs: () => number,
    signal: AbortSignal,
  ): Promise<Answered> {
    let unusable: Unusable | null = null;
    const attempt = async (last: boolean): Promise<Answered> => {
      const answer = await exchange(request, unusable, meter, last, remainingMs, signal);
      if (answer.fault === "refused") throw refused();
      const read = answer.fault === null
        ? readReply(answer.content, request.intents, request.product)
        : { kind: "complaint" as const, text: FAULT_COMPLAINTS[answer.fault] };
      if (read.kind === "complaint") {
        const first = unusable === null;
        unusable = { answer: answer.content, complaint: read.text };
        throw invalidOutput(first);
      }
      const scores = request.intents.length === 1
        ? null
        : readOpinion(read.reply.intent, answer.logprobs, read.self_report);
      return { kind: "opinion", scores, reply: read.reply };
    };
    return await retryWithin(attempt, {
      attempts: options.attempts,
      backoff_ms: options.backoff_ms,
      remainingMs,
      signal,
    });
  }

  async function answer(
    request: ModelRequest,
    signal: AbortSignal,
  ): Promise<ModelOpinion | Unavailable> {
    const ends_ms = clock.monotonicMs() + options.deadline_ms;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), options.deadline_ms);
    const stop = AbortSignal.any([signal, deadline.signal]);
    const meter = createCallMeter(options, spending);
    try {
      if (breaker.refuses()) throw circuitOpen();
      const remainingMs = () => ends_ms - clock.monotonicMs();
      const work = places.execute(() => converse(request, meter, remainingMs, stop), stop);
      return { ...await abortable(work, stop), usage: meter.usage() };
    } catch (error) {
      const failure = deadline.signal.aborted
        ? meter.failureAtDeadline() ?? timedOut()
        : isBulkheadRejectedError(error)
        ? queueFull()
        : toModelFailure(error);
      const { code, detail } = failure.facts;
      return { kind: "unavailable", code, detail, usage: meter.usage() };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    name: model,
    prompt_version: PROMPT_VERSION,
    spending,
    async consult(request, signal) {
      const key = JSON.stringify(request);
      const { value, started } = await shared.join(key, signal, (all) => answer(request, all));
      // The call was paid for once: whoever joined it shows no usage.
      return started ? value : { ...value, usage: { ...value.usage, ...NOTHING_USED } };
    },
  };
}

const NEVER = new AbortController().signal;
const NOTHING_USED = { attempts: 0, input_tokens: 0, output_tokens: 0, cost_usd: 0 };
const FAULT_COMPLAINTS = {
  cut_off: "it was cut off at the token limit; be much briefer",
  empty: "it was empty",
} as const;

function invalidOutput(retryable: boolean): ModelFailure {
  return new ModelFailure({
    code: "model_invalid_output",
    detail: "The model's answer did not have the shape that was asked for",
    retryable,
    outage: false,
  });
}

function refused(): ModelFailure {
  return new ModelFailure({
    code: "model_refused",
    detail: "The model declined to answer",
    retryable: false,
    outage: false,
  });
}

function queueFull(): ModelFailure {
  return new ModelFailure({
    code: "model_queue_full",
    detail: "Too many messages wait for the model",
    retryable: false,
    outage: false,
  });
}
