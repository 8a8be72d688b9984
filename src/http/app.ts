/**
 * The HTTP edge as a function of a request: finds the route, gives every
 * answer its headers, and turns everything thrown into a problem.
 *
 * @module
 */
import { Failure, type FailureCode } from "../triage/domain/failure.ts";
import type { Admission } from "./door/admission.ts";
import { UNKNOWN_ADDRESS } from "./door/client_address.ts";
import { answerPreflight, corsHeaders } from "./answer/cors.ts";
import { MethodNotAllowed, problemResponse } from "./answer/problem.ts";
import type { Handler, Route } from "./door/route.ts";
import { RouteTable } from "./route_table.ts";
import { SECURITY_HEADERS } from "./answer/security_headers.ts";
import { type HeaderRecord, WholeAnswer } from "./answer/whole_answer.ts";

/** Something that could not be told to the client. */
export interface UnexpectedError {
  readonly request_id: string;
  readonly error: unknown;
}

/** A request that was answered. */
export interface AnsweredRequest {
  readonly request_id: string;
  readonly method: string;
  /** The route's path, such as "/cases/:case_id"; "*" where there is none. */
  readonly route: string;
  readonly status: number;
  /** Name of the API key, or "anonymous". */
  readonly caller: string;
  readonly duration_ms: number;
  /** Code of the failure, where it is one. */
  readonly code?: FailureCode;
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
  /** Called for every answer, when its header is ready. */
  readonly onAnswered?: (answered: AnsweredRequest) => void;
}

/**
 * Answers one request. Never throws.
 *
 * @param peer The address at the other end of the connection.
 * @param refusal What is wrong with the request, whatever it asks for: told once it is admitted.
 */
export type App = (
  request: Request,
  peer?: string,
  refusal?: Failure | null,
) => Promise<Response>;

/** Ids that callers may bring along. They are logged, so nothing that could be an e-mail address. */
const REQUEST_ID = /^[\w.:/+=~-]{1,128}$/;

/** Seconds after which a client may try again while the service drains. */
const SHUTDOWN_RETRY_AFTER_S = 5;

/** What is known of a request by the time that it is answered. */
interface Seen {
  readonly request_id: string;
  route: string;
  caller: string;
  code?: FailureCode;
}

const STANDING: HeaderRecord = Object.fromEntries(SECURITY_HEADERS);

const NO_ROUTE = "*";
/** Status in the log of a request whose client went away: nobody receives it. As nginx has it. */
const CLIENT_GONE = 499;

/** Builds the app from its routes. */
export function createApp(parts: AppParts): App {
  const origins = parts.cors_origins ?? [];
  const table = new RouteTable(parts.routes);

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

  async function answer(
    request: Request,
    peer: string,
    refusal: Failure | null,
    seen: Seen,
  ): Promise<Response | WholeAnswer> {
    if (parts.shuttingDown()) {
      throw new Failure("shutting_down", "Cannot take requests: the service is stopping", {
        retryAfterS: SHUTDOWN_RETRY_AFTER_S,
      });
    }
    const preflight = refusal === null ? answerPreflight(request, origins) : null;
    if (preflight !== null) return preflight;
    const url = new URL(request.url);
    const found = refusal === null ? table.find(url.pathname) : null;
    seen.route = found?.route.path ?? NO_ROUTE;
    const { caller, countMessage } = await parts.admission({
      request,
      url,
      route: found?.route ?? null,
      peer,
      refusal,
      onCaller: ({ name }) => seen.caller = name,
    });
    if (found === null) throw new Failure("not_found", "There is nothing at this address");
    const handler = handlerOf(found.route, request);
    return await handler(request, {
      requestId: seen.request_id,
      url,
      params: found.params,
      caller,
      countMessage,
    });
  }

  return async function app(request, peer = UNKNOWN_ADDRESS, refusal = null) {
    const began = performance.now();
    const given = request.headers.get("x-request-id");
    const requestId = given !== null && REQUEST_ID.test(given) ? given : parts.newRequestId();
    const seen: Seen = { request_id: requestId, route: NO_ROUTE, caller: "anonymous" };
    const standing = { ...STANDING, "x-request-id": requestId, ...corsHeaders(request, origins) };
    let response: Response;
    try {
      const answered = await answer(request, peer, refusal, seen);
      response = answered instanceof WholeAnswer
        ? answered.toResponse(standing)
        : withHeaders(answered, standing);
    } catch (thrown) {
      response = withHeaders(problemResponse(thrown, requestId), standing);
      // A client that went away gets nothing any more; that is no fault of ours.
      if (response.status === 500 && request.signal.aborted) {
        response = new Response(null, { status: CLIENT_GONE, headers: standing });
      } else {
        seen.code = thrown instanceof Failure ? thrown.code : "internal_error";
        if (response.status === 500) {
          parts.onUnexpectedError({ request_id: requestId, error: thrown });
        }
      }
    }
    const { method } = request;
    const duration_ms = performance.now() - began;
    parts.onAnswered?.({ ...seen, method, status: response.status, duration_ms });
    if (method === "HEAD") {
      return new Response(null, { status: response.status, headers: response.headers });
    }
    return response;
  };
}

/** Adds the headers of every answer; what the response says itself stays. */
function withHeaders(response: Response, standing: HeaderRecord): Response {
  for (const [name, value] of Object.entries(standing)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}
