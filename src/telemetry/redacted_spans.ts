/**
 * Keeps secrets out of spans, also out of those that Deno itself makes of the
 * requests that the service sends. They show the whole URL, whose query and
 * password may be a key, and what an error says, which may quote that URL.
 * Deno has no setting for it, but all its spans are of one class.
 *
 * @module
 */
import type { AttributeValue, Span } from "@opentelemetry/api";
import { trace } from "@opentelemetry/api";

/** What an error said. Its kind stays: `error.type`. */
const QUOTING = new Set(["exception.message", "exception.stacktrace"]);

/** From here on no span shows a query, a password in a URL, or what an error said. */
export function redactSpans(): void {
  const spans: Span = Object.getPrototypeOf(trace.getTracer("intake").startSpan("any"));
  const { setAttribute, setStatus } = spans;
  spans.setAttribute = function (name, value) {
    return QUOTING.has(name) ? this : setAttribute.call(this, name, shown(name, value));
  };
  spans.setStatus = function ({ code }) {
    return setStatus.call(this, { code });
  };
}

function shown(name: string, value: AttributeValue): AttributeValue {
  if (name === "url.query") return "";
  if (name !== "url.full") return value;
  const url = URL.parse(String(value));
  return url === null ? "" : url.origin + url.pathname;
}
