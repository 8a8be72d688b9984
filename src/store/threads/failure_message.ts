/**
 * Errors on their way between threads: a failure arrives with its code, all
 * other errors with their name.
 *
 * @module
 */
import { Failure, type FailureCode, type FieldError } from "../../triage/domain/failure.ts";

/** An error as data. */
export interface FailureMessage {
  readonly name: string;
  readonly message: string;
  /** Where it was thrown, for the log. */
  readonly stack: string | undefined;
  /** Only where it is a {@linkcode Failure}. */
  readonly code?: FailureCode;
  readonly errors?: readonly FieldError[];
  readonly retryAfterS?: number;
}

/** Writes an error as data. */
export function toFailureMessage(thrown: unknown): FailureMessage {
  const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (!(thrown instanceof Failure)) return { name, message, stack };
  const { code, errors, retryAfterS } = thrown;
  return {
    name,
    message,
    stack,
    code,
    ...(errors && { errors }),
    ...(retryAfterS !== undefined && { retryAfterS }),
  };
}

/** The error that the data tells of. */
export function toError({ name, message, stack, ...failure }: FailureMessage): Error {
  if (failure.code !== undefined) return new Failure(failure.code, message, failure);
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}
