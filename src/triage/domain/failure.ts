/**
 * Failures a client can see: each has a stable code, a status and a title.
 *
 * @module
 */

/** Status and title of each failure code (docs/reference.md). */
export const FAILURES = {
  malformed_json: [400, "Malformed JSON"],
  invalid_header: [400, "Invalid header"],
  unauthorized: [401, "Unauthorized"],
  forbidden: [403, "Forbidden"],
  not_found: [404, "Not found"],
  method_not_allowed: [405, "Method not allowed"],
  request_timeout: [408, "Request timeout"],
  idempotency_in_flight: [409, "Request with this idempotency key is still running"],
  case_conflict: [409, "Case conflict"],
  body_too_large: [413, "Body too large"],
  unsupported_media_type: [415, "Unsupported media type"],
  invalid_message: [422, "Invalid message"],
  invalid_request: [422, "Invalid request"],
  idempotency_key_reused: [422, "Idempotency key reused"],
  rate_limited: [429, "Rate limited"],
  internal_error: [500, "Internal error"],
  overloaded: [503, "Overloaded"],
  shutting_down: [503, "Shutting down"],
  store_unavailable: [503, "Store unavailable"],
} as const satisfies Record<string, readonly [number, string]>;

/** Stable code of a failure. */
export type FailureCode = keyof typeof FAILURES;

/** One bad field: where it is and what is wrong. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** Options of a {@linkcode Failure}. */
export interface FailureOptions {
  /** Every bad field at once. */
  readonly errors?: readonly FieldError[];
  /** When trying again makes sense, in seconds. */
  readonly retryAfterS?: number;
  /** What led to it; for the log, never for the client. */
  readonly cause?: unknown;
}

/** A failure with a stable code. `message` is shown to the client: no secrets, no message text. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: FailureCode, detail: string, options: FailureOptions = {}) {
    super(detail, { cause: options.cause });
    this.name = "Failure";
    this.code = code;
    this.errors = options.errors;
    this.retryAfterS = options.retryAfterS;
  }
}
