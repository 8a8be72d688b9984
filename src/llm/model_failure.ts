/**
 * Why a call to the model failed, and what follows from it. The SDK's errors
 * are turned into this in one place; nothing above knows a vendor's error class.
 *
 * @module
 */
import OpenAI from "openai";
import type { ModelFailureFacts } from "./failure_facts.ts";
import { failureOfFault } from "./fault_meaning.ts";
import { faultOfError } from "./server_fault.ts";

/** A failed call. */
export class ModelFailure extends Error {
  readonly facts: ModelFailureFacts;

  constructor(facts: ModelFailureFacts, options?: ErrorOptions) {
    super(facts.detail, options);
    this.name = "ModelFailure";
    this.facts = facts;
  }
}

/**
 * Turns whatever a call threw into a {@linkcode ModelFailure}.
 *
 * @param said What the customer wrote: a server's echo of it means nothing.
 */
export function toModelFailure(error: unknown, said = ""): ModelFailure {
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
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    return new ModelFailure(failureOfFault(faultOfError(error), said));
  }
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
