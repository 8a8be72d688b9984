/**
 * The HTTP edge as a function of a request: finds the route, gives every
 * answer its headers, and turns everything thrown into a problem.
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";
import type { Admission } from "./admission.ts";
import { UNKNOWN_ADDRESS } from "./client_address.ts";
import { answerPreflight, setCorsHeaders } from "./cors.ts";
import { MethodNotAllowed, problemResponse } from "./problem.ts";
import type { Handler, Route } from "./route.ts";

/** Something that could not be told to the client. */
export interface UnexpectedError {
  readonly request_id: string;
  readonly error: unknown;
}

/** What the edge is made of. */
export interface AppParts {
  readonly routes: readonly Route[];
  /** What a request passes before its route. */
  readonly admission: Admission;
  /** Origins whose pages may send requests and read the answers. @default none */
  readonly cors_origins?: readonly string[];
  readonly newRequestId: () => string;
  /** Whether the service is draining: new requests are refused. */
  readonly shuttingDown: () => boolean;
  /** Called for every answer with status 500. */
  readonly onUnexpectedError: (report: UnexpectedError) => void;
}

/** Answers one request. Never throws. `peer` is the address at the other end of the connection. */
export type App = (request: Request, peer?: string) => Promise<Response>;

/** Ids that callers may bring along: visible ASCII without quotes or backslash. */
const REQUEST_ID = /^[\w.:/+=@~-]{1,128}$/;

/** On every answer that does not say otherwise: it is data, for the one who asked. */
const SECURITY_HEADERS = [
  ["cache-control", "no-store"],
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
] as const;

/** Seconds after which a client may try again while the service drains. */
const SHUTDOWN_RETRY_AFTER_S = 5;

/** Builds the app from its routes. */
export function createApp(parts: AppParts): App {
  const origins = parts.cors_origins ?? [];
  const exact = new Map(parts.routes.map((route) => [route.path, route]));
  const patterns = parts.routes.filter((route) => route.path.includes(":"))
    .map((route) => ({ route, pattern: new URLPattern({ pathname: route.path }) }));

  function find(url: URL): { route: Route; params: Record<string, string> } | null {
    const route = exact.get(url.pathname);
    if (route !== undefined) return { route, params: {} };
    for (const { route, pattern } of patterns) {
      const groups = pattern.exec({ pathname: url.pathname })?.pathname.groups;
      if (groups) return { route, params: decode(groups) };
    }
    return null;
  }

  function handlerOf(route: Route, request: Request): Handler {
    const { methods } = route;
    const method = request.method === "HEAD" && !methods.HEAD ? "GET" : request.method;
    const handler: Handler | undefined = Object.hasOwn(methods, method)
      ? methods[method]
      : undefined;
    if (handler !== undefined) return handler;
    const allowed = Object.keys(methods);
    if (methods.GET) allowed.push("HEAD");
    throw new MethodNotAllowed(request.method, allowed);
  }

  async function answer(request: Request, requestId: string, peer: string): Promise<Response> {
    if (parts.shuttingDown()) {
      throw new Failure("shutting_down", "Cannot take requests: the service is stopping", {
        retryAfterS: SHUTDOWN_RETRY_AFTER_S,
      });
    }
    const preflight = answerPreflight(request, origins);
    if (preflight !== null) return preflight;
    const url = new URL(request.url);
    const found = find(url);
    const caller = await parts.admission({ request, url, route: found?.route ?? null, peer });
    if (found === null) throw new Failure("not_found", "There is nothing at this address");
    const handler = handlerOf(found.route, request);
    return await handler(request, { requestId, url, params: found.params, caller });
  }

  return async function app(request, peer = UNKNOWN_ADDRESS) {
    const given = request.headers.get("x-request-id");
    const requestId = given !== null && REQUEST_ID.test(given) ? given : parts.newRequestId();
    let response: Response;
    try {
      response = await answer(request, requestId, peer);
    } catch (thrown) {
      response = problemResponse(thrown, requestId);
      if (response.status === 500) {
        parts.onUnexpectedError({ request_id: requestId, error: thrown });
      }
    }
    response.headers.set("x-request-id", requestId);
    setCorsHeaders(response.headers, request, origins);
    for (const [name, value] of SECURITY_HEADERS) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    if (request.method === "HEAD") {
      return new Response(null, { status: response.status, headers: response.headers });
    }
    return response;
  };
}

function decode(groups: Record<string, string | undefined>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value ?? "")]),
    );
  } catch {
    throw new Failure("not_found", "There is nothing at this address");
  }
}
