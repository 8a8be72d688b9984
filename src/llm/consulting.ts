/**
 * What is around every consultation, whatever endpoint is asked: one deadline, a
 * place among the calls in flight, the breaker and the ledger. Whatever goes
 * wrong comes back as a value.
 *
 * @module
 */
// @ts-types="@std/types/async/abortable.d.ts"
import { abortable } from "@std/async/abortable";
import { bulkhead, isBulkheadRejectedError } from "cockatiel";
import OpenAI from "openai";
import type {
  LanguageModel,
  ModelOpinion,
  ModelRequest,
  Unavailable,
} from "../triage/domain/ports.ts";
import { boundedFetch } from "./bounded_fetch.ts";
import { type Breaker, circuitOpen, createBreaker } from "./breaker.ts";
import { createCallMeter } from "./call_meter.ts";
import type { Consultation } from "./exchange.ts";
import { ModelFailure, timedOut, toModelFailure } from "./model_failure.ts";
import { modelOptions, OPENAI_BASE_URL, type OpenAiModelOptions } from "./model_options.ts";
import { createSharedCalls } from "./shared_calls.ts";
import { createSpending, type Spending } from "./spending.ts";
import { keepingReports } from "./whole_reports.ts";

/** A language model that also says what it spent. */
export interface OpenAiModel extends LanguageModel {
  readonly spending: Pick<Spending, "spentTodayUsd" | "tokensToday">;
}

/** What an endpoint's adapter works with. */
export interface EndpointParts {
  readonly client: OpenAI;
  readonly breaker: Breaker;
  readonly options: Required<OpenAiModelOptions>;
}

/** Asks an endpoint about one message. Throws a `ModelFailure`. */
export type Endpoint = (consultation: Consultation) => Promise<Omit<ModelOpinion, "usage">>;

/** What the deadline ends has so long to book what it took, in milliseconds. */
const SETTLE_MS = 20;
const NOTHING_USED = { attempts: 0, input_tokens: 0, output_tokens: 0, cost_usd: 0 };

/**
 * Connects to a server; sends nothing yet.
 *
 * @throws {RangeError} When an option is out of its range.
 */
export function createConsulting(
  given: OpenAiModelOptions,
  prompt_version: string,
  openEndpoint: (parts: EndpointParts) => Endpoint,
): OpenAiModel {
  const options = modelOptions(given);
  const { clock } = options;
  const client = new OpenAI({
    apiKey: options.api_key,
    baseURL: options.base_url ?? OPENAI_BASE_URL,
    maxRetries: 0,
    logLevel: "off",
    fetch: keepingReports(boundedFetch(options.fetch ?? fetch, options.max_answer_bytes)),
  });
  const spending = createSpending({ ...options, now: () => clock.now() });
  const breaker = createBreaker({
    failures: options.breaker_failures,
    probe_every_ms: options.probe_every_ms,
    onState: (state, failure) => {
      const { code, server_words: words = "" } = failure?.facts ?? {};
      const cause = code === undefined ? null : { code, words };
      options.onEvent({ kind: "breaker", state, cause });
    },
  });
  const endpoint = openEndpoint({ client, breaker, options });
  const places = bulkhead(options.concurrent_calls, options.queue_length);
  const shared = createSharedCalls<ModelOpinion | Unavailable>();

  async function answer(request: ModelRequest, signal: AbortSignal) {
    const ends_ms = clock.monotonicMs() + options.deadline_ms;
    const remainingMs = () => ends_ms - clock.monotonicMs();
    const deadline = new AbortController();
    // An attempt that it ends has failed: who asked did not give up.
    const timer = setTimeout(() => deadline.abort(timedOut()), options.deadline_ms);
    const settled = new AbortController();
    const end = setTimeout(() => settled.abort(timedOut()), options.deadline_ms + SETTLE_MS);
    const stop = AbortSignal.any([signal, deadline.signal]);
    const meter = createCallMeter(options, spending);
    const consultation = { request, meter, remainingMs, signal: stop };
    try {
      if (breaker.refuses()) throw circuitOpen();
      const work = places.execute(() => endpoint(consultation), stop);
      const opinion: Omit<ModelOpinion, "usage"> = await abortable(
        work,
        AbortSignal.any([signal, settled.signal]),
      );
      return { ...opinion, usage: meter.usage() };
    } catch (error) {
      const failure = deadline.signal.aborted
        ? meter.failureAtDeadline() ?? timedOut()
        : isBulkheadRejectedError(error)
        ? queueFull()
        : toModelFailure(error);
      const { code, detail } = failure.facts;
      return { kind: "unavailable" as const, code, detail, usage: meter.usage() };
    } finally {
      clearTimeout(timer);
      clearTimeout(end);
    }
  }

  return {
    name: options.model,
    prompt_version,
    spending,
    async consult(request, signal) {
      const key = JSON.stringify(request);
      const { value, started } = await shared.join(key, signal, (all) => answer(request, all));
      // The call was paid for once: whoever joined it shows no usage.
      return started ? value : { ...value, usage: NOTHING_USED };
    },
  };
}

function queueFull(): ModelFailure {
  return new ModelFailure({
    code: "model_queue_full",
    detail: "Too many messages wait for the model",
    retryable: false,
    outage: false,
  });
}
