/**
 * What is known of a failed call.
 *
 * @module
 */
import type { DegradedCode } from "../triage/domain/explanation.ts";
import type { Parameter } from "./refused_parameter.ts";

/** Facts about a failed call, from which follows what is done next. */
export interface ModelFailureFacts {
  readonly code: DegradedCode;
  /** Shown to clients: no secrets, no message text, no words of the server. */
  readonly detail: string;
  /** Whether the same call may go well a moment later. */
  readonly retryable: boolean;
  /** Whether it says that the server as a whole is in trouble. */
  readonly outage: boolean;
  /** Whether every further call would end so too: a wrong key, no credit, a model that is gone. */
  readonly hopeless?: boolean;
  /** How long the server asked to wait, in milliseconds. */
  readonly retry_after_ms?: number | undefined;
  /** Whether the server may have worked on it and will bill it. */
  readonly maybe_billed?: boolean;
  readonly status?: number | undefined;
  /** The parameter that the server refused, where it refused one. */
  readonly parameter?: Parameter | null;
  /** Whether the request was refused without a word about why. */
  readonly unexplained?: boolean;
  /** Most tokens of an answer, where the server told a size that was passed. */
  readonly told_output_tokens?: number | null;
  /** The server's own code and words, for the operator; to be scrubbed before they are shown. */
  readonly server_words?: string;
}
