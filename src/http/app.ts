/**
 * The HTTP edge as a function of a request: finds the route, gives every
 * answer its headers, and turns everything thrown into a problem.
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";
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
  readonly newRequestId: () => string;
  /** Whether the service is draining: new requests are refused. */
  readonly shuttingDown: () => boolean;
  /** Called for every answer with status 500. */
  readonly onUnexpectedError: (report: UnexpectedError) => void;
}

/** Answers one request. Never throws. */
export type App = (request: Request) => Promise<Response>;

/** Ids that callers may bring along: visible ASCII without quotes or backslash. */
const REQUEST_ID = /^[\w.:/+=@~-]{1,128}$/;

/** Seconds after which a client may try again while the service drains. */
const SHUTDOWN_RETRY_AFTER_S = 5;

/** Builds the app from its routes. */
export function createApp(parts: AppParts): App {
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

  function handlerFor(request: Request, url: URL) {
    if (parts.shuttingDown()) {
      throw new Failure("shutting_down", "Cannot take requests: the service is stopping", {
        retryAfterS: SHUTDOWN_RETRY_AFTER_S,
      });
    }
    const found = find(url);
    if (found === null) throw new Failure("not_found", "There is nothing at this address");
    const { methods } = found.route;
    const method = request.method === "HEAD" && !methods.HEAD ? "GET" : request.method;
    const handler: Handler | undefined = Object.hasOwn(methods, method)
      ? methods[method]
      : undefined;
    if (handler === undefined) {
      const allowed = Object.keys(methods);
      if (methods.GET) allowed.push("HEAD");
      throw new MethodNotAllowed(request.method, allowed);
    }
    return { handler, params: found.params };
  }

  return async function app(request) {
    const given = request.headers.get("x-request-id");
    const requestId = given !== null && REQUEST_ID.test(given) ? given : parts.newRequestId();
    let response: Response;
    try {
      const url = new URL(request.url);
      const { handler, params } = handlerFor(request, url);
      response = await handler(request, { requestId, url, params });
    } catch (thrown) {
      response = problemResponse(thrown, requestId);
      if (response.status === 500) {
        parts.onUnexpectedError({ request_id: requestId, error: thrown });
      }
    }
    response.headers.set("x-request-id", requestId);
    response.headers.set("x-content-type-options", "nosniff");
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
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
