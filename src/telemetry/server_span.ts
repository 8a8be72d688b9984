/**
 * The spans that Deno itself makes for requests: shows them a path without
 * query and without names, and makes them the parents of ours.
 *
 * @module
 */
import { context, type Span, trace } from "@opentelemetry/api";
import { IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What a server needs to be traced. */
export interface RequestTracing {
  /** Stands in for node's class. */
  readonly IncomingMessage: typeof IncomingMessage;
  /** Runs the answer to a request inside the request's span. */
  run(incoming: IncomingMessage, outgoing: ServerResponse, answer: () => void): void;
}

/**
 * Traces requests by their routes.
 *
 * @param templateOf The route of a path, such as "/cases/:case_id": a path as it
 * was sent may hold the name of a customer.
 */
export function traceRequests(templateOf: (path: string) => string): RequestTracing {
  const answered = new WeakSet<IncomingMessage>();

  /** Until its answer begins, a request has the URL that may be told. */
  class TracedMessage extends IncomingMessage {
    constructor(socket: Socket) {
      super(socket);
      let sent: string | undefined;
      Object.defineProperty(this, "url", {
        configurable: true,
        enumerable: true,
        get: () =>
          sent === undefined || answered.has(this) ? sent : templateOf(sent.split("?")[0] ?? ""),
        set: (url: string | undefined) => {
          sent = url;
        },
      });
    }
  }

  return {
    IncomingMessage: TracedMessage,
    run(incoming, outgoing, answer) {
      const route = incoming.url;
      answered.add(incoming);
      const span = spanOf(outgoing);
      if (span === null) return answer();
      span.updateName(`${incoming.method} ${route}`);
      if (route !== undefined) span.setAttribute("http.route", route);
      context.with(trace.setSpan(context.active(), span), answer);
    },
  };
}

/** Deno keeps the span of a request at its response, under a symbol of its own. */
function spanOf(outgoing: ServerResponse): Span | null {
  const key = Object.getOwnPropertySymbols(outgoing)
    .find(({ description }) => description === "kOtelSpan");
  return key === undefined ? null : Reflect.get(outgoing, key) ?? null;
}
