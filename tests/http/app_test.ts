// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { type App, createApp, type UnexpectedError } from "../../src/http/app.ts";
import { healthRoutes } from "../../src/http/api/health_route.ts";
import { problem } from "../../src/http/answer/problem.ts";
import { triageRoute } from "../../src/http/api/triage_route.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { createTriage, type TriageParts } from "../../src/triage/triage.ts";
import { anybody, fakeParts, freeKeys, memoryStore } from "../fakes.ts";
import { described } from "./described.ts";

const ORIGIN = "http://127.0.0.1:8000";
const PATH = "/process-customer-message";
const GOOD = { customer_id: "c1", message: "The button spins.", product: "1440 Web Portal" };
const LIMITS = { max_body_bytes: 131_072, body_timeout_ms: 1_000 };

interface Setup {
  parts?: Partial<TriageParts>;
  ready?: boolean;
  stopping?: boolean;
  limits?: Partial<typeof LIMITS>;
  reports?: UnexpectedError[];
}

function app(setup: Setup = {}): App {
  return described(createApp({
    routes: [
      triageRoute({
        triage: createTriage(fakeParts(setup.parts)),
        limits: { ...LIMITS, ...setup.limits },
        idempotency: freeKeys,
      }),
      ...healthRoutes({ ready: () => Promise.resolve(setup.ready ?? true) }),
    ],
    admission: anybody,
    newRequestId: () => "fresh-request-id",
    shuttingDown: () => setup.stopping ?? false,
    onUnexpectedError: (report) => setup.reports?.push(report),
  }));
}

function post(body: BodyInit, headers: HeadersInit = {}, path = PATH): Request {
  return new Request(ORIGIN + path, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

function postJson(value: unknown, path = PATH): Request {
  return post(JSON.stringify(value), {}, path);
}

Deno.test("a message gets exactly the four keys, a location and a request id", async () => {
  const response = await app()(postJson(GOOD));
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/json");
  assertEquals(response.headers.get("location"), "/cases/case-1");
  assertEquals(response.headers.get("x-request-id"), "fresh-request-id");
  assertEquals(response.headers.get("x-content-type-options"), "nosniff");
  assertEquals(response.headers.get("cache-control"), "no-store");
  const body = await response.json();
  assertEquals(Object.keys(body), [
    "message_type",
    "confidence_score",
    "response_data",
    "customer_response",
  ]);
  assertEquals(body.response_data.ticket.id, "BUG-1");
  answer.parse(body);
});

Deno.test("?explain=true adds one key, and confidence is the score of the type", async () => {
  const body = await (await app()(postJson(GOOD, `${PATH}?explain=true`))).json();
  assertEquals(Object.keys(body).length, 5);
  assertEquals(body.confidence_score, body.explanation.scores[body.message_type]);
  assertEquals(body.explanation.case_id, "case-1");
  assertEquals(body.explanation.route, "local");
  answer.parse(body);
});

Deno.test("?explain=false is the plain answer", async () => {
  const body = await (await app()(postJson(GOOD, `${PATH}?explain=false`))).json();
  assertEquals(Object.keys(body).length, 4);
});

const unreadable: ReadonlyArray<{ name: string; body: BodyInit }> = [
  { name: "an empty body", body: "" },
  { name: "text that is not JSON", body: "{customer_id: 1}" },
  { name: "JSON cut short", body: '{"customer_id": "c1", "mess' },
  { name: "bad UTF-8", body: new Uint8Array([0x22, 0xc3, 0x28, 0x22]) },
  { name: "UTF-16", body: new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]) },
  { name: "two documents", body: "{} {}" },
  { name: "a hundred thousand brackets", body: "[".repeat(100_000) },
];
for (const { name, body } of unreadable) {
  Deno.test(`${name} is malformed_json`, async () => {
    await assertProblem(await app()(post(body)), 400, "malformed_json");
  });
}

const invalid: ReadonlyArray<{ name: string; value: unknown; paths: string[] }> = [
  { name: "no fields at all", value: {}, paths: ["customer_id", "message", "product"] },
  {
    name: "wrong types",
    value: { customer_id: 7, message: null, product: ["x"] },
    paths: ["customer_id", "message", "product"],
  },
  {
    name: "blank fields",
    value: { ...GOOD, message: " \n\t ", product: "" },
    paths: ["message", "product"],
  },
  {
    name: "fields over their limits",
    value: { customer_id: "c".repeat(129), message: "m".repeat(10_001), product: "p".repeat(201) },
    paths: ["customer_id", "message", "product"],
  },
  {
    name: "unknown keys",
    value: { ...GOOD, extra: 1, __proto__x: 2 },
    paths: ["extra", "__proto__x"],
  },
  { name: "NUL characters", value: { ...GOOD, message: "a\0b" }, paths: ["message"] },
  { name: "lone surrogates", value: { ...GOOD, customer_id: "\ud800" }, paths: ["customer_id"] },
  {
    name: "an unknown key beside a bad field",
    value: { ...GOOD, message: "", urgent: true },
    paths: ["message", "urgent"],
  },
  { name: "an array", value: [GOOD], paths: [""] },
  { name: "null", value: null, paths: [""] },
  { name: "a string", value: "help", paths: [""] },
];
for (const { name, value, paths } of invalid) {
  Deno.test(`${name}: invalid_message names every bad field at once`, async () => {
    const body = await assertProblem(await app()(postJson(value)), 422, "invalid_message");
    assertEquals(body.errors?.map((error) => error.path).sort(), [...paths].sort());
  });
}

