/**
 * The log: one JSON object a line, without anything that a customer wrote.
 *
 * @module
 */
import { maskAll } from "../masking/redact.ts";

/** How much is logged: `requests` is everything, `errors` leaves out what went well. */
export const LOG_LEVELS = ["requests", "errors", "off"] as const;

/** How much is logged. */
export type LogLevel = typeof LOG_LEVELS[number];

/** Writes the log. */
export interface Log {
  /** A request that was answered: all that the edge tells of it, which is no word of a customer. */
  request(answered: { readonly status: number; readonly duration_ms: number }): void;
  /** A request of many messages that is over: how many lines it had, and how many failed. */
  batch(ended: { readonly failures: number; readonly duration_ms: number }): void;
  /** An error that nobody expected. */
  error(report: { readonly request_id: string; readonly error: unknown }): void;
  /** Something that the operator should know, in one line. */
  notice(text: string): void;
}

/** Builds the log. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void,
  now: () => Date,
): Log {
  const line = (severity: "info" | "warn" | "error", event: string, facts: object) =>
    write(JSON.stringify({ time: now().toISOString(), level: severity, event, ...facts }));
  return {
    request(answered) {
      if (level === "off" || level === "errors" && answered.status < 500) return;
      const duration_ms = Math.round(answered.duration_ms * 100) / 100;
      line(answered.status < 500 ? "info" : "warn", "request", { ...answered, duration_ms });
    },
    batch(ended) {
      if (level === "off" || level === "errors" && ended.failures === 0) return;
      const duration_ms = Math.round(ended.duration_ms * 100) / 100;
      line("info", "batch", { ...ended, duration_ms });
    },
    error({ request_id, error }) {
      line("error", "internal_error", { request_id, ...factsOf(error) });
    },
    notice(text) {
      line("warn", "notice", { text: maskAll({ text }).value.text });
    },
  };
}

/** An error's own message may quote the customer: only its kind and its place are told. */
function factsOf(error: unknown) {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? error.stack ?? "" : "";
  const place = stack.split("\n").filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  const cause = error instanceof Error && error.cause instanceof Error
    ? { cause: error.cause.name }
    : {};
  return { kind, place, ...cause };
}
