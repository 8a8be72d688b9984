/**
 * Which pages of other sites may call the service: none, unless set.
 *
 * @module
 */
import type { HeaderRecord } from "./whole_answer.ts";

const ALLOWED_METHODS = "GET, POST, PUT, DELETE";
const ALLOWED_HEADERS = "authorization, content-type, idempotency-key, x-request-id";
const EXPOSED_HEADERS = "location, retry-after, idempotency-replayed, x-request-id";
const PREFLIGHT_KEPT_S = 600;

/** The answer to a browser that asks before it sends; `null` when this is no such question. */
export function answerPreflight(request: Request, origins: readonly string[]): Response | null {
  if (request.method !== "OPTIONS" || !request.headers.has("access-control-request-method")) {
    return null;
  }
  const origin = request.headers.get("origin");
  if (origin === null || !origins.includes(origin)) return null;
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": ALLOWED_METHODS,
      "access-control-allow-headers": ALLOWED_HEADERS,
      "access-control-max-age": String(PREFLIGHT_KEPT_S),
    },
  });
}

/** Headers that let the page that asked read the answer, where its origin is allowed. */
export function corsHeaders(request: Request, origins: readonly string[]): HeaderRecord {
  if (origins.length === 0) return {};
  const vary = "origin";
  const origin = request.headers.get("origin");
  if (origin === null || !origins.includes(origin)) return { vary };
  return {
    vary,
    "access-control-allow-origin": origin,
    "access-control-expose-headers": EXPOSED_HEADERS,
  };
}
