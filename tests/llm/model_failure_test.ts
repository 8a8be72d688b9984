// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import OpenAI from "openai";
import { toModelFailure } from "../../src/llm/model_failure.ts";

function failureOf(status: number, body: object, headers: Record<string, string> = {}) {
  return toModelFailure(OpenAI.APIError.generate(status, body, undefined, new Headers(headers)))
    .facts;
}

const STATUSES: readonly (readonly [number, string, string, boolean, boolean])[] = [
  // status, the server's code, ours, worth retrying, an outage
  [429, "rate_limit_exceeded", "model_rate_limited", true, false],
  [429, "insufficient_quota", "model_quota_exhausted", false, true],
  [402, "billing_hard_limit_reached", "model_quota_exhausted", false, true],
  [408, "timeout", "model_error", true, true],
  [409, "conflict", "model_error", true, true],
  [500, "server_error", "model_error", true, true],
  [503, "overloaded", "model_error", true, true],
  [529, "overloaded", "model_error", true, true],
  [400, "content_filter", "model_refused", false, false],
  [400, "context_length_exceeded", "model_rejected", false, false],
  [401, "invalid_api_key", "model_rejected", false, true],
  [403, "country_not_supported", "model_rejected", false, true],
  [404, "model_not_found", "model_rejected", false, true],
];
for (const [status, code, ours, retryable, outage] of STATUSES) {
  Deno.test(`${status} ${code} is ${ours}, ${retryable ? "" : "not "}retried`, () => {
    const facts = failureOf(status, { error: { message: "secret words", code, type: code } });
    assertEquals([facts.code, facts.retryable, facts.outage], [ours, retryable, outage]);
    assert(!facts.detail.includes("secret words"));
  });
}

const SPENT = "You exceeded your current quota, please check your plan and billing details.";
const SPENT_ACCOUNTS: readonly (readonly [number, object, Record<string, string>, string])[] = [
  [429, { message: SPENT }, {}, "model_quota_exhausted"],
  [429, { message: SPENT, code: 429 }, { "retry-after": "20" }, "model_rate_limited"],
  [429, { message: "no", type: "insufficient_quota" }, {}, "model_quota_exhausted"],
  [
    402,
    { message: "Insufficient Balance", code: "invalid_request_error" },
    {},
    "model_quota_exhausted",
  ],
  [500, { message: SPENT }, {}, "model_error"],
];
for (const [status, error, headers, code] of SPENT_ACCOUNTS) {
  Deno.test(`${status} ${JSON.stringify({ ...error, ...headers }).slice(0, 80)} is ${code}`, () => {
    assertEquals(failureOf(status, { error }, headers).code, code);
  });
}

const WAITS: readonly (readonly [Record<string, string>, number | undefined])[] = [
  [{ "retry-after": "2" }, 2_000],
  [{ "retry-after": "0.5" }, 500],
  [{ "retry-after-ms": "120", "retry-after": "9" }, 120],
  [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, undefined],
  [{ "retry-after": "-5" }, undefined],
  [{}, undefined],
];
for (const [headers, wait] of WAITS) {
  Deno.test(`${JSON.stringify(headers)} asks to wait ${wait} ms`, () => {
    assertEquals(failureOf(429, {}, headers).retry_after_ms, wait);
  });
}

const BODIES: readonly (readonly [string, object])[] = [
  ["a text", { error: "insufficient memory" }],
  ["flat", { object: "error", message: "no", type: "BadRequestError", code: 400 }],
  ["nothing", {}],
];
for (const [name, body] of BODIES) {
  Deno.test(`an error body that is ${name} is understood by its status`, () => {
    assertEquals(failureOf(500, body).code, "model_error");
    assertEquals(failureOf(400, body).code, "model_rejected");
  });
}

Deno.test("connections that fail or time out, and bodies that break off, are worth another try", () => {
  const errors = [
    [new OpenAI.APIConnectionError({ message: "x" }), "model_unreachable"],
    [new OpenAI.APIConnectionTimeoutError(), "model_timeout"],
    [new SyntaxError("Unexpected end of JSON input"), "model_error"],
    [new TypeError("error reading a body from connection"), "model_error"],
  ] as const;
  for (const [error, code] of errors) {
    const { facts } = toModelFailure(error);
    assertEquals([facts.code, facts.retryable], [code, true]);
  }
});
