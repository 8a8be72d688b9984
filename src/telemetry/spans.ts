/**
 * Spans around a step. They say what kind of failure there was, and never what
 * it said: a message may quote the customer.
 *
 * @module
 */
import { type Attributes, type Span, SpanStatusCode, trace } from "@opentelemetry/api";

const tracer = trace.getTracer("intake");

/** Runs a step inside a span that ends with it. */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  step: (span: Span) => T,
): T {
  return tracer.startActiveSpan(name, { attributes }, (span) => {
    try {
      const result = step(span);
      if (!(result instanceof Promise)) {
        span.end();
        return result;
      }
      return result.then((value) => {
        span.end();
        return value;
      }, (error) => {
        fail(span, error);
        throw error;
      }) as T;
    } catch (error) {
      fail(span, error);
      throw error;
    }
  });
}

function fail(span: Span, error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  const kind = code ?? (error instanceof Error ? error.name : typeof error);
  span.setAttribute("error.type", kind);
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
