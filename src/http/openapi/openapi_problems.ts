/**
 * Failures in the OpenAPI document: for each route the codes it can answer with.
 *
 * @module
 */
import type {
  ZodOpenApiHeadersObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from "zod-openapi";
import { type FailureCode, FAILURES } from "../../triage/domain/failure.ts";

/** What any route can answer, whatever it does. */
const ANYWHERE = ["invalid_header", "internal_error", "shutting_down"] as const;
/** What any route behind an API key can answer. */
const GUARDED = ["unauthorized", "forbidden", "rate_limited", "overloaded"] as const;

/** When each code is answered, in one sentence; the reference lists them (docs/reference.md). */
export const FAILURE_REASONS: Readonly<Record<FailureCode, string>> = {
  malformed_json: "The body is empty, not UTF-8 or not JSON.",
  invalid_header: "A header is ill-formed, or cannot be used here.",
  unauthorized: "API keys are configured and the request brings none, or one that is not known.",
  forbidden: "The API key is known, and its scopes do not cover this.",
  not_found: "There is nothing at this address.",
  method_not_allowed: "The address exists, the method does not; `Allow` lists those that do.",
  request_timeout: "The body did not arrive in time.",
  idempotency_in_flight: "A request with the same Idempotency-Key is still running.",
  case_conflict: "Someone else was first, or the case is not in a state that allows this.",
  body_too_large: "The body, or a line of it, is over the limit; the rest was not read.",
  unsupported_media_type: "The body is of another media type, charset or encoding.",
  invalid_message: "The message breaks its schema or limits; `errors` names every bad field.",
  invalid_request: "The query, the cursor or the body is not usable; `errors` says where.",
  idempotency_key_reused: "The Idempotency-Key was used before with another body or query.",
  rate_limited: "Too many requests; `Retry-After` says when to come back.",
  internal_error: "Something went wrong on our side; the request id finds it in the log.",
  overloaded: "Too much work is waiting; nothing was acknowledged.",
  shutting_down: "The service is stopping; nothing was acknowledged.",
  store_unavailable: "The store does not answer; nothing was acknowledged.",
};

/** Response headers that every answer carries. */
export const ANSWER_HEADERS = {
  "X-Request-Id": {
    description: "Id of the request: the caller's own where it sent one, otherwise a fresh one.",
    required: true,
    schema: { type: "string" },
  },
} as const;

/** The failure responses of a route open to everyone. */
export function openProblems(...codes: FailureCode[]): ZodOpenApiResponsesObject {
  return responsesOf([...new Set([...codes, ...ANYWHERE])]);
}

/** The failure responses of a route that wants an API key where keys are configured. */
export function guardedProblems(...codes: FailureCode[]): ZodOpenApiResponsesObject {
  return responsesOf([...new Set([...codes, ...GUARDED, ...ANYWHERE])]);
}

function responsesOf(codes: readonly FailureCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(
    codes.toSorted((a, b) => FAILURES[a][0] - FAILURES[b][0]),
    (code) => FAILURES[code][0],
  );
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), responseOf(status, codes)]),
  );
}

function responseOf(status: number, codes: readonly FailureCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${FAILURE_REASONS[code]}`).join("\n\n"),
    headers: { ...ANSWER_HEADERS, ...extraHeaders(status) },
    content: {
      "application/problem+json": {
        schema: {
          allOf: [{ $ref: "#/components/schemas/Problem" }, {
            type: "object",
            // An enum of one, with its type: generators lose the type of a constant.
            properties: {
              status: { type: "integer", enum: [status] },
              code: { type: "string", enum: [...codes] },
            },
          }],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
}

function extraHeaders(status: number): ZodOpenApiHeadersObject {
  if (status === 405) {
    const schema = { type: "string" } as const;
    return { Allow: { description: "The methods that exist.", required: true, schema } };
  }
  if (status === 429 || status === 503) {
    const schema = { type: "string", pattern: "^\\d+$" } as const;
    return { "Retry-After": { description: "Seconds to wait.", required: true, schema } };
  }
  return {};
}

function exampleOf(code: FailureCode) {
  const [status, title] = FAILURES[code];
  return {
    type: `urn:intake:problem:${code}`,
    title,
    status,
    detail: FAILURE_REASONS[code],
    code,
    request_id: "0b5c2a64-6d0e-4a7e-9a53-0f6c1b1d2f10",
    ...(code === "invalid_message" && {
      errors: [{ path: "message", message: "is required" }],
    }),
  };
}
