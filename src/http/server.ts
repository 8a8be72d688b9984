/**
 * Listens: a bounded `node:http` server in front of the app.
 *
 * `Deno.serve` has no timeouts and cannot close a connection, so a client that
 * sends a header byte by byte, or a body without end, would hold one for ever.
 * Here each of them ends within a stated time: docs/architecture.md has the
 * figures of both.
 *
 * @module
 */
import { getRequestListener } from "@hono/node-server";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import type { App } from "./app.ts";
import type { Load } from "./sockets/load.ts";
import type { Failure } from "../triage/domain/failure.ts";
import { closeAfter, OpenConnections } from "./sockets/open_connections.ts";
import { hostOf } from "./sockets/request_target.ts";
import { illFormed, refusalOf, refusalResponse, refuse, refuseBytes } from "./sockets/refusal.ts";

/** Options of {@linkcode startServer}. */
export interface ServerOptions {
  readonly hostname: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Time for a whole header to arrive, from the first byte or the connection's start. */
  readonly header_timeout_ms: number;
  /** Time that a connection may wait for its next request; 0 closes it after each answer. */
  readonly keep_alive_ms: number;
  /**
   * A connection on which nothing moves for this long is closed, within twice
   * the time: a client that takes no answer. Longer than any answer may take.
   */
  readonly silence_ms: number;
  /** Further connections are closed at once. */
  readonly max_connections: number;
  /** Counts the requests under way. */
  readonly load: Load;
  /** Puts requests into their spans. @default none */
  readonly tracing?: RequestTracing | null;
}

/** What tracing does with each request. */
export interface RequestTracing {
  /** Stands in for node's class. */
  readonly IncomingMessage: typeof IncomingMessage;
  /** Runs the answer inside the request's span. */
  run(incoming: IncomingMessage, outgoing: ServerResponse, answer: () => void): void;
}

/** A server that listens. */
export interface HttpServer {
  /** "http://127.0.0.1:8000". */
  readonly origin: string;
  /**
   * Stops without a reset. From now on each answer is its connection's last. After
   * `delay_ms` it is refused what is new, and soon after nobody listens any more: a
   * client that was about to use its connection again hears so on it. Resolves when
   * nothing is left under way, `limit_ms` after the delay at the latest.
   */
  drain(options: DrainOptions): Promise<void>;
}

/** Options of {@linkcode HttpServer.drain}. */
export interface DrainOptions {
  /** Time that whoever spreads requests has to notice. @default 0 */
  readonly delay_ms?: number;
  /** Time that requests under way have. */
  readonly limit_ms: number;
  /** Called after the delay: new requests are still passed to the app, which is to refuse them. */
  readonly refuse?: () => void;
}

/** Largest request header, in bytes. */
const MAX_HEADER_BYTES = 16_384;
/** How exactly the time limits are kept. */
const CHECK_INTERVAL_MS = 500;
const TCP_BACKLOG = 1_024;
/** So long the listener stays to say that the service stops, and so do connections without a request. */
const LINGER_MS = 500;
/** Stands for a host that is no host: RFC 6761 keeps the ending for this. */
const REFUSED_HOST = "refused.invalid";

/**
 * Starts to listen.
 *
 * @throws {Error} When the address cannot be listened on.
 */
export async function startServer(app: App, options: ServerOptions): Promise<HttpServer> {
  const { load, tracing = null } = options;
  const refusals = new WeakMap<IncomingMessage, Failure>();
  const answer = getRequestListener(
    (request, { incoming }) =>
      app(request, incoming.socket?.remoteAddress, refusals.get(incoming as IncomingMessage)),
    {
      hostname: "localhost",
      // Its own `Response` keeps text as text: half the cost of sending one.
      overrideGlobalObjects: true,
      errorHandler: refusalResponse,
    },
  );
  const server = createServer({
    headersTimeout: options.header_timeout_ms,
    // Bodies have limits of their own: a batch may take hours, as long as it moves.
    requestTimeout: 0,
    keepAliveTimeout: options.keep_alive_ms,
    connectionsCheckingInterval: CHECK_INTERVAL_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Refused below, with an answer like all others.
    requireHostHeader: false,
    ...(tracing === null ? {} : { IncomingMessage: tracing.IncomingMessage }),
  }, (incoming, outgoing) => {
    load.enter();
    outgoing.once("close", () => load.leave());
    connections.answers(outgoing);
    const refusal = refusalOf(incoming);
    if (refusal !== null) {
      // Asked all the same, since who asks is counted; under an address that is nobody's.
      refusals.set(incoming, refusal);
      incoming.url = "/";
      incoming.headers.host = REFUSED_HOST;
      closeAfter(outgoing);
    } else if (incoming.headers.host !== undefined) {
      incoming.headers.host = hostOf(incoming.headers.host) ?? REFUSED_HOST;
    }
    if (tracing === null) answer(incoming, outgoing);
    else tracing.run(incoming, outgoing, () => void answer(incoming, outgoing));
  });
  const connections = new OpenConnections(server, options.keep_alive_ms > 0);
  server.maxConnections = options.max_connections;
  // More than may be are refused, not left out.
  server.maxHeadersCount = 0;
  // A client that has said all it will say waits for its answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.setTimeout(options.silence_ms);
  server.on("clientError", refuseBytes);
  server.on(
    "checkExpectation",
    (_, outgoing) => refuse(outgoing, illFormed("it expects what is not done here")),
  );
  await listening(server, options);
  return {
    origin: originOf(server.address() as AddressInfo),
    async drain({ delay_ms = 0, limit_ms, refuse }) {
      connections.closeAfterAnswers();
      if (delay_ms > 0) await new Promise((resolve) => setTimeout(resolve, delay_ms));
      refuse?.();
      await Promise.all([
        load.idle(limit_ms),
        connections.none(Math.min(LINGER_MS, limit_ms)).then(() => stopListening(server)),
      ]);
      server.closeAllConnections();
      await connections.none(LINGER_MS);
    },
  };
}

/** The listener alone: the server's own `close` takes idle connections along. */
function stopListening(server: Server): void {
  NetServer.prototype.close.call(server);
}

function listening(server: Server, options: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: options.hostname, port: options.port, backlog: TCP_BACKLOG }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function originOf({ address, port }: AddressInfo): string {
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}