Deno.test("__proto__ as a key is unknown, not magic", async () => {
  const body = JSON.stringify(GOOD).replace("{", '{"__proto__": {"admin": true}, ');
  const result = await assertProblem(await app()(post(body)), 422, "invalid_message");
  assertEquals(result.errors?.map((error) => error.path), ["__proto__"]);
});

const taken: ReadonlyArray<{ name: string; value: unknown }> = [
  {
    name: "fields at their limits",
    value: { customer_id: "c".repeat(128), message: "m".repeat(10_000), product: "p".repeat(200) },
  },
  { name: "a message of one character", value: { ...GOOD, message: "?" } },
  { name: "emoji and other scripts", value: { ...GOOD, message: "🚀 не работает 問題" } },
];
for (const { name, value } of taken) {
  Deno.test(`${name} are taken`, async () => {
    assertEquals((await app()(postJson(value))).status, 200);
  });
}

const mediaTypes: ReadonlyArray<{ headers: Record<string, string>; status: number }> = [
  { headers: { "content-type": "application/json; charset=utf-8" }, status: 200 },
  { headers: { "content-type": 'Application/JSON; charset="UTF-8"' }, status: 200 },
  { headers: { "content-type": "text/plain" }, status: 415 },
  { headers: { "content-type": "application/jsonp" }, status: 415 },
  { headers: { "content-type": "application/json; charset=latin1" }, status: 415 },
  { headers: { "content-type": "" }, status: 415 },
  { headers: { "content-type": "application/json", "content-encoding": "gzip" }, status: 415 },
];
for (const { headers, status } of mediaTypes) {
  Deno.test(`${JSON.stringify(headers)} gives ${status}`, async () => {
    const response = await app()(post(JSON.stringify(GOOD), headers));
    if (status === 200) assertEquals(response.status, 200);
    else await assertProblem(response, 415, "unsupported_media_type");
  });
}

Deno.test("a declared length over the limit is body_too_large before anything is read", async () => {
  const request = post(new ReadableStream({ pull: (c) => c.error(new Error("was read")) }), {
    "content-length": "131073",
  });
  await assertProblem(await app()(request), 413, "body_too_large");
});

Deno.test("an undeclared body over the limit is body_too_large and the rest is not read", async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_024;
      controller.enqueue(new Uint8Array(1_024));
    },
  });
  await assertProblem(
    await app({ limits: { max_body_bytes: 4_096 } })(post(body)),
    413,
    "body_too_large",
  );
  assert(sent <= 8_192, `${sent} bytes were read`);
});

Deno.test("a body that never ends is request_timeout", async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
  });
  const request = post(body);
  await assertProblem(
    await app({ limits: { body_timeout_ms: 10 } })(request),
    408,
    "request_timeout",
  );
});

const lost: ReadonlyArray<{ path: string; method: string; status: number; allow?: string }> = [
  { path: "/", method: "GET", status: 404 },
  { path: "/process-customer-message/", method: "POST", status: 404 },
  { path: "/Process-Customer-Message", method: "POST", status: 404 },
  { path: "/../etc/passwd", method: "GET", status: 404 },
  { path: "/%00", method: "GET", status: 404 },
  { path: PATH, method: "GET", status: 405, allow: "POST" },
  { path: PATH, method: "PUT", status: 405, allow: "POST" },
  { path: PATH, method: "OPTIONS", status: 405, allow: "POST" },
  { path: PATH, method: "HEAD", status: 405, allow: "POST" },
  { path: PATH, method: "constructor", status: 405, allow: "POST" },
  { path: "/healthz", method: "POST", status: 405, allow: "GET, HEAD" },
];
for (const { path, method, status, allow } of lost) {
  Deno.test(`${method} ${path} is ${status}`, async () => {
    const response = await app()(new Request(ORIGIN + path, { method }));
    assertEquals(response.headers.get("allow"), allow ?? null);
    if (method === "HEAD") assertEquals(response.status, status);
    else {
      const code = status === 404 ? "not_found" : "method_not_allowed";
      await assertProblem(response, status, code);
    }
  });
}

