/**
 * Why a call to the model failed, and what follows from it. The SDK's errors
 * are turned into this in one place; nothing above knows a vendor's error class.
 *
 * @module
 */
import OpenAI from "openai";
import type { DegradedCode } from "../triage/explanation.ts";

/** Facts about a {@linkcode ModelFailure}. */
export interface ModelFailureFacts {
  readonly code: DegradedCode;
  /** Shown to clients: no secrets, no message text, no words of the server. */
  readonly detail: string;
  /** Whether the same call may go well a moment later. */
  readonly retryable: boolean;
  /** Whether it says that the server as a whole is in trouble. */
  readonly outage: boolean;
  /** How long the server asked to wait, in milliseconds. */
  readonly retry_after_ms?: number | undefined;
  /** Whether the server may have worked on it and will bill it. */
  readonly maybe_billed?: boolean;
  /** Words of the server, for telling what it cannot do. Never shown. */
  readonly server_words?: string;
  readonly status?: number | undefined;
}

/** A failed call. */
export class ModelFailure extends Error {
  readonly facts: ModelFailureFacts;

  constructor(facts: ModelFailureFacts, options?: ErrorOptions) {
    super(facts.detail, options);
    this.name = "ModelFailure";
    this.facts = facts;
  }
}

/** Codes with which servers say that the account has no money left. */
const QUOTA_CODES = /insufficient_quota|billing_hard_limit|billing_not_active|quota_exceeded/i;
/** OpenAI's words, for gateways that pass on the text without the code. */
const QUOTA_WORDS = /exceeded your current quota|insufficient (?:quota|funds|credits?|balance)/i;
/** Codes with which servers say that they will not read this text. */
const FILTER_CODES = /content_filter|content_policy|moderation/i;

/** Turns whatever a call threw into a {@linkcode ModelFailure}. */
export function toModelFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof OpenAI.APIConnectionTimeoutError) return timedOut();
  if (error instanceof OpenAI.APIConnectionError) {
    return new ModelFailure({
      code: "model_unreachable",
      detail: "The model server could not be reached",
      retryable: true,
      outage: true,
    });
  }
  if (error instanceof OpenAI.APIError && error.status !== undefined) return fromStatus(error);
  // A body that breaks off or is no JSON fails while it is read, outside the SDK's classes.
  return new ModelFailure({
    code: "model_error",
    detail: "The model server's answer broke off or was not readable",
    retryable: true,
    outage: true,
    maybe_billed: true,
  });
}

/** An attempt ran out of time. */
export function timedOut(): ModelFailure {
  return new ModelFailure({
    code: "model_timeout",
    detail: "The model did not answer in time",
    retryable: true,
    outage: true,
    maybe_billed: true,
  });
}

function fromStatus(error: InstanceType<typeof OpenAI.APIError>): ModelFailure {
  const { status } = error;
  const words = `${error.code ?? ""} ${error.type ?? ""} ${error.message}`;
  const fail = (
    code: DegradedCode,
    detail: string,
    retryable: boolean,
    outage: boolean,
    retry_after_ms?: number,
  ) =>
    new ModelFailure({
      code,
      detail,
      retryable,
      outage,
      retry_after_ms,
      server_words: words,
      status,
    });
  // With a Retry-After the same words mean a rate limit: Gemini says them of both.
  const spent = status === 402 ||
    status === 429 && QUOTA_WORDS.test(words) && !error.headers?.has("retry-after");
  if (spent || QUOTA_CODES.test(`${error.code ?? ""} ${error.type ?? ""}`)) {
    return fail("model_quota_exhausted", "The model account has no quota left", false, true);
  }
  if (status === 429) {
    const wait = readRetryAfter(error.headers);
    return fail("model_rate_limited", "The model server limits the rate", true, false, wait);
  }
  if (status === undefined || status === 408 || status === 409 || status >= 500) {
    const wait = readRetryAfter(error.headers);
    return fail("model_error", `The model server answered ${status}`, true, true, wait);
  }
  if (FILTER_CODES.test(words)) {
    return fail("model_refused", "The model server refused the text", false, false);
  }
  // A wrong key or model name fails every call: worth opening the breaker.
  const misconfigured = status === 401 || status === 403 || status === 404;
  return fail("model_rejected", `The model server answered ${status}`, false, misconfigured);
}

/** Reads `retry-after-ms` and `retry-after` (seconds or a date), in milliseconds. */
function readRetryAfter(headers: Headers | undefined): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (milliseconds >= 0) return milliseconds;
  const text = headers?.get("retry-after") ?? "";
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (seconds >= 0) return seconds * 1_000;
  // "-5" is a date to Date.parse.
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