for (const query of ["explain=yes", "explain=", "explain=true&explain=true"]) {
  Deno.test(`?${query} is invalid_request`, async () => {
    const response = await app()(postJson(GOOD, `${PATH}?${query}`));
    const body = await assertProblem(response, 422, "invalid_request");
    assertEquals(body.errors?.map((error) => error.path), ["explain"]);
  });
}

Deno.test("a caller's request id comes back, an ill-formed one is replaced", async () => {
  const ids: Array<[string, string]> = [["abc-123", "abc-123"], ["a b", "fresh-request-id"], [
    "x".repeat(129),
    "fresh-request-id",
  ]];
  for (const [sent, received] of ids) {
    const response = await app()(post("", { "x-request-id": sent }));
    assertEquals(response.headers.get("x-request-id"), received);
    assertEquals((await response.json()).request_id, received);
  }
});

Deno.test("a store that cannot write is 503 with Retry-After, and nothing is acknowledged", async () => {
  const store = {
    ...memoryStore(),
    record: () =>
      Promise.reject(new Failure("store_unavailable", "Cannot store", { retryAfterS: 2 })),
  };
  const response = await app({ parts: { store } })(postJson(GOOD));
  assertEquals(response.headers.get("retry-after"), "2");
  assertEquals(response.headers.get("location"), null);
  await assertProblem(response, 503, "store_unavailable");
});

Deno.test("an unexpected error is internal_error without a stack or the message's text", async () => {
  const store = {
    ...memoryStore(),
    record: () => Promise.reject(new TypeError(`cannot write ${GOOD.message}`)),
  };
  const reports: UnexpectedError[] = [];
  const response = await app({ parts: { store }, reports })(postJson(GOOD));
  const text = await response.clone().text();
  assert(!text.includes(GOOD.message) && !text.includes(".ts:"), text);
  await assertProblem(response, 500, "internal_error");
  assertEquals(reports.length, 1);
});

Deno.test("while stopping, every request is refused with shutting_down", async () => {
  const response = await app({ stopping: true })(postJson(GOOD));
  assertMatch(response.headers.get("retry-after") ?? "", /^\d+$/);
  await assertProblem(response, 503, "shutting_down");
});

Deno.test("/healthz is alive; /readyz follows the store; HEAD has no body", async () => {
  const get = (path: string, method = "GET") => new Request(ORIGIN + path, { method });
  assertEquals((await app()(get("/healthz"))).status, 200);
  assertEquals((await app()(get("/readyz"))).status, 200);
  await assertProblem(await app({ ready: false })(get("/readyz")), 503, "store_unavailable");
  const head = await app()(get("/healthz", "HEAD"));
  assertEquals([head.status, await head.text()], [200, ""]);
});

async function assertProblem(response: Response, status: number, code: string) {
  assertEquals(response.status, status);
  assertEquals(response.headers.get("content-type"), "application/problem+json");
  const body = problem.parse(await response.json());
  assertEquals([body.status, body.code], [status, code]);
  assertEquals(body.request_id, response.headers.get("x-request-id") ?? undefined);
  return body;
}

Deno.test("a client that goes away is no fault of ours: nothing is reported, and 499 is logged", async () => {
  const gone = new AbortController();
  const reports: UnexpectedError[] = [];
  const logged: number[] = [];
  const leaving = createApp({
    routes: [{
      path: PATH,
      scope: "process",
      methods: {
        POST(request) {
          gone.abort("The client is gone");
          return Promise.reject(request.signal.reason);
        },
      },
    }],
    admission: anybody,
    newRequestId: () => "fresh-request-id",
    shuttingDown: () => false,
    onUnexpectedError: (report) => reports.push(report),
    onAnswered: ({ status }) => logged.push(status),
  });
  await leaving(new Request(postJson(GOOD), { signal: gone.signal }));
  assertEquals([reports, logged], [[], [499]]);
});

Deno.test("a failure is logged with its code, and what went well without one", async () => {
  const logged: unknown[] = [];
  const failing = createApp({
    routes: [{
      path: PATH,
      scope: "process",
      methods: {
        GET: () => new Response(),
        PUT: () => Promise.reject(new Failure("store_unavailable", "Cannot store")),
        POST: () => Promise.reject(new Error("unforeseen")),
      },
    }],
    admission: anybody,
    newRequestId: () => "fresh-request-id",
    shuttingDown: () => false,
    onUnexpectedError: () => {},
    onAnswered: ({ status, code }) => logged.push([status, code]),
  });
  for (const method of ["GET", "PUT", "POST", "PATCH"]) {
    await failing(new Request(ORIGIN + PATH, { method }));
  }
  assertEquals(logged, [
    [200, undefined],
    [503, "store_unavailable"],
    [500, "internal_error"],
    [405, "method_not_allowed"],
  ]);
});
